"""A group that is changed or moved keeps its promises to those who have booked."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.change_group import change_group
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.actions.offer_seats import offer_seats
from anhoriglots.booking.actions.plan_group import plan_group
from anhoriglots.booking.choices import Seating
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.schedule import Time
from anhoriglots.booking.seats import OFFER_HOLDS
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.visitors.models import AccessCode

from .groups import NYKOPING, PLAN, a_group, at_work, books, described, hired, stored

pytestmark = pytest.mark.django_db


def test_more_seats_are_offered_to_those_who_wait(at: datetime) -> None:
    planner = hired()
    group = a_group(planner, at=at, capacity=1)
    books(group, at=at)
    waiting = books(group, at=at, or_queue=True)
    with at_work(planner):
        offered = change_group(actor=planner, group_id=group.pk, described=described(capacity=2), at=at)
    assert [one.pk for one in offered] == [waiting.booking_id]
    assert stored(waiting).step == BookingStep.OFFERED


def test_seats_that_are_taken_are_never_taken_away(at: datetime) -> None:
    planner = hired()
    group = a_group(planner, at=at, seating=Seating.MEETING, capacity=3)
    with at_work(planner):
        meeting = Meeting.objects.filter(group=group).order_by("starts_at")[1]
    books(group, at=at, meeting_id=meeting.pk, seats=2)
    with at_work(planner):
        for changes, reason in (({"capacity": 1}, "fewer-than-taken"), ({"seating": Seating.OPEN}, "seating-is-used")):
            now = described(**{"seating": Seating.MEETING, **changes})
            with pytest.raises(Refused) as refused:
                change_group(actor=planner, group_id=group.pk, described=now, at=at)
            assert refused.value.decision.reason == reason


def test_only_those_who_plan_in_the_unit_change_it(at: datetime) -> None:
    group = a_group(hired(), at=at)
    for other in (hired(Role.CARER_REPRESENTATIVE, name="Otto"), hired(unit=1, name="Annan enhet")):
        with at_work(other), pytest.raises(Refused):
            change_group(actor=other, group_id=group.pk, described=described(), at=at)


def test_a_colleague_whose_role_leads_no_groups_leads_none(at: datetime) -> None:
    planner, reviewer = hired(), hired(Role.LOG_REVIEWER, name="Lova")
    with at_work(planner), pytest.raises(Refused) as refused:
        plan_group(
            actor=planner,
            unit_id=planner.unit_ids[0],
            group_id=uuid7(),
            described=described(leader_id=reviewer.user_id),
            plan=PLAN,
            at=at,
        )
    assert refused.value.decision.reason == "not-a-leader"


def test_the_list_is_kept_as_long_after_a_last_time_that_is_moved(at: datetime) -> None:
    planner = hired()
    group = a_group(planner, at=at, plan=replace(PLAN, times=2))
    booked = books(group, at=at)
    before = stored(booked).erase_on
    with at_work(planner):
        last = Meeting.objects.filter(group=group).order_by("starts_at").last()
        assert last
        to = Time(last.starts_at + timedelta(days=7), last.ends_at + timedelta(days=7))
        move_meeting(actor=planner, meeting_id=last.pk, to=to, at=at)
        assert Group.objects.get(pk=group.pk).ends_at == to.ends_at
    assert stored(booked).erase_on == before + timedelta(days=7)
    with scope(NYKOPING):
        assert AccessCode.objects.get(object_id=booked.booking_id).expires_on == before + timedelta(days=7)


def test_an_offer_never_outlasts_a_start_that_is_moved_nearer(at: datetime) -> None:
    planner = hired()
    group = a_group(planner, at=at, capacity=1, seating=Seating.MEETING, plan=replace(PLAN, first=date(2026, 12, 15)))
    with at_work(planner):
        meeting = Meeting.objects.filter(group=group).order_by("starts_at")[0]
    books(group, at=at, meeting_id=meeting.pk)
    waiting = books(group, at=at, meeting_id=meeting.pk, or_queue=True)
    with at_work(planner):
        change_group(actor=planner, group_id=group.pk, described=described(capacity=2, seating=Seating.MEETING), at=at)
        assert stored(waiting).offered_until == at + OFFER_HOLDS
        sooner = at + timedelta(hours=24)
        move_meeting(actor=planner, meeting_id=meeting.pk, to=Time(sooner, sooner + timedelta(hours=2)), at=at)
    assert stored(waiting).offered_until == sooner


def test_an_offer_that_nobody_answered_goes_on_at_the_press_of_a_button(at: datetime) -> None:
    planner = hired()
    group = a_group(planner, at=at, capacity=1)
    books(group, at=at)
    first, second = (books(group, at=at, or_queue=True) for _ in range(2))
    with at_work(planner):
        change_group(actor=planner, group_id=group.pk, described=described(capacity=2), at=at)
        assert offer_seats(actor=planner, group_id=group.pk, at=at) == []
        offered = offer_seats(actor=planner, group_id=group.pk, at=at + OFFER_HOLDS)
    assert [one.pk for one in offered] == [second.booking_id]
    assert stored(first).step == BookingStep.PASSED_ON
