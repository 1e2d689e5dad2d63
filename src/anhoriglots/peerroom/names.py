"""Names that tell nothing of anybody: proposals, and what a name of one's own may not be.

The proposals are things in the forest and by the sea; none is a first name or a surname that people in Sweden have.
"""

import random
import unicodedata

from django.utils.translation import gettext as _

from anhoriglots.database.encryption import keyed_index
from anhoriglots.kernel.contact_details import looks_like_contact_details
from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.kernel.digits import to_ascii
from anhoriglots.kernel.identity import looks_like_personal_number

SHORTEST, LONGEST = 2, 24
MOST_DIGITS = 4
PROPOSED = (
    *("Blåbär", "Bäck", "Daggkåpa", "Drivved", "Ekorre", "Fjäril", "Fyrljus", "Granris", "Gökärt", "Havsbris"),
    *("Humla", "Isflak", "Kastanj", "Kotte", "Kråkris", "Ladusvala", "Lingon", "Lövsal", "Månsken", "Mossa"),
    *("Nattviol", "Näver", "Odon", "Regnbåge", "Ringduva", "Rosenrot", "Sandstrand", "Sjögräs", "Skymning", "Smultron"),
    *("Snäcka", "Solglimt", "Svampskog", "Tallbarr", "Tofsvipa", "Vattendroppe", "Vitsippa", "Åkerbär", "Älgört"),
)


def proposals(count: int, *, taken: frozenset[bytes], room: str) -> tuple[str, ...]:
    """So many names that nobody in the room has, drawn by chance; when all are taken a number tells them apart.

    Args:
        taken: the marks of the names that are in use.
        room: key of the room, as in ``name_mark``.
    """
    free = [name for name in PROPOSED if name_mark(name, room=room) not in taken]
    for number in range(2, 2 + len(taken) // len(PROPOSED) + 1):
        if len(free) < count:
            free += [name for each in PROPOSED if name_mark(name := f"{each} {number}", room=room) not in taken]
    return tuple(random.sample(free, count))


def name_mark(name: str, *, room: str) -> bytes:
    """The keyed mark that is the same for names that read the same: case, spaces and invisible signs do not matter."""
    return keyed_index(f"{room}:{_read(name)}", use="peer-name")


def same_name(one: str, other: str) -> bool:
    """Do the two read the same?"""
    return bool(_read(one)) and _read(one) == _read(other)


def may_be_a_name(name: str) -> Decision:
    """May somebody be called so in a room? Whether another has it already is asked elsewhere."""
    if looks_like_personal_number(name):
        return forbidden("personal-number", _("Det ser ut som ett personnummer. Välj ett annat namn."))
    if looks_like_contact_details(name) or "@" in name or sum(sign.isdigit() for sign in name) > MOST_DIGITS:
        return forbidden("contact-details", _("Det ser ut som ett nummer eller en adress. Välj ett annat namn."))
    if not len(_read(name)) >= SHORTEST or len(name) > LONGEST:
        limits = {"shortest": SHORTEST, "longest": LONGEST}
        return forbidden("length", _("Välj ett namn med %(shortest)s till %(longest)s tecken.") % limits)
    return permitted("a-name", "")


def _read(name: str) -> str:
    """As it is read: letters and digits alone, in one form."""
    folded = unicodedata.normalize("NFKC", to_ascii(unicodedata.normalize("NFC", name))).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
