"""What visitors of the guide have wished for and not found, told so that nobody's own wish can be read out of it.

One table and no sums, for a quarter that is over and stands still, and never a cell below five: so there is nothing to
subtract from one another, neither two pages of the same day nor the same page of two days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from anhoriglots.kernel.dates import monday_of
from anhoriglots.organisations.models import District

from ..models import GapCount

FEWEST = 5
# Told in steps, so that somebody who adds some wishes of their own learns nothing of the others'.
STEP = 5
QUARTER = 3


@dataclass(frozen=True, slots=True)
class Missing:
    """One wish that met nothing.

    Attributes:
        need, line: keys of the guide; the line is empty when the visitor did not say whom it is about.
        district: its name, or empty when it was not told.
        at_least: how often, rounded down to five, ten and so on.
    """

    need: str
    line: str
    district: str
    at_least: int


@dataclass(frozen=True, slots=True)
class MissingPage:
    """A quarter of a year with what was missing in it, the most wished for first."""

    year: int
    quarter: int
    rows: tuple[Missing, ...]


def missing(municipality: str, *, on: date) -> MissingPage:
    """The last quarter whose weeks are all over. Two statements; the caller has entered the municipality's scope.

    A week belongs to the quarter of its Monday.
    """
    year, quarter = _quarter_before(monday_of(on))
    starts = date(year, QUARTER * quarter - 2, 1)
    ends = date(year + (quarter == 4), QUARTER * quarter % 12 + 1, 1)
    counted = GapCount.objects.filter(municipality=municipality, week__gte=starts, week__lt=ends)
    cells = counted.values_list("need", "target_group_line", "district_key").annotate(sum=Sum("count"))
    enough = cells.filter(sum__gte=FEWEST).order_by("-sum", "need", "target_group_line", "district_key")
    return MissingPage(year, quarter, tuple(_told(enough, _names(municipality))))


def _quarter_before(day: date) -> tuple[int, int]:
    quarter = (day.month - 1) // QUARTER
    return (day.year, quarter) if quarter else (day.year - 1, 4)


def _names(municipality: str) -> dict[str, str]:
    return dict(District.objects.filter(municipality=municipality).values_list("key", "name"))


def _told(cells: Iterable[tuple[str, str, str, int]], names: dict[str, str]) -> Iterable[Missing]:
    rows = [
        Missing(need, line, names.get(district, district), count - count % STEP)
        for need, line, district, count in cells
    ]
    # Within a step the order tells nothing either.
    return sorted(rows, key=lambda row: (-row.at_least, row.need, row.line, row.district))
