"""Notes the one optional tap of somebody who has cancelled."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board

from ..choices import CancelReason
from ..models import BookingEvent
from ..steps import log_booking_step
from ..workflow import BookingStep
from .cancel_booking import locked_booking


@transaction.atomic
def say_why(*, at: datetime, board_id: UUID, booking_id: UUID, reason: CancelReason) -> None:
    """Add the reason. What has been told is not told twice, and a seat that is not given back has no reason.

    Raises:
        Booking.DoesNotExist: not a booking of this board.
    """
    with for_board(board_id):
        booking = locked_booking(booking_id)
        told = BookingEvent.objects.filter(booking_id=booking_id).exclude(reason="")
        if booking.step != BookingStep.CANCELLED or told.exists():
            return
        log_booking_step(booking, at=at, reason=reason.value)
        record(action="booking.say_why", at=at, object_id=booking.pk)
