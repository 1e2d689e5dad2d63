"""Lets offers that nobody answered in time go to the next in the queue."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.audit.actions import record

from ..models import Booking, Group, Meeting
from ..seats import hand_on, lock
from ..workflow import BookingStep

Seating = tuple[UUID, UUID | None]


def with_late_offers(*, at: datetime) -> list[Seating]:
    """Group and meeting, or None for a course, of each offer of the board in scope that has ended."""
    late = Booking.objects.filter(step=BookingStep.OFFERED, offered_until__lte=at)
    return list(late.order_by("group", "meeting").values_list("group", "meeting").distinct())


@transaction.atomic
def pass_on(*, group_id: UUID, meeting_id: UUID | None, at: datetime) -> int:
    """Take back what is late and offer it to those who wait; returns how many were offered a seat.

    Raises:
        Group.DoesNotExist, Meeting.DoesNotExist: gone meanwhile.
    """
    group = Group.objects.get(pk=group_id)
    meeting = Meeting.objects.get(pk=meeting_id, group=group) if meeting_id else None
    lock(group, meeting)
    group.refresh_from_db()
    offered = hand_on(group, meeting, at=at)
    record(action="booking.pass_on", at=at, object_id=group.pk, offered=len(offered))
    return len(offered)
