"""What a group is, in words to the one who may come; texts that a group has only in Swedish are told to be so."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from ..choices import Access, LeaderKind, Seating, Way
from ..seats import Seats
from .translations import Draft

ACCESS_WORDS = {
    Access.LIFT: gettext_lazy("Hiss eller utan trappor"),
    Access.TOILET: gettext_lazy("Toalett för rullstol"),
    Access.HEARING_LOOP: gettext_lazy("Hörslinga"),
    Access.PARKING: gettext_lazy("Parkering nära"),
    Access.INTERPRETER: gettext_lazy("Tolk går att få"),
}
LEADER_WORDS = {
    LeaderKind.STAFF: gettext_lazy("Arbetar hos oss."),
    LeaderKind.VOLUNTEER: gettext_lazy("Är frivillig."),
    LeaderKind.PARTNER: gettext_lazy("Kommer från en förening eller någon annan som vi samarbetar med."),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the group; ``lang`` is set when it is in another language than the page.

    ``is_draft`` when no person has read it.
    """

    text: str
    lang: str = ""
    is_draft: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


def text_of(texts: dict[str, dict[str, str]], name: str) -> Written:
    """One of the group's texts in the language of the page, else in Swedish; empty when there is none."""
    own, language = texts.get(name, {}), get_language() or settings.LANGUAGE_CODE
    if own.get(language):
        return Written(str(own[language]), is_draft=isinstance(own[language], Draft))
    swedish = own.get(settings.LANGUAGE_CODE, "")
    return Written(swedish, settings.LANGUAGE_CODE if swedish and language != settings.LANGUAGE_CODE else "")


def access_in_words(access: Iterable[str]) -> list[str]:
    """What makes it possible to come, in the order of the list."""
    chosen = set(access)
    return [str(words) for key, words in ACCESS_WORDS.items() if key in chosen]


def cost_in_words(fee: int) -> str:
    """ "Gratis", or the sum for the whole group."""
    return _("%(fee)s kronor") % {"fee": fee} if fee else _("Gratis")


def seats_in_words(seats: Seats | None, *, has_queue: bool) -> str:
    """How many are left; the door is open where nobody books."""
    if seats is None:
        return _("Kom som du är")
    if seats.has_room_for(1):
        return ngettext("%(seats)s plats kvar", "%(seats)s platser kvar", seats.left) % {"seats": seats.left}
    return _("Full – kö") if has_queue else _("Full")


def way_in_words(way: str) -> str:
    """How one takes part when it is not only at the place."""
    return {Way.ONLINE: _("På nätet"), Way.HYBRID: _("Du kan också vara med på nätet")}.get(Way(way), "")


def times_in_words(more: int, *, seating: str) -> str:
    """What follows after the time that is shown; empty when it is the only one."""
    if not more:
        return ""
    if seating != Seating.MEETING:
        return ngettext("Sedan %(more)s gång till", "Sedan %(more)s gånger till", more) % {"more": more}
    return ngettext("%(more)s tid till", "%(more)s tider till", more) % {"more": more}
