"""Says that a request cannot wait: it is shown first, in a lane of its own."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record

from ..choices import Topic
from ..models import ContactRequest
from ..policies import may_mark_urgent
from .take_request import locked_request

URGENT_TOPICS = (Topic.CHILD_CONCERN, Topic.VIOLENCE)


@transaction.atomic
def mark_urgent(*, actor: Actor, request_id: UUID, urgent: bool, at: datetime) -> None:
    """Mark the request as urgent, or take the mark away. What is so already stays so, without a line in the log.

    Raises:
        Refused: the role answers no requests, or the request is not open.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    request = locked_request(actor, request_id)
    may_mark_urgent(actor, request).require()
    if request.is_urgent != urgent:
        request.is_urgent = urgent
        request.save(update_fields=["is_urgent"])
        record(action="casework.mark_urgent", at=at, object_id=request.pk, urgent=urgent)


@transaction.atomic
def mark_urgent_by_topics(*, actor: Actor, request_id: UUID, topics: tuple[str, ...], at: datetime) -> None:
    """Mark the request when the contact that began with it was about a child at risk or about violence.

    Never takes a mark away. Nothing happens with a request that is over, or that this person may not open: the contact
    is noted all the same.
    """
    if not set(topics) & set(URGENT_TOPICS):
        return
    try:
        request = locked_request(actor, request_id)
    except ContactRequest.DoesNotExist:
        return
    if may_mark_urgent(actor, request):
        mark_urgent(actor=actor, request_id=request_id, urgent=True, at=at)
