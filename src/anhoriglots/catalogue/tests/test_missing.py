"""What was missing is told by the quarter, and never so that one visitor's wish can be read out of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from anhoriglots.catalogue.actions.count_gap import count_gap
from anhoriglots.catalogue.queries.missing import Missing, missing
from anhoriglots.database.scope import scope

pytestmark = pytest.mark.django_db
HERE = "0662"
SUMMER = datetime(2026, 8, 12, 10, tzinfo=UTC)
AUTUMN = date(2026, 10, 7)


def wished(times: int, *, at: datetime = SUMMER, need: str = "rest", district: str | None = None) -> None:
    for _ in range(times):
        count_gap(at=at, municipality=HERE, district=district, wishes=[(need, "old")])


def told(on: date = AUTUMN) -> tuple[Missing, ...]:
    with scope(HERE):
        return missing(HERE, on=on).rows


def test_what_fewer_than_five_have_wished_for_is_not_told() -> None:
    wished(4)
    assert told() == ()
    wished(1)
    assert told() == (Missing("rest", "old", "", 5),)


def test_small_cells_are_not_found_by_taking_one_from_another() -> None:
    wished(6, need="rest")
    wished(4, need="rest", district="somewhere")
    wished(3, need="talk")
    assert told() == (Missing("rest", "old", "", 5),)


@pytest.mark.parametrize("more", range(5))
def test_some_wishes_more_are_not_seen_before_they_are_five(more: int) -> None:
    wished(10 + more)
    assert [row.at_least for row in told()] == [10]


def test_a_quarter_that_is_not_over_is_not_told_so_that_no_two_days_can_be_compared() -> None:
    wished(9, at=SUMMER)
    day, seen = date(2026, 7, 6), set()
    while day < date(2026, 9, 30):
        seen.add(told(day))
        day += timedelta(days=1)
    assert seen == {()}


def test_a_week_over_new_year_belongs_to_the_quarter_of_its_monday_and_is_told_when_it_is_over() -> None:
    wished(7, at=datetime(2026, 12, 31, 12, tzinfo=UTC))
    assert told(date(2027, 1, 3)) == ()
    assert len(told(date(2027, 1, 4))) == 1
    with scope(HERE):
        page = missing(HERE, on=date(2027, 1, 4))
    assert (page.year, page.quarter) == (2026, 4)


def test_another_municipality_sees_nothing_of_it() -> None:
    wished(9)
    with scope("0480"):
        assert missing("0480", on=AUTUMN).rows == ()
