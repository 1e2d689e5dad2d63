"""Deletes rooms some days after the group has met for the last time, with all that was written in them."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.booking.actions.note_room import note_room
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.organisations.queries import MunicipalityPage

from ..models import Room
from ..policies import last_day


@transaction.atomic
def erase_rooms(municipality: MunicipalityPage, *, at: datetime) -> int:
    """Delete this board's rooms whose last day has passed; returns how many.

    Raises:
        ValueError: no board is in scope.
    """
    board, count = owner_of(current_scope())["board_id"], 0
    over = Room.objects.select_related("group").filter(board_id=board, group__ends_at__lt=at)
    for room in over.select_for_update(of=("self",)):
        if last_day(room.group, municipality) < localdate(at):
            note_room(room.group, has_room=False)
            record(action="peerroom.erase_room", at=at, object_id=room.pk)
            room.delete()
            count += 1
    return count
