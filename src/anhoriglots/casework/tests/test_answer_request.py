"""What the one who has taken a request does with it."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.answer_request import answer_request, close_request, note_attempt
from anhoriglots.casework.actions.take_request import take_request
from anhoriglots.casework.models import ContactRequest, ThreadMessage
from anhoriglots.casework.workflow import RequestStep
from anhoriglots.kernel.decision import Refused

from .work import a_request, at_work

Staff = Callable[..., Actor]


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR)


@pytest.fixture
def taken(advisor: Actor, at: datetime) -> UUID:
    with at_work(advisor):
        return take_request(actor=advisor, request_id=a_request(advisor, at=at).pk, at=at).pk


def test_an_answer_stands_in_the_thread_encrypted(advisor: Actor, taken: UUID, at: datetime) -> None:
    with at_work(advisor):
        answer_request(actor=advisor, request_id=taken, text="Välkommen på torsdag.", at=at)
        message = ThreadMessage.objects.get(request_id=taken)
        assert (message.from_staff, message.author_id, message.text) == (True, advisor.user_id, "Välkommen på torsdag.")
        assert ContactRequest.objects.get(pk=taken).step == RequestStep.ANSWERED


def test_the_audit_row_never_repeats_the_answer(advisor: Actor, taken: UUID, at: datetime) -> None:
    with at_work(advisor):
        answer_request(actor=advisor, request_id=taken, text="Välkommen på torsdag.", at=at)
        assert ActionLog.objects.get(action="casework.answer_request").details == {}


@pytest.mark.parametrize("text", ["", "   ", "a" * 401, "Numret är 19121212-1212", "1" * 1000])
def test_an_answer_that_cannot_be_kept_is_refused(advisor: Actor, taken: UUID, at: datetime, text: str) -> None:
    with at_work(advisor):
        with pytest.raises(Refused):
            answer_request(actor=advisor, request_id=taken, text=text, at=at)
        assert not ThreadMessage.objects.exists()
        assert ContactRequest.objects.get(pk=taken).step == RequestStep.TAKEN


def test_only_the_one_who_has_it_answers_closes_or_calls(
    advisor: Actor, make_staff: Staff, taken: UUID, at: datetime
) -> None:
    colleague = make_staff("0480", "care_board", Role.COORDINATOR)
    with at_work(colleague):
        with pytest.raises(Refused, match="not-taken-by-you"):
            answer_request(actor=colleague, request_id=taken, text="Hej", at=at)
        with pytest.raises(Refused, match="not-taken-by-you"):
            note_attempt(actor=colleague, request_id=taken, at=at)
        with pytest.raises(Refused, match="not-taken-by-you"):
            close_request(actor=colleague, request_id=taken, keep_days=30, at=at)


def test_an_attempt_may_be_noted_many_times(advisor: Actor, taken: UUID, at: datetime) -> None:
    with at_work(advisor):
        note_attempt(actor=advisor, request_id=taken, at=at)
        note_attempt(actor=advisor, request_id=taken, at=at)
        assert ContactRequest.objects.get(pk=taken).step == RequestStep.TRIED


def test_a_closed_request_says_when_its_details_are_erased(advisor: Actor, taken: UUID, at: datetime) -> None:
    with at_work(advisor):
        close_request(actor=advisor, request_id=taken, keep_days=30, at=at)
        request = ContactRequest.objects.get(pk=taken)
        assert (request.step, request.erase_on) == (RequestStep.CLOSED, date(2026, 12, 24))


def test_a_closed_request_is_not_closed_again(advisor: Actor, taken: UUID, at: datetime) -> None:
    with at_work(advisor):
        close_request(actor=advisor, request_id=taken, keep_days=30, at=at)
        with pytest.raises(Refused, match="request-step"):
            close_request(actor=advisor, request_id=taken, keep_days=1, at=at)
        assert ContactRequest.objects.get(pk=taken).erase_on == date(2026, 12, 24)
