"""Who answers a request: take it, take the oldest promise, give it back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import ContactRequest
from ..policies import may_work_with_request, waiting_requests, workable_requests
from ..queries.when import clock
from ..steps import step_request
from ..workflow import WAITING_STEPS, RequestStep


def locked_request(actor: Actor, request_id: UUID) -> ContactRequest:
    """The request, locked until the transaction ends.

    Raises:
        ContactRequest.DoesNotExist: none that this person may open; another board's look just so.
    """
    return workable_requests(actor).select_for_update(of=("self",)).get(pk=request_id)


@transaction.atomic
def take_request(*, actor: Actor, request_id: UUID, at: datetime) -> ContactRequest:
    """Take the request; taking what one has already changes nothing.

    Raises:
        Refused: a colleague took it first, or it is closed.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    request = locked_request(actor, request_id)
    may_work_with_request(actor, request).require()
    if request.step not in WAITING_STEPS and request.taken_by_id == actor.user_id:
        return request
    if request.step == RequestStep.TAKEN:
        raise Refused(forbidden("taken-by-colleague", f"Togs av en kollega {clock(request.step_at)}."))
    return _take(actor, request, at)


@transaction.atomic
def take_next(*, actor: Actor, at: datetime) -> ContactRequest | None:
    """Take the urgent one, else the oldest promise, that nobody has taken; None when nothing waits.

    Rows that a colleague is taking this very moment are skipped, so two people never get the same.
    """
    waiting = waiting_requests(actor).select_for_update(skip_locked=True, of=("self",))
    request = waiting.order_by("-is_urgent", "promised_at", "pk").first()
    return _take(actor, request, at) if request else None


def _take(actor: Actor, request: ContactRequest, at: datetime) -> ContactRequest:
    request.taken_by_id = actor.user_id
    step_request(request, RequestStep.TAKEN, at=at)
    record(action="casework.take_request", at=at, object_id=request.pk)
    return request


@transaction.atomic
def release_request(*, actor: Actor, request_id: UUID, at: datetime) -> None:
    """Give the request back, so that anybody in the unit may take it.

    A colleague may do it too: the one who has it may be away, and the promise must still be kept.

    Raises:
        Refused: nobody has it.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    request = locked_request(actor, request_id)
    may_work_with_request(actor, request).require()
    taker = request.taken_by_id
    request.taken_by = None
    step_request(request, RequestStep.RELEASED, at=at)
    record(action="casework.release_request", at=at, object_id=request.pk, own=taker == actor.user_id)
