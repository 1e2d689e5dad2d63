"""Whoever plans a time is told what is taken then, and that it is a holiday; nothing of it stops them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.choices import Way
from anhoriglots.booking.models import Meeting
from anhoriglots.booking.queries.clashes import Taken, taken_by, warnings
from anhoriglots.booking.schedule import Plan, Time, times_of

from .groups import PLAN, a_group, at_work, hired

pytestmark = pytest.mark.django_db
ONCE = replace(PLAN, times=1)


def first_time(plan: Plan = ONCE) -> list[Time]:
    return list(times_of(plan))


def test_the_same_leader_or_place_at_once_is_told_each_by_itself(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at, plan=ONCE, leader_id=advisor.user_id)
    same = taken_by(group)
    elsewhere = replace(same, place="Biblioteket")
    somebody = replace(same, leader_id=None, place="träffpunkten,  exempelgatan 1")
    with at_work(advisor):
        assert [line.partition(":")[0] for line in warnings(same, first_time(), at=at)] == [
            "Den som leder har annat samtidigt",
            "Platsen är upptagen samtidigt",
        ]
        assert [line.partition(":")[0] for line in warnings(elsewhere, first_time(), at=at)] == [
            "Den som leder har annat samtidigt"
        ]
        (line,) = warnings(somebody, first_time(), at=at)
        assert line == ("Platsen är upptagen samtidigt: Tisdagsgruppen (exempel), tis 1 december 18.00–20.00.")
        assert warnings(same, first_time(), at=at, but=group.pk) == []


def test_the_same_link_at_once_is_told(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at, plan=ONCE, way=Way.ONLINE, online_link="https://mote.exempel.se/1")
    taken = taken_by(group)
    assert taken == Taken(group.board_id, None, "", "https://mote.exempel.se/1")
    with at_work(advisor):
        assert [line.partition(":")[0] for line in warnings(taken, first_time(), at=at)] == ["Länken används samtidigt"]


def test_what_only_touches_or_is_called_off_takes_nothing(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at, plan=ONCE, leader_id=advisor.user_id)
    (one,) = first_time()
    after = Time(one.ends_at, one.ends_at + timedelta(hours=1))
    with at_work(advisor):
        assert warnings(taken_by(group), [after], at=at) == []
        cancel_meeting(actor=advisor, meeting_id=Meeting.objects.get(group=group).pk, at=at)
        assert warnings(taken_by(group), [one], at=at) == []
    other = a_group(advisor, at=at, plan=ONCE, leader_id=advisor.user_id)
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=other.pk, at=at)
        assert warnings(taken_by(other), [one], at=at) == []


def test_the_draft_of_another_board_is_not_told(at: datetime) -> None:
    other = a_group(hired(), at=at, plan=ONCE, published=False)
    published = a_group(hired(), at=at, plan=replace(ONCE, starts=time(8), ends=time(9)))
    social = hired(board="social_board")
    with at_work(social):
        place = replace(taken_by(other), board_id=social.board_id)
        assert warnings(place, first_time(), at=at) == []
        morning = [Time(published.starts_at, published.ends_at)]
        assert [line.partition(":")[0] for line in warnings(place, morning, at=at)] == ["Platsen är upptagen samtidigt"]


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2026, 12, 24), True),
        (date(2027, 1, 6), True),
        (date(2027, 3, 26), True),
        (date(2026, 12, 23), False),
        (date(2027, 1, 7), False),
    ],
)
def test_a_holiday_is_told(at: datetime, day: date, holiday: bool) -> None:
    group = a_group(advisor := hired(), at=at)
    sweden = ZoneInfo("Europe/Stockholm")
    times = [Time(datetime.combine(day, time(18), sweden), datetime.combine(day, time(20), sweden))]
    with at_work(advisor):
        told = warnings(replace(taken_by(group), place="Annan plats"), times, at=at)
    assert bool(told) == holiday
    assert all(line.startswith("Helgdag eller helgdagsafton: ") for line in told)
