"""Times in Swedish words, also in the night when the clock is changed."""

from datetime import UTC, date, datetime

import pytest

from anhoriglots.casework.queries.when import clock, day_words, days_between, full_day, moment

from .work import SWEDEN


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "idag"),
        (date(2026, 11, 25), "imorgon"),
        (date(2026, 11, 23), "igår"),
        (date(2026, 12, 1), "tis 1 december"),
        (date(2027, 1, 1), "fre 1 januari 2027"),
    ],
)
def test_near_days_have_names(day: date, words: str) -> None:
    assert day_words(day, today=date(2026, 11, 24)) == words


def test_a_moment_is_told_in_swedish_time() -> None:
    assert moment(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), now=datetime(2026, 11, 24, 8, tzinfo=UTC)) == "idag 00.30"


def test_the_hour_that_does_not_exist_in_spring_is_passed_over() -> None:
    assert clock(datetime(2026, 3, 29, 0, 59, tzinfo=UTC)) == "01.59"
    assert clock(datetime(2026, 3, 29, 1, 0, tzinfo=UTC)) == "03.00"


def test_days_are_calendar_days() -> None:
    assert days_between(datetime(2026, 11, 23, 23, 59, tzinfo=SWEDEN), datetime(2026, 11, 24, 0, 1, tzinfo=SWEDEN)) == 1


def test_a_whole_day_has_its_weekday() -> None:
    assert full_day(date(2026, 11, 24)) == "tisdag 24 november"
