"""The times of a series, in Swedish wall-clock time: a meeting at 18 stays at 18 when the clock is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.law.calendar import is_holiday

from .choices import Rhythm

MOST_MEETINGS = 60
DAYS = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14}
DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Time:
    """One meeting, as two instants on Swedish clocks."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """How the times of a group were asked for.

    Attributes:
        first: the day of the first meeting.
        starts, ends: clock times; a meeting that ends at or before its start ends the next day, which is a slip.
        times: how many meetings.
        rhythm: how they follow each other; without meaning when there is one.
        skip_holidays: leave out public holidays and the three eves; the number of meetings is kept.
    """

    first: date
    starts: time
    ends: time
    times: int = 1
    rhythm: Rhythm = Rhythm.WEEKLY
    skip_holidays: bool = True


def times_of(plan: Plan) -> tuple[Time, ...]:
    """Every meeting in order.

    Raises:
        ValueError: it ends before it starts, or there are none or too many meetings.
    """
    if plan.ends <= plan.starts:
        raise ValueError("a meeting must end later the same day")
    if not 1 <= plan.times <= MOST_MEETINGS:
        raise ValueError(f"a group has from 1 to {MOST_MEETINGS} meetings")
    days = (day for day in _days(plan) if not (plan.skip_holidays and is_holiday(day)))
    return tuple(_time(day, plan) for day, _ in zip(days, range(plan.times), strict=False))


def left_out(plan: Plan) -> tuple[date, ...]:
    """The holidays that the series jumps over before its last meeting."""
    if not plan.skip_holidays:
        return ()
    last = times_of(plan)[-1].starts_at.date()
    return tuple(day for day in takewhile(lambda one: one <= last, _days(plan)) if is_holiday(day))


def _days(plan: Plan) -> Iterator[date]:
    turn = 0
    while True:
        yield _monthly(plan.first, turn) if plan.rhythm is Rhythm.MONTHLY else _steady(plan, turn)
        turn += 1


def _steady(plan: Plan, turn: int) -> date:
    return plan.first + timedelta(days=turn * DAYS[plan.rhythm])


def _monthly(first: date, turn: int) -> date:
    """The same weekday of the same week of the month: the second Tuesday; the fifth becomes the last."""
    years, month = divmod(first.month - 1 + turn, 12)
    start = date(first.year + years, month + 1, 1)
    ahead = (first.weekday() - start.weekday()) % DAYS_IN_A_WEEK
    day = start + timedelta(days=ahead + (first.day - 1) // DAYS_IN_A_WEEK * DAYS_IN_A_WEEK)
    return day if day.month == start.month else day - timedelta(days=DAYS_IN_A_WEEK)


def _time(day: date, plan: Plan) -> Time:
    return Time(datetime.combine(day, plan.starts, SWEDEN), datetime.combine(day, plan.ends, SWEDEN))
