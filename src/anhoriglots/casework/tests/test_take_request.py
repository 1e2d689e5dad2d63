"""Taking a request: the oldest promise first, and never two people for the same."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.take_request import release_request, take_next, take_request
from anhoriglots.casework.models import ContactRequest, RequestEvent
from anhoriglots.casework.workflow import RequestStep
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused

from .work import a_request, at_work, hired

Staff = Callable[..., Actor]


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def test_a_taken_request_says_who_and_leaves_an_event_and_an_audit_row(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        request = take_request(actor=advisor, request_id=a_request(advisor, at=at).pk, at=at)
        assert (request.step, request.taken_by_id, request.step_at) == (RequestStep.TAKEN, advisor.user_id, at)
        assert RequestEvent.objects.filter(request_id=request.pk, step="taken", actor_id=advisor.user_id).count() == 1
        assert ActionLog.objects.filter(object_id=request.pk, action="casework.take_request").count() == 1


def test_a_second_click_takes_nothing_new(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        key = a_request(advisor, at=at).pk
        take_request(actor=advisor, request_id=key, at=at)
        take_request(actor=advisor, request_id=key, at=at + timedelta(seconds=1))
        assert RequestEvent.objects.filter(request_id=key).count() == 1


def test_a_colleague_who_comes_late_is_told_when_it_was_taken(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    late = make_staff("0480", "care_board", Role.COORDINATOR, name="Kim")
    with at_work(advisor):
        key = a_request(advisor, at=at).pk
        take_request(actor=advisor, request_id=key, at=at)
    with at_work(late), pytest.raises(Refused, match="taken-by-colleague") as refused:
        take_request(actor=late, request_id=key, at=at + timedelta(minutes=1))
    assert refused.value.decision.sentence == "Togs av en kollega 10.00."


def test_the_next_one_is_the_urgent_one_and_then_the_oldest_promise(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        later = a_request(advisor, at=at, promised_at=at + timedelta(days=2))
        soon = a_request(advisor, at=at, promised_at=at + timedelta(hours=1))
        urgent = a_request(advisor, at=at, promised_at=at + timedelta(days=3), is_urgent=True)
        taken = [take_next(actor=advisor, at=at) for _ in range(4)]
    assert [request and request.pk for request in taken] == [urgent.pk, soon.pk, later.pk, None]


def test_a_request_of_another_board_or_unit_cannot_be_taken(make_staff: Staff, advisor: Actor, at: datetime) -> None:
    other_board = make_staff("0480", "social_board", Role.CARER_ADVISOR)
    other_unit = make_staff("0480", "care_board", Role.CARER_ADVISOR, unit="home_help")
    with at_work(advisor):
        key = a_request(advisor, at=at).pk
    for outsider in (other_board, other_unit):
        with at_work(outsider):
            assert take_next(actor=outsider, at=at) is None
            with pytest.raises(ContactRequest.DoesNotExist):
                take_request(actor=outsider, request_id=key, at=at)


def test_a_closed_request_is_not_taken(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        key = a_request(advisor, at=at, step=RequestStep.CLOSED).pk
        with pytest.raises(Refused, match="request-step"):
            take_request(actor=advisor, request_id=key, at=at)


def test_a_request_given_back_waits_for_anybody(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    colleague = make_staff("0480", "care_board", Role.COORDINATOR)
    with at_work(advisor):
        key = a_request(advisor, at=at).pk
        take_request(actor=advisor, request_id=key, at=at)
        release_request(actor=advisor, request_id=key, at=at)
    with at_work(colleague):
        taken = take_next(actor=colleague, at=at)
    assert taken is not None
    assert (taken.pk, taken.taken_by_id) == (key, colleague.user_id)


def test_a_colleague_may_give_back_what_somebody_absent_has(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    colleague = make_staff("0480", "care_board", Role.UNIT_MANAGER)
    with at_work(advisor):
        key = a_request(advisor, at=at).pk
        take_request(actor=advisor, request_id=key, at=at)
    with at_work(colleague):
        release_request(actor=colleague, request_id=key, at=at)
        row = ActionLog.objects.get(action="casework.release_request")
        assert (row.actor_id, row.details) == (colleague.user_id, {"own": False})


def test_eight_colleagues_at_the_same_instant_never_get_the_same(committed: None, at: datetime) -> None:
    staff = [hired(Role.CARER_ADVISOR, name=f"Kollega{number}") for number in range(8)]
    with at_work(staff[0]):
        waiting = {a_request(staff[0], at=at, promised_at=at + timedelta(minutes=n)).pk for n in range(5)}

    def fetch(number: int) -> Any:
        with at_work(staff[number]):
            taken = take_next(actor=staff[number], at=at)
            return taken.pk if taken else None

    with several_at_once(8) as run:
        got = run(fetch)
    assert sorted(map(str, (key for key in got if key))) == sorted(map(str, waiting))
    assert got.count(None) == 3


def test_of_two_who_take_the_same_at_once_one_is_told(committed: None, at: datetime) -> None:
    staff = [hired(Role.CARER_ADVISOR, name=name) for name in ("Alva", "Kim")]
    with at_work(staff[0]):
        key = a_request(staff[0], at=at).pk

    def take(number: int) -> Any:
        with at_work(staff[number]):
            return take_request(actor=staff[number], request_id=key, at=at).taken_by_id

    with several_at_once(2) as run:
        got = run(take)
    assert sorted(type(result).__name__ for result in got) == ["Refused", "UUID"]
