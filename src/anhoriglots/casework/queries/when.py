"""Instants in Swedish words, as they stand on staff pages and in the carer's thread."""

from datetime import date, datetime, timedelta

from anhoriglots.kernel.dates import MONTHS, SWEDEN

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def clock(at: datetime) -> str:
    """The Swedish wall-clock time as "09.14"."""
    return f"{at.astimezone(SWEDEN):%H.%M}"


def day_words(day: date, *, today: date) -> str:
    """ "idag", "imorgon", "igår", otherwise "tis 3 mars", with the year when it is another one."""
    near = {-1: "igår", 0: "idag", 1: "imorgon"}.get((day - today).days)
    if near:
        return near
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}{year}"


def full_day(day: date) -> str:
    """ "tisdag 3 mars"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def moment(at: datetime, *, now: datetime) -> str:
    """Day and time as seen from now: "idag 15.00", "tis 3 mars 09.14"."""
    local = at.astimezone(SWEDEN)  # once, and without asking the framework for the zone: a list says it in each row
    return f"{day_words(local.date(), today=now.astimezone(SWEDEN).date())} {local:%H.%M}"


def days_between(earlier: datetime, later: datetime) -> int:
    """Swedish calendar days from one instant to another."""
    return (later.astimezone(SWEDEN).date() - earlier.astimezone(SWEDEN).date()) // timedelta(days=1)
