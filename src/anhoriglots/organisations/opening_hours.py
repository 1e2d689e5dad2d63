"""Counts promised time in a unit's own opening hours and Swedish holidays.

Assumptions: a public holiday, Midsummer's Eve, Christmas Eve and New Year's Eve are closed days, as municipal
offices keep them; clock times are Swedish wall-clock times, so that a promise keeps its hour when the clock changes.
"""

from datetime import date, datetime, time, timedelta

from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.law.calendar import is_holiday

# Nobody is open for this long: the profile has no opening hours at all.
MOST_DAYS = 60


class NeverOpen(ValueError):
    """The unit has no opening hours, so no time can be promised."""


def closing_time(hours: dict[str, str], day: date) -> datetime | None:
    """When the unit closes that day, or None on a closed day.

    ``hours`` maps a weekday ("0" is Monday) to "09:00-15:00".
    """
    span = hours.get(str(day.weekday()))
    if span is None or is_holiday(day):
        return None
    return datetime.combine(day, time.fromisoformat(span.split("-")[1]), SWEDEN)


def opening_span(hours: dict[str, str], day: date) -> tuple[datetime, datetime] | None:
    """When the unit opens and closes that day, or None on a closed day; ``hours`` as in closing_time."""
    closes = closing_time(hours, day)
    if closes is None:
        return None
    opens = time.fromisoformat(hours[str(day.weekday())].split("-")[0])
    return datetime.combine(day, opens, SWEDEN), closes


def next_opening(hours: dict[str, str], *, at: datetime) -> datetime | None:
    """When the unit opens next, or None when it is open at the instant ``at``.

    Raises:
        NeverOpen: no open day within two months.
    """
    day = at.astimezone(SWEDEN).date()
    for later in range(MOST_DAYS):
        span = opening_span(hours, day + timedelta(days=later))
        if span is not None and at < span[1]:
            return span[0] if at < span[0] else None
    raise NeverOpen("opening hours are missing")


def promise(hours: dict[str, str], *, working_days: int, received_at: datetime) -> datetime:
    """The closing time of the last day on which the answer is due.

    Args:
        hours: opening hours by weekday.
        working_days: open days after the day the message is counted as received.
        received_at: instant of sending. After closing, or on a closed day, it counts as the next open day.

    Raises:
        NeverOpen: no open day within two months.
    """
    day = received_at.astimezone(SWEDEN).date()
    left = working_days
    for _ in range(MOST_DAYS):
        closes = closing_time(hours, day)
        if closes is not None and closes > received_at:
            if left == 0:
                return closes
            left -= 1
        day += timedelta(days=1)
    raise NeverOpen("opening hours are missing")
