"""Counts time as statutes count it. Source: lag (1930:173) om beräkning av lagstadgad tid, read in copies.

Days are local Swedish dates; none of these functions knows a clock.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

SATURDAY = 5
MONTHS_IN_A_QUARTER = 3


def add_weeks(day: date, weeks: int) -> date:
    """The day of the same name, so many weeks later (1 §)."""
    return day + timedelta(weeks=weeks)


def add_months(day: date, months: int) -> date:
    """The day of the same number, so many months later; the last of the month when it has no such day (1 §)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day, so many years later; 28 February for a leap day when the year has none (1 §)."""
    return add_months(day, 12 * years)


def age_on(born: date, on: date) -> int:
    """Whole years of age; negative before birth.

    No section of its own says when a person born on a leap day grows older. The general rule of 1 § is used: on
    28 February in a year without a leap day.
    """
    years = on.year - born.year
    return years if add_years(born, years) <= on else years - 1


def end_of_year(day: date) -> date:
    """The last day of the day's calendar year."""
    return date(day.year, 12, 31)


def end_of_next_year(day: date) -> date:
    """The last day of the calendar year after the day's."""
    return date(day.year + 1, 12, 31)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a calendar year; ``number`` is 1 to 4."""

    year: int
    number: int

    @property
    def last_day(self) -> date:
        """Its last day."""
        month = self.number * MONTHS_IN_A_QUARTER
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def text(self) -> str:
        """As a Swede writes it: "kvartal 4 2026"."""
        return f"kvartal {self.number} {self.year}"


def quarter_of(day: date) -> Quarter:
    """The quarter that the day belongs to."""
    return Quarter(day.year, (day.month - 1) // MONTHS_IN_A_QUARTER + 1)


def is_working_day(day: date) -> bool:
    """False on a Saturday, a Sunday, another public holiday and the three eves that 2 § names."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def is_holiday(day: date) -> bool:
    """True on a public holiday that is not only a Sunday, and on the three eves that 2 § names."""
    return day in _holidays_and_eves(day.year)


def moved_to_working_day(day: date) -> date:
    """The day itself, or the next working day when something that must be done by then may be done later (2 §)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@cache
def _holidays_and_eves(year: int) -> frozenset[date]:
    import holidays  # takes a moment to load, and few questions need it

    # Midsummer Day is the Saturday between 20 and 26 June.
    midsummer = next(date(year, 6, day) for day in range(20, 27) if date(year, 6, day).weekday() == SATURDAY)
    eves = {midsummer - timedelta(days=1), date(year, 12, 24), date(year, 12, 31)}
    return frozenset(holidays.country_holidays("SE", years=year, include_sundays=False)) | eves
