"""What the visitor takes back is gone at once; what is left holds no word of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions.add_line import add_line
from anhoriglots.casework.actions.erase_request import erase_request
from anhoriglots.casework.actions.receive_request import Received, submission_mark
from anhoriglots.casework.models import ContactRequest, RequestEvent, SupportContact, ThreadMessage
from anhoriglots.casework.queries.code_page import code_page, request_by_code
from anhoriglots.casework.queries.receipt import receipt_of
from anhoriglots.casework.queries.request_page import request_page
from anhoriglots.casework.workflow import RequestStep, SupportContactStep
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.visitors.models import AccessCode

from .visits import at_board, municipality, send, stored
from .work import a_case

pytestmark = pytest.mark.django_db


def test_everything_that_was_told_is_gone(at: datetime) -> None:
    received = send(at=at)
    words = received.code
    with scope("0662"):
        add_line(at=at, municipality=municipality(), text="Ring efter tre", **_where(received))
        erase_request(at=at + timedelta(minutes=5), **_where(received))
    request = stored(received)
    midnight = at.replace(hour=0)
    assert left_of(request) == {
        "unit_id": request.unit_id,
        "submission": request.submission,
        "received_at": midnight,
        "promised_at": request.promised_at.astimezone(at.tzinfo).replace(hour=0),
        "step": RequestStep.WITHDRAWN,
        "step_at": midnight,
        "erased_at": midnight,
    }
    with at_board(received):
        assert not ThreadMessage.objects.exists()
        assert not AccessCode.objects.exists()
        assert request_by_code(words, municipality=municipality(), at=at) is None


def left_of(request: ContactRequest) -> dict[str, Any]:
    """What still says something, but for the keys that every row of a board has."""
    columns = [field.attname for field in request._meta.concrete_fields]
    told = {name: getattr(request, name) for name in columns if name not in ("id", "municipality", "board_id")}
    return {name: value for name, value in told.items() if value not in (None, "", [], False)}


def test_the_row_no_longer_tells_which_form_made_it(at: datetime) -> None:
    received = send(at=at)
    other = send(at=at, submission="form-2")
    with scope("0662"):
        erase_request(at=at, **_where(received))
        erase_request(at=at, **_where(other))
    marks = {bytes(stored(each).submission) for each in (received, other)}
    assert len(marks) == 2
    assert not marks & {submission_mark(form, municipality="0662") for form in ("form-1", "form-2")}
    assert all(len(mark) == 32 for mark in marks)


def test_what_is_left_are_the_steps(at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        erase_request(at=at, **_where(received))
    with at_board(received):
        steps = list(RequestEvent.objects.order_by("at", "id").values_list("step", flat=True))
    assert steps == [RequestStep.RECEIVED, RequestStep.WITHDRAWN]


def test_no_sealed_byte_of_it_stays_in_the_row(at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        erase_request(at=at, **_where(received))
    with at_board(received), connection.cursor() as cursor:
        cursor.execute("SELECT length(contact || call_me || remark || call_words) FROM casework_contactrequest")
        assert cursor.fetchone() == (0,)


def test_erasing_twice_changes_nothing_more(at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        erase_request(at=at, **_where(received))
        erase_request(at=at + timedelta(days=1), **_where(received))
    assert stored(received).erased_at == at.replace(hour=0)


def test_the_receipt_and_the_page_tell_that_it_is_gone(at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        erase_request(at=at, **_where(received))
        receipt = receipt_of(received.board_id, received.request_id)
        assert receipt is not None
        assert receipt.erased
        assert code_page(received.board_id, received.request_id, municipality=municipality()) is None


def test_a_support_contact_behind_the_code_ends(at: datetime, make_staff: Callable[..., Actor]) -> None:
    received = send(at=at)
    worker = make_staff("0662", "social_board", Role.SUPPORT_CONTACT)
    with at_board(received):
        contact = SupportContact.objects.create(
            **owner_of(current_scope()),
            request_id=received.request_id,
            worker_id=worker.user_id,
            step=SupportContactStep.ACCEPTED,
            step_at=at,
            offered_at=at,
        )
    with scope("0662"):
        erase_request(at=at, **_where(received))
    with at_board(received):
        assert SupportContact.objects.get(pk=contact.pk).step == SupportContactStep.ENDED


def test_a_support_contact_of_a_file_goes_on_and_forgets_the_request(
    at: datetime, make_staff: Callable[..., Actor]
) -> None:
    received = send(at=at)
    advisor = make_staff("0662", "social_board", Role.CARER_ADVISOR)
    with at_board(received):
        contact = SupportContact.objects.create(
            **owner_of(current_scope()),
            request_id=received.request_id,
            case=a_case(advisor, at=at),
            worker_id=advisor.user_id,
            step=SupportContactStep.ACCEPTED,
            step_at=at,
            offered_at=at,
        )
    with scope("0662"):
        erase_request(at=at, **_where(received))
    with at_board(received):
        contact.refresh_from_db()
    assert (contact.step, contact.request_id) == (SupportContactStep.ACCEPTED, None)


def test_the_page_of_the_unit_tells_that_nothing_is_left(at: datetime, make_staff: Callable[..., Actor]) -> None:
    received = send(at=at, needs=("talk",), wants_support_contact=True, may_say_who_calls=True)
    advisor = make_staff("0662", "social_board", Role.CARER_ADVISOR, unit=stored(received).unit.key)
    with scope("0662"):
        erase_request(at=at, **_where(received))
    with scope("0662", received.board_id, advisor.user_id):
        page = request_page(advisor, received.request_id, at=at, guide={})
    assert (page.what, page.promise, page.call_words) == ("Förfrågan utan uppgifter", "", "")
    assert [(row.label, row.value) for row in page.contact] == [("Uppgifter", "Borttagna")]
    assert (page.about, page.safety) == ([], [])
    assert page.state == "Borttagen av den som frågade idag"


def test_another_boards_request_cannot_be_erased(at: datetime) -> None:
    received = send(at=at)
    other = send(at=at, code="0480", submission="form-3")
    with scope("0480"), pytest.raises(ContactRequest.DoesNotExist):
        erase_request(at=at, board_id=other.board_id, request_id=received.request_id)
    assert stored(received).contact


def _where(received: Received) -> dict[str, UUID]:
    return {"board_id": received.board_id, "request_id": received.request_id}
