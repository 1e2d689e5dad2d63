"""What the actions of those in a room begin with: the room that a booking opens, and who is in it."""

from uuid import UUID

from django.utils.translation import gettext as _

from anhoriglots.booking.models import Booking
from anhoriglots.kernel.decision import Refused, forbidden

from ..marks import member_mark
from ..models import Member, Room
from ..policies import may_enter


def entered(booking_id: UUID) -> tuple[Booking, Room]:
    """The booking and the room it opens, in the scope of the board.

    Raises:
        Refused: it opens none, or not any longer.
    """
    booking = Booking.objects.select_related("group").filter(pk=booking_id).first()
    room = booking and Room.objects.filter(group_id=booking.group_id).first()
    if not booking or not room:
        raise Refused(forbidden("no-room", _("Rummet finns inte längre.")))
    may_enter(booking).require()
    room.group = booking.group
    return booking, room


def locked_member(booking_id: UUID) -> Member:
    """The member of the booking, so locked that nobody can take it away meanwhile.

    Raises:
        Refused: has no name in the room, or has none any longer.
    """
    member = Member.objects.select_for_update(no_key=True).filter(mark=member_mark(booking_id)).first()
    if member is None:
        raise Refused(forbidden("no-name", _("Välj ett namn först.")))
    return member
