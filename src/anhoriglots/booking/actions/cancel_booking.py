"""Cancels a booking, without reason; the seat goes to the next who waits."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import CancelReason
from ..models import Booking
from ..policies import may_be_booked, may_lead
from ..seats import hand_on, lock
from ..steps import step_booking
from ..workflow import ALIVE, BookingStep


@transaction.atomic
def cancel_booking(
    *, at: datetime, board_id: UUID, booking_id: UUID, reason: CancelReason | None = None, actor: Actor | None = None
) -> list[Booking]:
    """Give the seat back. A second time changes nothing.

    Args:
        reason: the one optional tap.
        actor: the colleague who does it for somebody on the phone; None when the carer does.

    Returns:
        Those in the queue who were offered a seat by it, to be told.

    Raises:
        Booking.DoesNotExist: not a booking of this board.
        Refused: the colleague neither plans nor leads the group.
    """
    with for_board(board_id, actor.user_id if actor else None):
        booking = locked_booking(booking_id)
        if actor:
            may_lead(actor, booking.group).require()
        if booking.step not in ALIVE:
            return []
        step_booking(booking, BookingStep.CANCELLED, at=at, reason=reason.value if reason else "")
        record(action="booking.cancel_booking", at=at, object_id=booking.pk)
        return hand_on(booking.group, booking.meeting, at=at)


@transaction.atomic
def queue_again(*, at: datetime, board_id: UUID, booking_id: UUID) -> list[Booking]:
    """Stand last in the queue after having cancelled, or after having let an offer pass.

    Returns:
        Those in the queue who were offered a seat by it, to be told; also this one, when there is a seat free.

    Raises:
        Booking.DoesNotExist: not a booking of this board.
        Refused: it is alive, the group has no queue, is cancelled or has begun.
    """
    with for_board(board_id):
        booking = locked_booking(booking_id)
        may_be_booked(booking.group, booking.meeting, at=at).require()
        if not booking.group.has_queue:
            raise Refused(forbidden("no-queue", _("Gruppen har ingen kö. Välj en annan grupp, eller ring oss.")))
        offered = hand_on(booking.group, booking.meeting, at=at)
        booking.refresh_from_db(fields=["step"])  # its own offer may have ended just now
        booking.queued_at = at
        step_booking(booking, BookingStep.QUEUED, at=at)
        offered += hand_on(booking.group, booking.meeting, at=at)
        record(action="booking.queue_again", at=at, object_id=booking.pk)
        return offered


def locked_booking(booking_id: UUID) -> Booking:
    """The booking, with the lock of its seats.

    Raises:
        Booking.DoesNotExist: not a booking of the board in scope.
    """
    found = Booking.objects.select_related("group", "meeting").get(pk=booking_id)
    lock(found.group, found.meeting)
    return Booking.objects.select_related("group", "meeting").get(pk=booking_id)
