"""What is left of the hours on a day, by every rule there could be."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.kernel.period import Period
from anhoriglots.relief.hours import TAKES, Allowance, Entry, Kind, Left, Round, left_on, round_of

HOUR = 60
FIRST = date(2027, 1, 1)
DAYS = st.dates(date(2027, 1, 1), date(2028, 12, 31))
ENTRIES = st.lists(
    st.builds(Entry, day=DAYS, minutes=st.integers(0, 20 * HOUR), kind=st.sampled_from(Kind)), max_size=12
)
EACH = st.sampled_from(Round)


def monthly(hours: int, *, saved: int = 0, days: Period | None = None) -> Allowance:
    return Allowance(hours * HOUR, Round.MONTH, saved, days or Period(FIRST))


def used(day: date, hours: float, kind: Kind = Kind.USED) -> Entry:
    return Entry(day, round(hours * HOUR), kind)


def hours_left(day: date, rules: list[Allowance], entries: list[Entry]) -> float | None:
    found = left_on(day, allowances=rules, entries=entries, since=FIRST)
    return found.left / HOUR if found else None


def test_what_is_used_is_taken_from_the_month_it_is_used_in() -> None:
    entries = [used(date(2027, 1, 31), 3), used(date(2027, 2, 1), 4)]
    assert hours_left(date(2027, 1, 15), [monthly(10)], entries) == 7
    assert hours_left(date(2027, 2, 28), [monthly(10)], entries) == 6
    assert hours_left(date(2027, 3, 1), [monthly(10)], entries) == 10


def test_what_is_called_off_in_time_takes_nothing_and_late_takes_all() -> None:
    entries = [used(date(2027, 1, 5), 2, Kind.CANCELLED_IN_TIME), used(date(2027, 1, 6), 3, Kind.CANCELLED_LATE)]
    assert hours_left(date(2027, 1, 6), [monthly(10)], entries) == 7


def test_what_is_promised_is_taken_before_it_has_been() -> None:
    assert hours_left(date(2027, 1, 1), [monthly(10)], [used(date(2027, 1, 30), 4, Kind.PROMISED)]) == 6


def test_hours_that_a_person_adds_are_there_in_that_month_only() -> None:
    entries = [used(date(2027, 1, 5), 5, Kind.GRANTED)]
    assert hours_left(date(2027, 1, 31), [monthly(10)], entries) == 15
    assert hours_left(date(2027, 2, 1), [monthly(10)], entries) == 10


def test_saved_hours_are_used_oldest_first_and_lapse_in_their_turn() -> None:
    rule = [monthly(10, saved=1)]
    assert hours_left(date(2027, 2, 1), rule, []) == 20
    assert hours_left(date(2027, 3, 1), rule, []) == 20
    entries = [used(date(2027, 2, 10), 12)]
    assert hours_left(date(2027, 2, 28), rule, entries) == 8
    assert hours_left(date(2027, 3, 1), rule, entries) == 18


def test_nobody_owes_hours() -> None:
    entries = [used(date(2027, 1, 10), 25)]
    assert hours_left(date(2027, 1, 31), [monthly(10)], entries) == 0
    assert hours_left(date(2027, 2, 1), [monthly(10)], entries) == 10


def test_a_leap_day_is_a_day_of_february() -> None:
    entries = [used(date(2028, 2, 29), 4)]
    assert hours_left(date(2028, 2, 1), [monthly(10)], entries) == 6
    assert hours_left(date(2028, 3, 1), [monthly(10)], entries) == 10
    assert round_of(date(2028, 2, 29), Round.MONTH) == (date(2028, 2, 1), date(2028, 2, 29))


def test_a_rule_that_changes_in_the_middle_gives_the_new_hours_and_never_both() -> None:
    rules = [monthly(10, days=Period(FIRST, date(2027, 3, 15))), monthly(12, days=Period(date(2027, 3, 15)))]
    entries = [used(date(2027, 3, 3), 4)]
    assert hours_left(date(2027, 3, 14), rules, entries) == 6
    assert hours_left(date(2027, 3, 15), rules, entries) == 8
    assert hours_left(date(2027, 4, 1), rules, entries) == 12


def test_saved_hours_outlive_a_change_in_the_middle_and_are_not_counted_twice() -> None:
    rules = [
        monthly(10, saved=1, days=Period(FIRST, date(2027, 2, 15))),
        monthly(10, saved=1, days=Period(date(2027, 2, 15))),
    ]
    entries = [used(date(2027, 2, 3), 4)]
    assert hours_left(date(2027, 2, 14), rules, entries) == 16
    assert hours_left(date(2027, 2, 15), rules, entries) == 16


def test_there_is_no_bank_before_the_rule_between_two_and_after_the_last() -> None:
    rules = [
        monthly(10, days=Period(date(2027, 2, 1), date(2027, 3, 1))),
        monthly(10, days=Period(date(2027, 4, 10), date(2027, 5, 1))),
    ]
    found = [hours_left(day, rules, []) for day in (FIRST, date(2027, 3, 1), date(2027, 4, 9), date(2027, 5, 1))]
    assert found == [None, None, None, None]
    assert hours_left(date(2027, 4, 30), rules, []) == 10


def test_a_round_that_the_rule_cuts_short_ends_with_it() -> None:
    found = left_on(date(2027, 5, 3), allowances=[monthly(10, days=Period(FIRST, date(2027, 5, 20)))], entries=[])
    assert found == Left(10 * HOUR, 0, 10 * HOUR, date(2027, 5, 19))


def test_relief_that_begins_late_on_swedish_clocks_belongs_to_that_month() -> None:
    """23.30 on the last of a month is already the next month in no place but Sweden's east; the day is the Swedish."""
    for last in (date(2027, 3, 31), date(2027, 10, 31), date(2028, 2, 29)):
        begins = datetime(last.year, last.month, last.day, 23, 30, tzinfo=SWEDEN)
        entries = [used(begins.astimezone(SWEDEN).date(), 2)]
        assert hours_left(last, [monthly(10)], entries) == 8


