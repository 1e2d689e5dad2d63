"""Times of groups in Swedish words, for staff pages."""

from datetime import date, datetime

from anhoriglots.kernel.dates import MONTHS, SWEDEN

WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
NEAR = {-1: "igår", 0: "idag", 1: "imorgon"}


def day_words(day: date, *, today: date) -> str:
    """ "idag", "imorgon", "igår", otherwise "tis 1 december", with the year when it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    named = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"
    return NEAR.get((day - today).days, named)


def clocks(starts_at: datetime, ends_at: datetime) -> str:
    """ "18.00–20.00" on Swedish clocks."""
    return f"{starts_at.astimezone(SWEDEN):%H.%M}–{ends_at.astimezone(SWEDEN):%H.%M}"


def time_words(starts_at: datetime, ends_at: datetime, *, today: date) -> str:
    """ "tis 1 december 18.00–20.00"."""
    return f"{day_words(starts_at.astimezone(SWEDEN).date(), today=today)} {clocks(starts_at, ends_at)}"
