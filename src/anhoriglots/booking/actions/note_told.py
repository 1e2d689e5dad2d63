"""Notes that somebody has rung or written to one who had booked."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.notifications.actions import note_told as outbox
from anhoriglots.notifications.queries import delivery

from ..models import Booking
from ..policies import may_lead


@transaction.atomic
def note_told(*, actor: Actor, message_id: UUID, at: datetime) -> None:
    """The one who had booked knows. A second time changes nothing.

    Raises:
        OutgoingMessage.DoesNotExist, Booking.DoesNotExist: not of the board, or deleted.
        Refused: neither plans nor leads the group, or it went by itself.
    """
    booking = Booking.objects.select_related("group").get(pk=delivery(message_id).about_id, board_id=actor.board_id)
    may_lead(actor, booking.group).require()
    outbox.note_told(actor=actor, message_id=message_id, at=at)
