"""Takes a name in a room, chosen by the one who comes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record_of_nobody
from anhoriglots.booking.models import Booking
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.database.throttle import attempt
from anhoriglots.kernel.decision import Refused, forbidden

from ..marks import member_mark
from ..models import Member, Room
from ..names import may_be_a_name, name_mark, same_name
from ..policies import NAMING
from .entering import entered


@transaction.atomic
def join_room(*, at: datetime, board_id: UUID, booking_id: UUID, name: str) -> Member:
    """Be in the room under the name. Whoever has one keeps it: what is written under it must not change hands.

    Raises:
        Refused: the booking opens no room, the name is taken, or tells who it is.
    """
    with for_board(board_id):
        booking, room = entered(booking_id)
        Room.objects.select_for_update(no_key=True).get(pk=room.pk)  # two with one name wait for each other
        if before := Member.objects.filter(mark=member_mark(booking_id)).first():
            return before
        if not attempt(NAMING, visitor=booking_id.hex, at=at).allowed:
            raise Refused(forbidden("too-many", _("Du har bytt namn många gånger. Vänta en timme.")))
        name = " ".join(name.split())
        _check(name, room, booking)
        member = Member.objects.create(
            **owner_of(current_scope()),
            room=room,
            mark=member_mark(booking_id),
            name=name,
            name_mark=name_mark(name, room=room.pk.hex),
        )
        record_of_nobody(action="peerroom.join_room", at=at)
        return member


def _check(name: str, room: Room, booking: Booking) -> None:
    may_be_a_name(name).require()
    if any(same_name(name, own) for own in (booking.call_me, booking.companion)):
        told = _("Så heter du i din bokning, och den som leder gruppen ser det. Välj ett annat namn.")
        raise Refused(forbidden("own-name", told))
    if Member.objects.filter(room=room, name_mark=name_mark(name, room=room.pk.hex)).exists():
        raise Refused(forbidden("name-is-taken", _("Någon i rummet heter redan så. Välj ett annat namn.")))
