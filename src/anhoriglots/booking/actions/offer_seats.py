"""Offers the seats that are free to those who wait, at the press of a button."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record

from ..models import Booking, Group, Meeting
from ..policies import may_lead
from ..seats import hand_on, lock


@transaction.atomic
def offer_seats(*, actor: Actor, group_id: UUID, meeting_id: UUID | None = None, at: datetime) -> list[Booking]:
    """Take back offers that nobody answered and offer what is free, in the order of the queue.

    Args:
        meeting_id: which time's seats; None for a course.

    Returns:
        Those who were offered a seat now, to be told.

    Raises:
        Group.DoesNotExist, Meeting.DoesNotExist: not of the board, or not a time of the group.
        Refused: neither plans nor leads the group.
    """
    group = Group.objects.get(pk=group_id, board_id=actor.board_id)
    may_lead(actor, group).require()
    meeting = Meeting.objects.get(pk=meeting_id, group=group) if meeting_id else None
    lock(group, meeting)
    offered = hand_on(group, meeting, at=at)
    record(action="booking.offer_seats", at=at, object_id=group.pk, offered=len(offered))
    return offered
