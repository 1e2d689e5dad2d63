"""Time is counted as the act on reckoning of statutory time says, for every day there is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.law.calendar import (
    Quarter,
    add_months,
    add_weeks,
    add_years,
    age_on,
    end_of_next_year,
    end_of_year,
    is_working_day,
    moved_to_working_day,
    quarter_of,
)

ANY_DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))
LONGEST_REST = 5


@given(ANY_DAY, st.integers(0, 60))
def test_a_week_ends_on_the_day_of_the_same_name(day: date, weeks: int) -> None:
    last = add_weeks(day, weeks)
    assert last.weekday() == day.weekday()
    assert (last - day).days == 7 * weeks


@given(ANY_DAY, st.integers(0, 600))
def test_a_month_ends_on_the_day_of_the_same_number_or_the_last_of_the_month(day: date, months: int) -> None:
    last = add_months(day, months)
    assert (last.year * 12 + last.month) - (day.year * 12 + day.month) == months
    assert last.day == day.day or (last.day < day.day and (last + timedelta(days=1)).day == 1)


@given(ANY_DAY, ANY_DAY, st.integers(0, 600))
def test_a_later_beginning_never_gives_an_earlier_end(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


@given(ANY_DAY, st.integers(0, 100))
def test_a_person_is_so_old_from_the_birthday_and_not_the_day_before(born: date, years: int) -> None:
    birthday = add_years(born, years)
    assert age_on(born, birthday) == years
    assert age_on(born, birthday - timedelta(days=1)) == years - 1


@given(ANY_DAY)
def test_every_day_lies_in_one_quarter_of_its_own_year(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.year == day.year
    assert day <= quarter.last_day
    assert quarter_of(quarter.last_day) == quarter
    assert quarter_of(quarter.last_day + timedelta(days=1)) > quarter


@given(ANY_DAY)
def test_the_last_day_is_moved_to_the_first_working_day_and_no_further(day: date) -> None:
    moved = moved_to_working_day(day)
    assert day <= moved <= day + timedelta(days=LONGEST_REST)
    assert is_working_day(moved)
    assert not any(is_working_day(day + timedelta(days=later)) for later in range((moved - day).days))


@given(ANY_DAY)
def test_the_end_of_the_year_is_in_the_same_year_and_the_next_one_a_year_later(day: date) -> None:
    assert end_of_year(day).year == day.year
    assert end_of_year(day) + timedelta(days=1) == date(day.year + 1, 1, 1)
    assert end_of_next_year(day) == end_of_year(add_years(day, 1))


@pytest.mark.parametrize(
    ("day", "moved", "why"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), "a Monday"),
        (date(2026, 11, 21), date(2026, 11, 23), "a Saturday"),
        (date(2026, 11, 22), date(2026, 11, 23), "a Sunday"),
        (date(2026, 4, 3), date(2026, 4, 7), "Good Friday, with all of Easter"),
        (date(2026, 4, 4), date(2026, 4, 7), "the Saturday of Easter"),
        (date(2026, 5, 14), date(2026, 5, 15), "Ascension Day; the Friday after it is a working day"),
        (date(2026, 6, 19), date(2026, 6, 22), "Midsummer's Eve"),
        (date(2026, 12, 24), date(2026, 12, 28), "Christmas Eve, with the weekend after it"),
        (date(2026, 12, 31), date(2027, 1, 4), "New Year's Eve, into the next year"),
        (date(2026, 1, 5), date(2026, 1, 5), "the eve of Epiphany, which 2 § does not name"),
        (date(2026, 4, 30), date(2026, 4, 30), "Walpurgis Eve, which 2 § does not name"),
        (date(2027, 5, 17), date(2027, 5, 17), "Whit Monday, no holiday since 2005"),
        (date(2004, 5, 31), date(2004, 6, 1), "Whit Monday, the last year it was a holiday"),
        (date(2025, 6, 6), date(2025, 6, 9), "the National Day"),
    ],
)
def test_the_days_of_rest_are_those_of_the_acts(day: date, moved: date, why: str) -> None:
    assert moved_to_working_day(day) == moved, why


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(2008, 2, 29), date(2026, 2, 27), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 11, 24), date(2026, 11, 23), -1),
    ],
)
def test_whoever_is_born_on_a_leap_day_is_a_year_older_on_the_last_of_february(born: date, on: date, age: int) -> None:
    assert age_on(born, on) == age


def test_months_counted_from_the_last_of_a_month_end_on_the_last_of_a_shorter_one() -> None:
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)


def test_a_quarter_says_its_name_and_last_day() -> None:
    assert quarter_of(date(2026, 11, 23)) == Quarter(2026, 4)
    assert Quarter(2026, 4).text == "kvartal 4 2026"
    assert Quarter(2028, 1).last_day == date(2028, 3, 31)
