"""Days and times as people say them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date, get_time_format
from django.conf import settings
from django.utils.translation import override

from anhoriglots.design.words import (
    HABITS,
    clock_in_words,
    coming_in_words,
    day_in_words,
    instant_in_words,
    span_in_words,
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "torsdag 5 mars klockan\u00a015"),
        ("en", "Thursday 5 March at\u00a015"),
        ("sv-simple", "torsdag 5 mars klockan\u00a015"),
        ("fi", "torstaina 5. maaliskuuta kello\u00a015"),
        ("ar", "الخميس، 5 مارس الساعة\u00a015:00"),
        ("so", "Khamiis 5 Maarso saacadda\u00a015:00"),
        ("fa", "پنجشنبه 5 مارس ساعت\u00a015:00"),
        ("uk", "четвер, 5 березня о\u00a015:00"),
    ],
)
def test_an_instant_is_told_on_swedish_clocks_in_the_language_of_the_page(language: str, words: str) -> None:
    with override(language):
        assert instant_in_words(datetime(2026, 3, 5, 14, 0, tzinfo=UTC)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "torsdag 5 mars klockan\u00a015–17.30"),
        ("so", "Khamiis 5 Maarso saacadda 15:00–17:30"),
        ("ar", "الخميس، 5 مارس الساعة\u00a015:00–17:30"),
    ],
)
def test_a_span_stays_on_one_line_where_a_narrow_page_has_room_and_is_never_cut_within_its_clocks(
    language: str, words: str
) -> None:
    with override(language):
        assert span_in_words(*(datetime(2026, 3, 5, *at, tzinfo=UTC) for at in ((14, 0), (16, 30)))) == words


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


SWEDEN = ZoneInfo("Europe/Stockholm")


def _local(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SWEDEN)


@pytest.mark.parametrize(
    ("now", "then", "swedish", "english"),
    [
        # Tuesday before opening
        (_local(11, 24, 7), _local(11, 24, 9), "i dag klockan\u00a09", "today at\u00a09"),
        # Just after midnight, by Swedish clocks: still the same day as the opening
        (_local(11, 24, 0, 5), _local(11, 24, 9), "i dag klockan\u00a09", "today at\u00a09"),
        # Tuesday evening
        (_local(11, 24, 23, 59), _local(11, 25, 9), "i morgon klockan\u00a09", "tomorrow at\u00a09"),
        # Friday evening, Saturday, Sunday
        (_local(11, 27, 16), _local(11, 30, 9), "på måndag klockan\u00a09", "on Monday at\u00a09"),
        (_local(11, 29, 12), _local(11, 30, 9, 30), "i morgon klockan\u00a09.30", "tomorrow at\u00a09.30"),
        # Wednesday 23 December, over Christmas: five days ahead
        (_local(12, 23, 16), _local(12, 28, 9), "på måndag klockan\u00a09", "on Monday at\u00a09"),
        # A week ahead or more: the weekday alone could be the wrong one
        (
            _local(12, 21, 16),
            _local(12, 28, 9),
            "på måndag 28 december klockan\u00a09",
            "on Monday 28 December at\u00a09",
        ),
        # The night when 02-03 does not exist
        (_local(3, 28, 23, 30), _local(3, 29, 9), "i morgon klockan\u00a09", "tomorrow at\u00a09"),
    ],
)
def test_when_something_begins_is_told_as_seen_from_now(
    now: datetime, then: datetime, swedish: str, english: str
) -> None:
    for language, words in (("sv", swedish), ("en", english)):
        with override(language):
            assert coming_in_words(then.astimezone(UTC), now=now.astimezone(UTC)) == words


def test_every_language_has_its_way_of_writing_days() -> None:
    assert set(HABITS) == {code.partition("-")[0] for code, _name in settings.LANGUAGES}


@pytest.mark.parametrize("language", sorted(HABITS))
def test_days_and_months_are_named_as_in_the_common_locale_data(language: str) -> None:
    for day in (date(2026, 1, 5) + timedelta(days=36 * number) for number in range(12)):
        with override(language):
            told = day_in_words(day, weekday=True)
        assert format_date(day, "MMMM", locale=HABITS[language].locale) in told
        assert told.startswith(format_date(day, "EEEE", locale=HABITS[language].locale))
        assert str(day.day) in told


@pytest.mark.parametrize("language", ["fi", "fa", "uk"])
def test_a_clock_time_has_the_sign_of_the_common_locale_data(language: str) -> None:
    assert f"H{HABITS[language].clock}mm" in str(get_time_format("short", locale=HABITS[language].locale))
    with override(language):
        assert clock_in_words(datetime(2026, 1, 5, 8, 5, tzinfo=UTC)) == f"09{HABITS[language].clock}05"
