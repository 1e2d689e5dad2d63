"""What the statement tells of: the faults that somebody has chosen to publish, from all boards of the municipality."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from anhoriglots.design.foreign import Foreign, spoken_language
from anhoriglots.design.words import day_in_words

from ..choices import Ruling
from ..models import KnownFault

WRITTEN_IN = "sv"


@dataclass(frozen=True, slots=True)
class ToldFault:
    """One line of the statement: what does not work, what we do about it, and why not, when we do nothing."""

    what: str
    then: str
    reason: str


def known_faults(municipality: str) -> list[ToldFault]:
    """What is not mended, the oldest first; in Swedish, marked as such on a page in another language."""
    rows = KnownFault.objects.filter(municipality=municipality, ended_at__isnull=True).order_by("published_at")
    return [ToldFault(_swedish(row.what), _then(row.ruling, row.mend_by), _assessed(row)) for row in rows]


def _then(ruling: str, mend_by: date | None) -> str:
    if ruling == Ruling.WILL_MEND and mend_by:
        return _("Lagas senast %(day)s.") % {"day": day_in_words(mend_by, year=True)}
    return _("Vi lagar det inte nu. Det är oskäligt betungande.")


def _assessed(row: KnownFault) -> str:
    return _swedish(row.reason) if row.reason else ""


def _swedish(text: str) -> str:
    return text if spoken_language() == WRITTEN_IN else Foreign(text, WRITTEN_IN)
