"""Notes that somebody has rung or written to one who asked for relief, about the answer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.notifications.actions import note_told as outbox
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.queries import deliveries

from ..models import ReliefRequest
from ..policies import may_answer_relief, requests_of


@transaction.atomic
def note_told(*, actor: Actor, request_id: UUID, at: datetime) -> None:
    """The one who asked knows. A second time changes nothing.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person answers.
    """
    may_answer_relief(actor).require()
    request: ReliefRequest = requests_of(actor).get(pk=request_id)
    for one in deliveries([request.booking_id] if request.booking_id else [], words=(Words.NEWS,)):
        if one.needs_a_person:
            outbox.note_told(actor=actor, message_id=one.message_id, at=at)
