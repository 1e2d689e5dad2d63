"""A line to those who answer: it is kept once, and opens again what was closed."""

from datetime import datetime, timedelta

import pytest

from anhoriglots.casework.actions.add_line import MOST_LINES, add_line
from anhoriglots.casework.actions.receive_request import Received
from anhoriglots.casework.models import ContactRequest, RequestEvent, ThreadMessage
from anhoriglots.casework.steps import step_request
from anhoriglots.casework.workflow import RequestStep
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused

from .visits import at_board, municipality, send, stored

pytestmark = pytest.mark.django_db


def write(received: Received, text: str, *, at: datetime) -> None:
    with scope("0662"):
        add_line(
            at=at, municipality=municipality(), board_id=received.board_id, request_id=received.request_id, text=text
        )


def go(received: Received, *steps: RequestStep, at: datetime) -> None:
    with at_board(received):
        request = ContactRequest.objects.get(pk=received.request_id)
        for step in steps:
            step_request(request, step, at=at)


def lines(received: Received) -> list[str]:
    with at_board(received):
        return [row.text for row in ThreadMessage.objects.order_by("at")]


def test_the_line_is_kept_word_for_word(at: datetime) -> None:
    received = send(at=at)
    write(received, "Ring <b>efter</b> tre & säg inget 😊", at=at)
    assert lines(received) == ["Ring <b>efter</b> tre & säg inget 😊"]
    assert stored(received).step == RequestStep.RECEIVED


def test_the_same_line_twice_in_a_row_is_kept_once(at: datetime) -> None:
    received = send(at=at)
    for minute in range(3):
        write(received, "Ring efter tre", at=at + timedelta(minutes=minute))
    assert lines(received) == ["Ring efter tre"]


@pytest.mark.parametrize("last", [RequestStep.ANSWERED, RequestStep.CLOSED])
def test_a_line_after_the_answer_opens_it_again_with_a_new_promise(at: datetime, last: RequestStep) -> None:
    received = send(at=at)
    go(received, RequestStep.TAKEN, last, at=at)
    with at_board(received):
        ContactRequest.objects.filter(pk=received.request_id).update(erase_on=at.date() + timedelta(days=30))
    write(received, "En fråga till", at=at + timedelta(days=7))
    request = stored(received)
    assert request.step == RequestStep.REOPENED
    assert request.promised_at > at + timedelta(days=7)
    assert request.erase_on is None
    assert request.taken_by_id is None
    with at_board(received):
        assert RequestEvent.objects.filter(step=RequestStep.REOPENED).count() == 1


@pytest.mark.parametrize("text", ["19121212-1212", "Min mor heter 121212 1212", "x" * 201])
def test_what_must_not_be_kept_is_refused_with_a_sentence(at: datetime, text: str) -> None:
    received = send(at=at)
    with pytest.raises(Refused) as refused:
        write(received, text, at=at)
    assert refused.value.decision.sentence
    assert lines(received) == []


def test_an_erased_thread_takes_no_line(at: datetime) -> None:
    received = send(at=at)
    go(received, RequestStep.TAKEN, RequestStep.CLOSED, RequestStep.ERASED, at=at)
    with pytest.raises(Refused):
        write(received, "Hej", at=at)


def test_a_machine_that_writes_on_and_on_is_stopped(at: datetime) -> None:
    received = send(at=at)
    for number in range(MOST_LINES):
        write(received, f"Rad {number}", at=at)
    with pytest.raises(Refused):
        write(received, "En till", at=at)
