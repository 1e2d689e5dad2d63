"""It is not safe to call or write: the visitor alone sets and lifts it, and what staff could do goes another way."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.answer_request import answer_request, note_attempt
from anhoriglots.casework.actions.erase_request import erase_request
from anhoriglots.casework.actions.silent_contact import ask_for_silence, lift_silence
from anhoriglots.casework.actions.take_request import take_request
from anhoriglots.casework.choices import Reply
from anhoriglots.casework.models import ContactRequest, ThreadMessage
from anhoriglots.casework.policies import may_reach_out
from anhoriglots.casework.queries.code_page import code_page
from anhoriglots.casework.queries.request_page import request_page
from anhoriglots.casework.queries.worklist import worklist
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused

from .visits import at_board, municipality, send, stored
from .work import a_request, at_work

GUIDE: dict[str, object] = {"needs": [], "lines": []}
Staff = Callable[..., Actor]


@pytest.fixture
def actor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def silent(actor: Actor, at: datetime, **values: object) -> ContactRequest:
    return a_request(actor, at=at, silent_since=at - timedelta(minutes=10), **values)


def test_it_is_set_and_lifted_with_the_code_and_both_are_in_the_log(db: None, at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        ask_for_silence(at=at, board_id=received.board_id, request_id=received.request_id)
    assert stored(received).silent_since == at
    with scope("0662"):
        lift_silence(at=at, board_id=received.board_id, request_id=received.request_id)
    assert stored(received).silent_since is None
    with at_board(received):
        written = list(ActionLog.objects.order_by("at", "pk").values_list("action", flat=True))
    assert written.count("casework.ask_for_silence") == written.count("casework.lift_silence") == 1


def test_a_second_time_changes_nothing(db: None, at: datetime) -> None:
    received = send(at=at)
    for minutes in (0, 5):
        with scope("0662"):
            later = at + timedelta(minutes=minutes)
            ask_for_silence(at=later, board_id=received.board_id, request_id=received.request_id)
    assert stored(received).silent_since == at


def test_what_is_taken_back_can_not_be_marked(db: None, at: datetime) -> None:
    received = send(at=at, silent=True, reply=Reply.CODE, contact="")
    with scope("0662"):
        erase_request(at=at, board_id=received.board_id, request_id=received.request_id)
    assert stored(received).silent_since is None
    with scope("0662"), pytest.raises(Refused, match="request-over"):
        ask_for_silence(at=at, board_id=received.board_id, request_id=received.request_id)


def test_nobody_at_work_can_say_that_they_tried_to_reach_the_person(actor: Actor, at: datetime) -> None:
    with at_work(actor):
        request = silent(actor, at)
        take_request(actor=actor, request_id=request.pk, at=at)
        with pytest.raises(Refused) as told:
            note_attempt(actor=actor, request_id=request.pk, at=at)
        assert told.value.decision.reason == "silent-contact"
        assert not may_reach_out(request)


def test_an_answer_behind_the_code_goes_through(actor: Actor, at: datetime) -> None:
    with at_work(actor):
        request = silent(actor, at)
        take_request(actor=actor, request_id=request.pk, at=at)
        answer_request(actor=actor, request_id=request.pk, text="Hej.", at=at)
        assert ThreadMessage.objects.get().text == "Hej."


@pytest.mark.parametrize("reply", ["call", "text", "email"])
def test_the_number_the_words_and_the_text_to_copy_are_not_shown(actor: Actor, at: datetime, reply: str) -> None:
    with at_work(actor):
        request = silent(actor, at, reply=reply, contact="070-174 06 51")
        page = request_page(actor, request.pk, at=at, guide=GUIDE)
    assert "070" not in str(page)
    assert (page.call_words, page.neutral_text, page.reply) == ("", "", "code")
    assert page.safety == ["Ring inte och skriv inte. Svara här nedanför. Personen läser svaret med sin kod."]
    assert page.silence


def test_the_number_is_there_again_when_the_person_says_it_is_safe(actor: Actor, at: datetime) -> None:
    with at_work(actor):
        request = a_request(actor, at=at)
        ask_for_silence(at=at, board_id=actor.board_id, request_id=request.pk)
        assert "070" not in str(request_page(actor, request.pk, at=at, guide=GUIDE))
        lift_silence(at=at, board_id=actor.board_id, request_id=request.pk)
        page = request_page(actor, request.pk, at=at, guide=GUIDE)
    assert "070-174 06 51" in str(page)
    assert page.silence == ""


def test_the_list_says_so_and_never_says_to_call(actor: Actor, at: datetime) -> None:
    with at_work(actor):
        silent(actor, at)
        found = worklist(
            actor,
            at=at,
            whole_unit=False,
            municipality=municipality("0480"),
            labels={},
            open_at=str,
            take_at=str,
        )
    row = next(row for row in [*found.today, *found.later])
    assert row.what == "Svara med kod"
    assert "Tyst: ring inte, skriv inte" in row.notes


def test_the_code_page_says_no_words_for_a_call_that_will_not_come(db: None, at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        ask_for_silence(at=at, board_id=received.board_id, request_id=received.request_id)
        page = code_page(received.board_id, received.request_id, municipality=municipality())
    assert page is not None
    assert (page.is_silent, page.may_be_silent, page.call_words) == (True, True, "")


def test_only_the_visitors_own_actions_and_the_erasure_write_the_mark() -> None:
    """Whoever works here has no action for it; the first sending sets it when the visitor has asked for that."""
    slices = Path(__file__).parents[2]
    written = re.compile(r"silent_since\s*=(?!=)|[\"']silent_since[\"']")
    writing = {
        path.relative_to(slices).as_posix()
        for path in slices.rglob("*.py")
        if "tests" not in path.parts and "migrations" not in path.parts and written.search(path.read_text())
    }
    assert writing == {
        "casework/actions/receive_request.py",
        "casework/actions/silent_contact.py",
        "casework/erasure.py",
        "casework/models/contact_request.py",
    }


def test_a_request_that_is_silent_is_erased_on_the_same_day_as_others(db: None, at: datetime) -> None:
    loud, still = send(at=at), send(at=at, submission="form-2", silent=True)
    assert stored(loud).promised_at == stored(still).promised_at
    assert localdate(stored(still).received_at) == localdate(at)
