"""Days and times as people say them."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from anhoriglots.design.words import clock_in_words, day_in_words, instant_in_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "torsdag 5 mars klockan\u00a015"),
        ("en", "Thursday 5 March at\u00a015"),
        ("ar", "torsdag 5 mars klockan\u00a015"),
    ],
)
def test_an_instant_is_told_on_swedish_clocks_in_the_language_of_the_page(language: str, words: str) -> None:
    with override(language):
        assert instant_in_words(datetime(2026, 3, 5, 14, 0, tzinfo=UTC)) == words


def test_minutes_are_told_when_there_are_any() -> None:
    with override("sv"):
        assert instant_in_words(datetime(2026, 7, 1, 13, 5, tzinfo=UTC)).endswith("15.05")


@pytest.mark.parametrize(
    ("weekday", "year", "words"),
    [
        (False, False, "5 mars"),
        (True, False, "torsdag 5 mars"),
        (False, True, "5 mars 2026"),
        (True, True, "torsdag 5 mars 2026"),
    ],
)
def test_a_day_is_told_as_shortly_as_asked(weekday: bool, year: bool, words: str) -> None:
    with override("sv"):
        assert day_in_words(date(2026, 3, 5), weekday=weekday, year=year) == words


def test_a_clock_time_has_two_digits_each() -> None:
    assert clock_in_words(datetime(2026, 1, 5, 8, 5, tzinfo=UTC)) == "09.05"
