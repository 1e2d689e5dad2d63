"""Takes the seat that was offered from the queue, or lets it go to the next."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import Booking
from ..policies import may_lead
from ..seats import hand_on
from ..steps import step_booking
from ..workflow import BookingStep
from .cancel_booking import locked_booking

TOO_LATE = "offer-has-passed"


def accept_offer(*, at: datetime, board_id: UUID, booking_id: UUID, actor: Actor | None = None) -> None:
    """The seat is booked. A second time changes nothing.

    An offer that comes back too late goes on to the next at once, and that is saved although this is refused.

    Raises:
        Booking.DoesNotExist: not a booking of this board.
        Refused: the offer has gone on to the next, or there was none; the colleague does not lead the group.
    """
    with transaction.atomic(), for_board(board_id, actor.user_id if actor else None):
        booking = locked_booking(booking_id)
        if actor:
            may_lead(actor, booking.group).require()
        in_time = _accepted(booking, at)
    if not in_time:
        told = _("Platsen har gått vidare till nästa i kön. Du kan ställa dig i kön igen.")
        raise Refused(forbidden(TOO_LATE, told))


def _accepted(booking: Booking, at: datetime) -> bool:
    if booking.step == BookingStep.BOOKED:
        return True
    if booking.step != BookingStep.OFFERED or (booking.offered_until and booking.offered_until <= at):
        hand_on(booking.group, booking.meeting, at=at)
        return False
    step_booking(booking, BookingStep.BOOKED, at=at)
    record(action="booking.accept_offer", at=at, object_id=booking.pk)
    return True