@given(day=DAYS, entries=ENTRIES, hours=st.integers(0, 40), each=EACH, saved=st.integers(0, 3))
def test_what_is_left_is_never_negative_nor_more_than_was_ever_given(
    day: date, entries: list[Entry], hours: int, each: Round, saved: int
) -> None:
    rule = Allowance(hours * HOUR, each, saved, Period(FIRST))
    found = left_on(day, allowances=[rule], entries=entries, since=FIRST)
    assert found is not None
    added = sum(entry.minutes for entry in entries if entry.kind is Kind.GRANTED)
    assert 0 <= found.left <= rule.minutes * (saved + 1) + added


@given(day=DAYS, entries=ENTRIES, hours=st.integers(0, 40), each=EACH)
def test_hours_that_cannot_be_saved_never_are(day: date, entries: list[Entry], hours: int, each: Round) -> None:
    rule = Allowance(hours * HOUR, each, 0, Period(FIRST))
    first, last = round_of(day, each)
    inside = [entry for entry in entries if first <= entry.day <= last]
    added = sum(entry.minutes for entry in inside if entry.kind is Kind.GRANTED)
    taken = sum(entry.minutes for entry in inside if entry.kind in TAKES)
    found = left_on(day, allowances=[rule], entries=entries, since=FIRST)
    assert found == Left(rule.minutes + added, taken, max(0, rule.minutes + added - taken), last)


@given(day=DAYS, entries=ENTRIES, saved=st.integers(0, 3), more=st.integers(1, 20 * HOUR), each=EACH)
def test_using_more_never_leaves_more(day: date, entries: list[Entry], saved: int, more: int, each: Round) -> None:
    rule = Allowance(20 * HOUR, each, saved, Period(FIRST))

    def left(known: list[Entry]) -> int:
        found = left_on(day, allowances=[rule], entries=known, since=FIRST)
        assert found is not None
        return found.left

    assert left([*entries, Entry(day, more, Kind.USED)]) <= left(entries)


@given(day=DAYS, entries=ENTRIES, change=DAYS, hours=st.tuples(st.integers(0, 40), st.integers(0, 40)), each=EACH)
def test_a_change_of_the_rule_gives_what_the_rule_of_the_day_gives(
    day: date, entries: list[Entry], change: date, hours: tuple[int, int], each: Round
) -> None:
    """Without saving, a change in the middle is as if the rule of the day had held since the round began."""
    old = Allowance(hours[0] * HOUR, each, 0, Period(FIRST - timedelta(days=400), change))
    new = Allowance(hours[1] * HOUR, each, 0, Period(change))
    of_the_day = Allowance((new if day >= change else old).minutes, each, 0, Period(FIRST - timedelta(days=400)))
    known = [entry for entry in entries if day >= change or entry.day < change]
    both = left_on(day, allowances=[old, new], entries=known, since=FIRST)
    alone = left_on(day, allowances=[of_the_day], entries=known, since=FIRST)
    assert both is not None
    assert alone is not None
    assert (both.left, both.granted, both.used) == (alone.left, alone.granted, alone.used)


@given(day=st.dates(date(2020, 1, 1), date(2040, 12, 31)), each=EACH)
def test_a_round_holds_its_day_and_meets_the_next(day: date, each: Round) -> None:
    first, last = round_of(day, each)
    assert first <= day <= last
    assert round_of(last + timedelta(days=1), each)[0] == last + timedelta(days=1)
    assert round_of(first, each) == round_of(last, each) == (first, last)
