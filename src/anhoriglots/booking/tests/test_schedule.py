"""The times of a series keep their hour, jump over holidays and have no gaps."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.booking.choices import Rhythm
from anhoriglots.booking.schedule import MOST_MEETINGS, Plan, left_out, times_of
from anhoriglots.law.calendar import is_holiday


def evening(first: date, times: int, rhythm: Rhythm = Rhythm.WEEKLY, *, skip: bool = True) -> Plan:
    return Plan(first, time(18), time(20), times, rhythm, skip)


@pytest.mark.parametrize("first", [date(2027, 3, 22), date(2026, 10, 19)])
def test_a_clock_change_leaves_the_hour_as_it_is(first: date) -> None:
    before, after = times_of(evening(first, 2))
    assert before.starts_at.hour == after.starts_at.hour == 18
    utc = [one.starts_at.astimezone(ZoneInfo("UTC")).hour for one in (before, after)]
    assert abs(utc[0] - utc[1]) == 1


def test_holidays_are_jumped_over_and_the_number_is_kept() -> None:
    plan = evening(date(2026, 12, 18), 4)
    assert [one.starts_at.date() for one in times_of(plan)] == [
        date(2026, 12, 18),
        date(2027, 1, 8),
        date(2027, 1, 15),
        date(2027, 1, 22),
    ]
    assert left_out(plan) == (date(2026, 12, 25), date(2027, 1, 1))


def test_a_month_keeps_the_weekday_and_its_place() -> None:
    plan = evening(date(2027, 1, 29), 3, Rhythm.MONTHLY)  # the fifth Friday, else the last
    assert [one.starts_at.date() for one in times_of(plan)] == [date(2027, 1, 29), date(2027, 2, 26), date(2027, 4, 30)]


@pytest.mark.parametrize("wrong", [{"times": 0}, {"times": MOST_MEETINGS + 1}, {"ends": time(18)}, {"ends": time(17)}])
def test_impossible_plans_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="meeting"):
        times_of(replace(evening(date(2027, 1, 1), 1), **wrong))


@given(
    st.dates(date(2026, 1, 1), date(2040, 1, 1)),
    st.integers(1, MOST_MEETINGS),
    st.sampled_from(list(Rhythm)),
    st.booleans(),
)
def test_the_series_has_as_many_as_asked_in_order_on_the_same_weekday(
    first: date, count: int, rhythm: Rhythm, skip: bool
) -> None:
    times = times_of(evening(first, count, rhythm, skip=skip))
    days = [one.starts_at.date() for one in times]
    assert len(days) == count
    assert days == sorted(set(days))
    assert {day.weekday() for day in days} == {first.weekday()}
    assert not (skip and any(map(is_holiday, days)))
    assert all(one.ends_at - one.starts_at == timedelta(hours=2) for one in times)
