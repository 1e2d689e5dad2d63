"""Deletes a booking and its code at once, when the one who booked asks for it; the seat goes to the next who waits."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.notifications.actions.erase_messages import erase_messages_about
from anhoriglots.visitors.models import AccessCode, Opens

from ..leaving import have_left
from ..models import Booking
from ..seats import hand_on
from ..steps import step_booking
from ..workflow import ALIVE, BookingStep
from .cancel_booking import locked_booking


@transaction.atomic
def erase_booking(*, at: datetime, board_id: UUID, booking_id: UUID) -> list[Booking]:
    """Delete all that was told. A second time changes nothing.

    Returns:
        Those in the queue who were offered a seat by it, to be told.
    """
    with for_board(board_id):
        if not Booking.objects.filter(pk=booking_id).exists():
            return []
        booking = locked_booking(booking_id)
        group, meeting = booking.group, booking.meeting
        if booking.step in ALIVE:
            step_booking(booking, BookingStep.CANCELLED, at=at)
        AccessCode.objects.filter(opens=Opens.BOOKING, object_id=booking.pk).delete()
        erase_messages_about([booking.pk])
        have_left([booking.pk])
        booking.delete()
        record(action="booking.erase_booking", at=at, object_id=booking_id)
        return hand_on(group, meeting, at=at)
