"""What the one who has taken a request does with it: tries to reach the person, answers in the thread, closes."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number

from ..models import ContactRequest, ThreadMessage
from ..policies import may_handle_request, may_reach_out, may_work_with_request
from ..steps import step_request
from ..workflow import RequestStep
from .take_request import locked_request

LONGEST_ANSWER = 400


@transaction.atomic
def note_attempt(*, actor: Actor, request_id: UUID, at: datetime) -> None:
    """We tried to reach the person; the code page says so in neutral words.

    Raises:
        Refused: somebody else has it, it is closed, or the person has said that it is not safe to call or write.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    request = _handled(actor, request_id)
    may_reach_out(request).require()
    step_request(request, RequestStep.TRIED, at=at)
    record(action="casework.note_attempt", at=at, object_id=request.pk)


@transaction.atomic
def answer_request(*, actor: Actor, request_id: UUID, text: str, at: datetime) -> None:
    """Write an answer that is read with the code.

    Raises:
        Refused: somebody else has it, it is closed, or the text is empty, too long or holds a personal number.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    request = _handled(actor, request_id)
    write_to_thread(actor=actor, request=request, text=text, at=at)
    step_request(request, RequestStep.ANSWERED, at=at)
    record(action="casework.answer_request", at=at, object_id=request.pk)


def write_to_thread(*, actor: Actor, request: ContactRequest, text: str, at: datetime) -> None:
    """Add a line from staff; part of an action that holds the lock and writes the audit row.

    Raises:
        Refused: the text is empty, too long or holds a personal number.
    """
    if not text.strip() or len(text) > LONGEST_ANSWER:
        raise Refused(forbidden("answer-length", f"Skriv ett svar på högst {LONGEST_ANSWER} tecken."))
    if looks_like_personal_number(text):
        raise Refused(forbidden("number-in-answer", "Det ser ut som ett personnummer. Ta bort det ur svaret."))
    ThreadMessage.objects.create(
        **owner_of(current_scope()), request=request, from_staff=True, author_id=actor.user_id, text=text, at=at
    )


@transaction.atomic
def close_request(*, actor: Actor, request_id: UUID, keep_days: int, at: datetime) -> None:
    """We are done; contact details are erased ``keep_days`` days from now, as the visitor was told.

    Raises:
        Refused: somebody else has it, or it is closed already.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    request = _handled(actor, request_id)
    request.erase_on = localdate(at) + timedelta(days=keep_days)
    step_request(request, RequestStep.CLOSED, at=at)
    record(action="casework.close_request", at=at, object_id=request.pk)


@transaction.atomic
def reopen_request(*, actor: Actor, request_id: UUID, at: datetime) -> None:
    """It was not done after all: the one who opens it again has it, and nothing is erased meanwhile.

    Raises:
        Refused: the role answers no requests, or it is not closed.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    request = locked_request(actor, request_id)
    may_work_with_request(actor, request).require()
    if request.step != RequestStep.CLOSED:
        raise Refused(forbidden("request-not-closed", "Förfrågan är redan öppen, eller borttagen."))
    request.erase_on = None
    request.taken_by_id = actor.user_id
    step_request(request, RequestStep.REOPENED, at=at)
    step_request(request, RequestStep.TAKEN, at=at)
    record(action="casework.reopen_request", at=at, object_id=request.pk)


def _handled(actor: Actor, request_id: UUID) -> ContactRequest:
    request = locked_request(actor, request_id)
    may_handle_request(actor, request).require()
    return request
