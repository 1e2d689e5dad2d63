"""What both sides of the mapping need: ids of things that have no row of their own, and fields that are left out."""

import hashlib
from typing import Any
from uuid import UUID, uuid5

from anhoriglots.organisations.models import reference_id

Thing = dict[str, Any]
# The bits of a UUID that tell its version and variant.
FIXED = 0xF << 76 | 0x3 << 62

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/hsds/"
OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"
SWEDISH = {
    "sv": "Svenska",
    "en": "Engelska",
    "fi": "Finska",
    "ar": "Arabiska",
    "so": "Somaliska",
    "fa": "Persiska",
    "uk": "Ukrainska",
}


def twin(key: UUID, mark: str) -> UUID:
    """Another id that belongs to the row, and back again: the twin of a twin is the key itself.

    What the standard counts as a thing of its own and we do not store can so be found again by its id.
    """
    mask = int.from_bytes(hashlib.sha256(mark.encode()).digest()[:16]) & ~FIXED
    return UUID(int=key.int ^ mask)


def part_id(key: UUID, *parts: str) -> str:
    """The id of a part that is never asked for by itself."""
    return str(uuid5(key, "/".join(parts)))


def municipality_id(code: str) -> UUID:
    """The municipality as an organisation."""
    return reference_id(code, "organization")


def filled(thing: Thing) -> Thing:
    """Without what is empty: the standard has text there or nothing, and no null."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
