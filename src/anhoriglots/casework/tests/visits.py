"""What the tests of the carer's side start from: a municipality, and a request that has been sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from anhoriglots.casework.actions.receive_request import Asked, Received, receive_request
from anhoriglots.casework.choices import Reply
from anhoriglots.casework.models import ContactRequest
from anhoriglots.database.scope import for_board, scope
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code

PHONE = "070-174 06 51"
ASKED = Asked(
    reply=Reply.CALL,
    contact=PHONE,
    call_me="Exempel-Inga",
    remark="Ring två signaler",
    lines=("old",),
    needs=("talk",),
    interpreter_language="so",
)


def municipality(code: str = "0662") -> MunicipalityPage:
    """A loaded municipality."""
    found = municipality_by_code(code)
    assert found is not None
    return found


def send(*, at: datetime, code: str = "0662", submission: str = "form-1", **changes: Any) -> Received:
    """Send a request as the last page does, in a scope of its own."""
    with scope(code):
        return receive_request(
            at=at,
            municipality=municipality(code),
            submission=submission,
            asked=replace(ASKED, **changes),
            language="sv",
        )


@contextmanager
def at_board(received: Received, code: str = "0662") -> Iterator[None]:
    """The scope of the board that received it."""
    with scope(code), for_board(received.board_id):
        yield


def stored(received: Received, code: str = "0662") -> ContactRequest:
    """The request as it lies in the database."""
    with at_board(received, code):
        return ContactRequest.objects.select_related("unit", "district").get(pk=received.request_id)
