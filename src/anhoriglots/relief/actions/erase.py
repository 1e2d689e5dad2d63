"""Deletes a request with its booking when the one who booked asks for it, and hours whose last day has passed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.booking.actions.erase_booking import erase_booking
from anhoriglots.booking.models import Booking
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board

from ..models import HourEntry, ReliefRequest
from ..queries.times import agreed
from ..workflow import AGREED


@transaction.atomic
def erase_with_relief(*, at: datetime, board_id: UUID, booking_id: UUID) -> list[Booking]:
    """Delete the booking, the wish for relief and the hours noted for it. A second time changes nothing.

    When somebody has been promised to come, the times alone stay, tied to nobody, until the unit has seen that they
    shall not.

    Returns:
        Those in the queue who were offered the seat.
    """
    with for_board(board_id):
        request = ReliefRequest.objects.select_for_update(of=("self",)).filter(booking=booking_id).first()
        if request:
            record(action="relief.erase", at=at, object_id=request.pk)
            HourEntry.objects.filter(request_id=request.pk).delete()
            if request.step in AGREED and any(time > at for time in agreed(request)):
                _loosen(request)
            else:
                request.delete()
    return erase_booking(at=at, board_id=board_id, booking_id=booking_id)


def _loosen(request: ReliefRequest) -> None:
    request.booking, request.bank, request.lives_together, request.wants_talk_at = None, None, None, None
    request.save(update_fields=["booking", "bank", "lives_together", "wants_talk_at"])


@transaction.atomic
def erase_hours(*, at: datetime) -> int:
    """Delete this board's entries that can change no count any longer, and times that nobody looked at and have been.

    Raises:
        ValueError: no board is in scope.
    """
    board = owner_of(current_scope())["board_id"]
    count = HourEntry.objects.filter(board_id=board, erase_on__lt=localdate(at)).delete()[0]
    for request in ReliefRequest.objects.filter(board_id=board, booking=None):
        if all(time <= at for time in agreed(request)):
            request.delete()
            count += 1
    if count:
        record(action="relief.erase_hours", at=at, rows=count)
    return count
