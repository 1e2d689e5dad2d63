"""A promised time is kept in the unit's own opening hours, over holidays and over the nights when the clock changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.organisations.opening_hours import NeverOpen, closing_time, next_opening, opening_span, promise

NINE_TO_THREE = {str(day): "09:00-15:00" for day in range(5)}
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)

# Quarters of an hour, as offices keep them; opening before closing.
clock_pairs = st.lists(st.integers(6 * 4, 22 * 4), min_size=2, max_size=2, unique=True).map(sorted)
spans = clock_pairs.map(lambda pair: "-".join(f"{quarter // 4:02}:{quarter % 4 * 15:02}" for quarter in pair))
weeks = st.dictionaries(st.sampled_from("0123456"), spans, min_size=1)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
near_a_change = st.sampled_from([SPRING, AUTUMN]).flatmap(
    lambda day: st.integers(-48 * 60, 48 * 60).map(
        lambda minutes: datetime.combine(day, time(1), UTC) + timedelta(minutes=minutes)
    )
)
moments = instants | near_a_change
days_left = st.integers(0, 5)


def _promised(hours: dict[str, str], working_days: int, received_at: datetime) -> datetime | None:
    try:
        return promise(hours, working_days=working_days, received_at=received_at)
    except NeverOpen:
        return None


@given(weeks, days_left, moments)
def test_a_promise_is_the_closing_time_of_an_open_day_and_never_before_it_was_asked_for(
    hours: dict[str, str], working_days: int, received_at: datetime
) -> None:
    promised = _promised(hours, working_days, received_at)
    if promised is not None:
        assert promised == closing_time(hours, promised.date())
        assert promised.astimezone(UTC) > received_at


@given(weeks, days_left, moments, st.integers(0, 14 * 24 * 60))
def test_who_asks_later_is_never_promised_an_earlier_time(
    hours: dict[str, str], working_days: int, received_at: datetime, minutes: int
) -> None:
    sooner = _promised(hours, working_days, received_at)
    later = _promised(hours, working_days, received_at + timedelta(minutes=minutes))
    if sooner is not None and later is not None:
        assert sooner <= later


@given(weeks, days_left, moments)
def test_one_more_working_day_is_always_a_later_day(
    hours: dict[str, str], working_days: int, received_at: datetime
) -> None:
    sooner = _promised(hours, working_days, received_at)
    later = _promised(hours, working_days + 1, received_at)
    if sooner is not None and later is not None:
        assert later.date() > sooner.date()


@given(weeks, days_left, moments)
def test_the_days_between_are_counted_in_open_days_alone(
    hours: dict[str, str], working_days: int, received_at: datetime
) -> None:
    promised = _promised(hours, working_days, received_at)
    if promised is not None:
        start = received_at.astimezone(SWEDEN).date()
        days = [start + timedelta(days=number) for number in range((promised.date() - start).days + 1)]
        closings = [closing for day in days if (closing := closing_time(hours, day)) and closing > received_at]
        assert len(closings) == working_days + 1


@given(weeks, moments)
def test_next_opening_is_in_the_future_and_absent_only_while_open(hours: dict[str, str], at: datetime) -> None:
    try:
        opens = next_opening(hours, at=at)
    except NeverOpen:
        return
    if opens is None:
        today = opening_span(hours, at.astimezone(SWEDEN).date())
        assert today is not None
        assert today[0] <= at < today[1]
    else:
        assert opens.astimezone(UTC) > at


@pytest.mark.parametrize(
    ("received", "promised"),
    [
        # Friday evening before the night when 02-03 does not exist: Monday is the first day, Tuesday the next.
        ("2026-03-27T16:00+01:00", "2026-03-31T15:00+02:00"),
        # Sunday 01:59 is the last minute of winter time, 03:00 the next one.
        ("2026-03-29T01:59+01:00", "2026-03-31T15:00+02:00"),
        ("2026-03-29T03:00+02:00", "2026-03-31T15:00+02:00"),
        # Both hours called 02 on the autumn night.
        ("2026-10-25T02:30+02:00", "2026-10-27T15:00+01:00"),
        ("2026-10-25T02:30+01:00", "2026-10-27T15:00+01:00"),
        # A minute before closing counts as the same day, the closing minute as the next.
        ("2026-11-24T14:59+01:00", "2026-11-25T15:00+01:00"),
        ("2026-11-24T15:00+01:00", "2026-11-26T15:00+01:00"),
    ],
)
def test_a_promise_is_the_same_clock_time_before_and_after_the_clock_changes(received: str, promised: str) -> None:
    received_at = datetime.fromisoformat(received)
    assert promise(NINE_TO_THREE, working_days=1, received_at=received_at) == datetime.fromisoformat(promised)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 1, 6),
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 5, 1),
        date(2026, 5, 14),  # Ascension Day
        date(2026, 6, 19),  # Midsummer's Eve
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 12, 31),
    ],
)
def test_nobody_is_promised_an_answer_on_a_holiday(day: date) -> None:
    assert closing_time(NINE_TO_THREE, day) is None
    eve = datetime.combine(day - timedelta(days=1), time(20), SWEDEN)
    assert promise(NINE_TO_THREE, working_days=0, received_at=eve).date() > day


@pytest.mark.parametrize("day", [date(2026, 6, 18), date(2026, 12, 23), date(2026, 4, 2), date(2026, 1, 5)])
def test_the_working_day_before_a_holiday_is_open(day: date) -> None:
    assert closing_time(NINE_TO_THREE, day) == datetime.combine(day, time(15), SWEDEN)


def test_christmas_week_is_skipped_as_a_whole() -> None:
    """Wednesday 23 December 2026 after closing: 24-27 are closed, Monday 28 is the first day, Tuesday 29 the next."""
    received_at = datetime(2026, 12, 23, 15, 30, tzinfo=SWEDEN)
    assert promise(NINE_TO_THREE, working_days=1, received_at=received_at).date() == date(2026, 12, 29)


def test_a_unit_without_opening_hours_promises_nothing() -> None:
    with pytest.raises(NeverOpen):
        promise({}, working_days=1, received_at=datetime(2026, 11, 24, 10, tzinfo=SWEDEN))
