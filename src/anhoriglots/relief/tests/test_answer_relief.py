"""Who may answer, what the law and the municipality's rule let them answer, and what becomes of the seat."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.choices import Reach
from anhoriglots.booking.schedule import Plan
from anhoriglots.booking.tests.groups import NYKOPING, a_group, at_work, books, hired, stored
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.notifications.choices import Way, Words
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.profiles.schema import ReliefHours
from anhoriglots.relief.actions.ask_relief import Wish
from anhoriglots.relief.choices import Ground, No, Place
from anhoriglots.relief.models import ReliefEvent, ReliefRequest
from anhoriglots.relief.workflow import RELIEF_STEPS, ReliefStep

from .wishes import PLAN, WITHOUT, accepts, asks, declines, place, proposes, published, request_of, the_board_decides

pytestmark = pytest.mark.django_db


def reason_of(act: Callable[..., object], *arguments: object, **named: object) -> str:
    with pytest.raises(Refused) as refused:
        act(*arguments, **named)
    return refused.value.decision.reason


def test_a_yes_says_when_and_where_and_the_seat_stays(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    accepts(kim, booked, at=at + timedelta(hours=1))
    request = request_of(booked)
    assert (request.step, request.starts, request.ends) == (ReliefStep.ACCEPTED, time(17, 30), time(21))
    assert [one[:10] for one in request.agreed_times] == ["2026-12-08", "2026-12-15", "2026-12-22"]
    assert stored(booked).step == BookingStep.BOOKED
    with at_work(kim):
        (asked, said) = ReliefEvent.objects.filter(request_id=request.pk).order_by("at")
    assert (asked.actor_id, said.actor_id, said.step) == (None, kim.user_id, ReliefStep.ACCEPTED)


def test_a_no_says_why_and_takes_no_seat_away(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    declines(kim, booked, at=at, no=No.APPLY)
    assert (request_of(booked).step, request_of(booked).no) == (ReliefStep.DECLINED, No.APPLY)
    assert stored(booked).step == BookingStep.BOOKED


def test_a_no_can_become_a_yes_when_somebody_is_found(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    declines(kim, booked, at=at)
    accepts(kim, booked, at=at + timedelta(days=1))
    assert (request_of(booked).step, request_of(booked).no) == (ReliefStep.ACCEPTED, "")


@pytest.mark.parametrize("step", [None, *ReliefStep])
def test_no_step_leads_out_of_what_is_withdrawn(step: ReliefStep | None) -> None:
    assert step not in RELIEF_STEPS[ReliefStep.WITHDRAWN]
    assert ReliefStep.ASKED not in RELIEF_STEPS.get(step, frozenset()) or step is None


@pytest.mark.parametrize("role", [Role.SUPPORT_CONTACT, Role.CARER_REPRESENTATIVE, Role.LOG_REVIEWER])
def test_only_those_who_arrange_relief_answer(at: datetime, role: Role) -> None:
    booked = asks(a_group(hired(), at=at, plan=PLAN), at=at)
    assert reason_of(accepts, hired(role), booked, at=at) == "role-answers-no-relief"


def test_a_colleague_in_another_unit_does_not_find_it(at: datetime) -> None:
    booked = asks(a_group(hired(), at=at, plan=PLAN), at=at)
    with pytest.raises(ReliefRequest.DoesNotExist):
        declines(hired(unit=1), booked, at=at)


def test_another_board_does_not_find_it(at: datetime) -> None:
    booked = asks(a_group(hired(), at=at, plan=PLAN), at=at)
    with pytest.raises(ReliefRequest.DoesNotExist):
        declines(hired(board="social_board"), booked, at=at)
    with scope(NYKOPING), for_board(hired(board="social_board").board_id):
        assert not ReliefRequest.objects.exists()


def test_a_seat_that_is_given_back_needs_no_answer(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=booked.board_id, booking_id=booked.booking_id)
    assert reason_of(accepts, kim, booked, at=at) == "no-seat"


def test_one_who_queues_is_answered_when_there_is_a_seat(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    group = a_group(kim, at=at, plan=PLAN, capacity=1)
    books(group, at=at)
    assert reason_of(accepts, kim, asks(group, at=at, or_queue=True), at=at) == "no-seat"


def test_a_time_that_ends_before_it_starts_is_a_slip(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    assert reason_of(accepts, kim, booked, at=at, starts=time(21), ends=time(21)) == "impossible-times"


def test_when_all_times_have_been_there_is_nothing_to_answer(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    assert reason_of(accepts, kim, booked, at=at + timedelta(days=60)) == "is-over"


def test_by_lss_it_could_not_be_outside_the_home_before_july_2026(at: datetime) -> None:
    kim, before = hired(Role.COORDINATOR), datetime(2026, 6, 1, 10, tzinfo=at.tzinfo)
    plan = Plan(first=date(2026, 6, 30), starts=time(18), ends=time(20))
    booked = asks(a_group(kim, at=before, plan=plan), at=before)
    outside: dict[str, Any] = {"ground": Ground.LSS, "place": Place.OUTSIDE}
    assert reason_of(accepts, kim, booked, at=before, **outside) == "only-in-the-home"
    accepts(kim, booked, at=before, ground=Ground.SOL, place=Place.OUTSIDE)
    later = asks(a_group(kim, at=before, plan=replace(plan, first=date(2026, 7, 1))), at=before)
    accepts(kim, later, at=before, **outside)
    assert request_of(later).place == Place.OUTSIDE


def test_without_a_decision_of_the_board_it_is_applied_for(at: datetime) -> None:
    kim, here = hired(Role.COORDINATOR), place(published()["vaxjo"])
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at, here=here)
    with pytest.raises(Refused) as refused:
        accepts(kim, booked, at=at, here=here, ground=WITHOUT)
    assert refused.value.decision.reason == "no-board-decision"
    assert refused.value.decision.citations


def test_where_there_is_no_rule_there_are_no_hours(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    the_board_decides(at)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    assert reason_of(accepts, kim, booked, at=at, ground=WITHOUT) == "no-hours-here"


def test_sunne_the_hours_are_for_those_who_live_together_and_the_others_are_told_what_there_is(at: datetime) -> None:
    kim, here = hired(Role.COORDINATOR), place(published()["sunne"])
    the_board_decides(at)
    group = a_group(kim, at=at, plan=replace(PLAN, times=2))
    apart = asks(group, at=at, here=here, wish=Wish(hours=3, lives_together=False))
    with pytest.raises(Refused) as refused:
        accepts(kim, apart, at=at, here=here, ground=WITHOUT)
    assert refused.value.decision.reason == "lives-apart"
    assert "ansöka" in refused.value.decision.sentence
    accepts(kim, apart, at=at, here=here, ground=Ground.SOL)
    together = asks(group, at=at, here=here, wish=Wish(hours=3, lives_together=True), contact="070-174 06 52")
    accepts(kim, together, at=at, here=here, ground=WITHOUT)
    assert request_of(together).step == ReliefStep.ACCEPTED


def test_sunne_ten_hours_a_month_are_not_eleven(at: datetime) -> None:
    """Three Tuesdays of three and a half hours are ten and a half."""
    kim, here = hired(Role.COORDINATOR), place(published()["sunne"])
    the_board_decides(at)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at, here=here)
    assert reason_of(accepts, kim, booked, at=at, here=here, ground=WITHOUT) == "hours-are-spent"
    assert request_of(booked).step == ReliefStep.ASKED
    accepts(kim, booked, at=at, here=here, ground=WITHOUT, starts=time(17, 40))


def test_what_has_been_promised_is_not_counted_twice_when_it_is_agreed_anew(at: datetime) -> None:
    kim, here = hired(Role.COORDINATOR), place(published()["sunne"])
    the_board_decides(at)
    booked = asks(a_group(kim, at=at, plan=replace(PLAN, times=2)), at=at, here=here)
    for _ in range(3):
        accepts(kim, booked, at=at, here=here, ground=WITHOUT)
    assert request_of(booked).step == ReliefStep.ACCEPTED


def test_the_same_number_is_the_same_bank_in_another_group(at: datetime) -> None:
    kim, here = hired(Role.COORDINATOR), place(published()["sunne"])
    the_board_decides(at)
    first, second = (asks(a_group(kim, at=at, plan=replace(PLAN, times=2)), at=at, here=here) for _ in range(2))
    accepts(kim, first, at=at, here=here, ground=WITHOUT)
    assert reason_of(accepts, kim, second, at=at, here=here, ground=WITHOUT) == "hours-are-spent"
    other = asks(a_group(kim, at=at, plan=replace(PLAN, times=2)), at=at, here=here, contact="070-174 06 53")
    accepts(kim, other, at=at, here=here, ground=WITHOUT)


def test_tranemo_gives_hours_on_working_days_only(at: datetime) -> None:
    kim, here = hired(Role.COORDINATOR), place(published()["tranemo"])
    the_board_decides(at)
    saturday = asks(a_group(kim, at=at, plan=Plan(date(2026, 12, 12), time(14), time(16))), at=at, here=here)
    assert reason_of(accepts, kim, saturday, at=at, here=here, ground=WITHOUT) == "another-day"
    # The holiday of 6 January 2027 is a Wednesday.
    wednesday = Plan(date(2027, 1, 6), time(14), time(16), skip_holidays=False)
    holiday = asks(a_group(kim, at=at, plan=wednesday), at=at, here=here)
    assert reason_of(accepts, kim, holiday, at=at, here=here, ground=WITHOUT) == "another-day"


def test_a_rule_may_name_the_hours_of_the_day(at: datetime) -> None:
    tranemo = published()["tranemo"]
    kim, here = (
        hired(Role.COORDINATOR),
        place(ReliefHours.model_validate(tranemo.model_dump() | {"between": "08:00-20:00"})),
    )
    the_board_decides(at)
    booked = asks(a_group(kim, at=at, plan=replace(PLAN, times=1)), at=at, here=here)
    assert reason_of(accepts, kim, booked, at=at, here=here, ground=WITHOUT) == "another-time"
    accepts(kim, booked, at=at, here=here, ground=WITHOUT, ends=time(20))


def test_a_proposal_is_held_until_the_one_who_asked_has_said_yes(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    proposes(kim, booked, at=at, starts=time(16), ends=time(19))
    assert (request_of(booked).step, request_of(booked).starts) == (ReliefStep.PROPOSED, time(16))


def messages_about(booked: Booked) -> list[tuple[str, str]]:
    with scope(NYKOPING), for_board(booked.board_id):
        rows = OutgoingMessage.objects.filter(about_id=booked.booking_id)
        return list(rows.order_by("pk").values_list("words", "way"))


def test_the_answer_is_told_of_by_the_way_that_was_chosen(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    group = a_group(kim, at=at, plan=PLAN)
    by_text, by_phone = asks(group, at=at), asks(group, at=at, reach=Reach.PHONE, contact="070-174 06 54")
    for booked in (by_text, by_phone):
        declines(kim, booked, at=at)
    assert messages_about(by_text) == [(Words.NEWS, Way.TEXT)]
    assert messages_about(by_phone) == [(Words.NEWS, Way.PHONE)]


def test_whoever_looks_with_the_code_is_never_written_to(at: datetime) -> None:
    kim = hired(Role.COORDINATOR)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at, reach=Reach.CODE, contact="")
    accepts(kim, booked, at=at)
    assert messages_about(booked) == []
