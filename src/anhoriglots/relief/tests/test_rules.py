"""The rules as they come out of a profile: the four that are published, those of the three, how long hours are kept."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.tests.groups import hired, municipality
from anhoriglots.kernel.period import Period
from anhoriglots.organisations.models import Board
from anhoriglots.organisations.queries import municipality_by_code
from anhoriglots.profiles.schema import ReliefHours
from anhoriglots.relief.hours import Allowance, Round
from anhoriglots.relief.policies import is_in_time
from anhoriglots.relief.queries.bank import kept_until
from anhoriglots.relief.queries.rules import desk_for, hour_rule_on, hour_rules

from .wishes import place, published

pytestmark = pytest.mark.django_db


def board() -> Board:
    return Board.objects.get(municipality="0480", key="care_board")


@pytest.mark.parametrize(("key", "hours"), [("sunne", 10), ("tranemo", 12), ("vaxjo", 20), ("ronneby", 24)])
def test_the_published_rules_can_be_said(key: str, hours: int) -> None:
    (rule,) = hour_rules(place(published()[key]), board().pk)
    assert (rule.hours, rule.allowance.each, rule.allowance.saved) == (hours, Round.MONTH, 0)
    assert rule.lives_together == (key == "sunne")
    assert rule.weekdays == (frozenset(range(5)) if key == "tranemo" else frozenset())
    assert rule.source.endswith(".se")


def test_a_rule_holds_from_its_first_day_to_its_last() -> None:
    here = place(published()["vaxjo"], valid_to=date(2026, 12, 31), between=None)
    rules = hour_rules(here, board().pk)
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [hour_rule_on(rules, day) is not None for day in days] == [False, True, True, False]


def test_clock_hours_come_out_as_they_went_in() -> None:
    row = published()["tranemo"].model_dump() | {"between": "08:00-17:30"}
    (rule,) = hour_rules(place(ReliefHours.model_validate(row)), board().pk)
    assert rule.between == (time(8), time(17, 30))


def test_none_of_the_three_has_hours_since_none_of_their_sources_names_any() -> None:
    for code in ("0180", "0480", "0662"):
        here = municipality_by_code(code)
        assert here is not None
        assert here.settings["relief"]["hours"] == {}


def test_a_desk_is_that_of_the_own_board() -> None:
    desk = desk_for(municipality(), board().pk)
    assert desk is not None
    assert desk.unit_id in hired(Role.COORDINATOR).unit_ids
    assert desk_for(municipality(), Board.objects.get(municipality="0480", key="social_board").pk) is None


def test_notice_is_counted_in_swedish_days(at: datetime) -> None:
    (rule,) = hour_rules(place(published()["sunne"], notice_days=3), board().pk)
    asked = at.replace(hour=23, minute=59)
    assert is_in_time(rule, asked_at=asked, starts_at=at + timedelta(days=3))
    assert not is_in_time(rule, asked_at=asked, starts_at=at + timedelta(days=2, hours=13))


@pytest.mark.parametrize(
    ("each", "saved", "last"),
    [
        (Round.MONTH, 0, date(2028, 3, 14)),
        (Round.MONTH, 1, date(2028, 4, 14)),
        (Round.WEEK, 0, date(2028, 3, 19)),
        (Round.YEAR, 0, date(2029, 1, 14)),
        (Round.YEAR, 2, date(2031, 1, 14)),
    ],
)
def test_hours_are_kept_while_they_can_change_a_count_and_some_days_more(each: Round, saved: int, last: date) -> None:
    (rule,) = hour_rules(place(published()["sunne"]), board().pk)
    allowance = Allowance(600, each, saved, Period(date(2028, 1, 1)))
    changed = replace(rule, allowance=allowance)
    assert kept_until(date(2028, 2, 29), changed, days=14) == last
    assert kept_until(date(2028, 2, 29), None, days=14) == date(2028, 3, 14)
