"""When somebody looks in next, from what has been set; never whether somebody is there."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.law.calendar import is_holiday

from .models import Room

# Longer than any row of holidays, with a week on each side.
MOST_DAYS = 30


@dataclass(frozen=True, slots=True)
class Look:
    """A time in which somebody looks in."""

    starts_at: datetime
    ends_at: datetime


def next_look(room: Room, *, at: datetime) -> Look | None:
    """The time that is now or comes next, holidays left out; None when nobody has set any."""
    today = at.astimezone(SWEDEN).date()
    coming = (_look(room, today + timedelta(days=later)) for later in range(MOST_DAYS))
    return next((look for look in coming if look and at < look.ends_at), None)


def _look(room: Room, day: date) -> Look | None:
    if room.looks_from is None or room.looks_to is None or day.weekday() not in room.looks_on or is_holiday(day):
        return None
    return Look(*(datetime.combine(day, clock, SWEDEN) for clock in (room.looks_from, room.looks_to)))
