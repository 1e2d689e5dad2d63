"""A period must give every day to exactly one of two versions that follow each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.period import Period

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, second = sorted(draw(st.lists(DAYS, min_size=2, max_size=2, unique=True)))
    start, end = draw(st.sampled_from([(first, second), (None, second), (first, None), (None, None)]))
    return Period(start, end)


def test_the_first_day_belongs_to_it_and_the_end_does_not() -> None:
    period = Period(date(2025, 7, 1), date(2026, 7, 1))
    assert date(2025, 6, 30) not in period
    assert date(2025, 7, 1) in period
    assert date(2026, 6, 30) in period
    assert date(2026, 7, 1) not in period


@given(DAYS, DAYS)
def test_a_period_that_does_not_end_after_it_starts_is_refused(start: date, end: date) -> None:
    if end <= start:
        with pytest.raises(ValueError, match="must end after"):
            Period(start, end)
    else:
        assert start in Period(start, end)


@given(periods(), DAYS)
def test_without_limit_means_every_day_on_that_side(period: Period, day: date) -> None:
    inside = (period.start is None or day >= period.start) and not (period.end is not None and day >= period.end)
    assert (day in period) == inside


@given(periods(), periods())
def test_overlap_is_mutual_and_means_a_day_in_common(one: Period, other: Period) -> None:
    limits = [day for period in (one, other) for day in (period.start, period.end) if day is not None]
    candidates = [date.min, *limits]
    assert one.overlaps(other) == other.overlaps(one) == any(day in one and day in other for day in candidates)


@given(st.lists(DAYS, min_size=3, max_size=3, unique=True).map(sorted))
def test_two_that_meet_share_no_day_and_leave_none_out(days: list[date]) -> None:
    first, middle, last = days
    before, after = Period(first, middle), Period(middle, last)
    assert before.meets(after)
    assert not before.overlaps(after)
    assert (middle in before, middle in after) == (False, True)


@given(periods(), periods())
def test_a_period_never_meets_one_it_overlaps(one: Period, other: Period) -> None:
    assert not (one.meets(other) and one.overlaps(other))
