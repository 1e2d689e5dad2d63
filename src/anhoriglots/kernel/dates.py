"""Swedish dates in words, and weeks; here because both law and pages need them and neither may know the other."""

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")
# The one way a day is read; ``date.fromisoformat`` alone also takes "20260701" and the third day of "2026-W27-3".
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def swedish_date(day: date, *, days: int = 0) -> str:
    """The day as "1 juli 2026"; ``days`` moves it first."""
    moved = day + timedelta(days=days)
    return f"{moved.day} {MONTHS[moved.month - 1]} {moved.year}"


def monday_of(day: date) -> date:
    """The Monday of the day's week; what is counted by the week is kept as that day."""
    return day - timedelta(days=day.weekday())
