"""Closes a room for new posts, or opens it again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import Room
from ..policies import may_moderate, may_set_up
from ..workflow import ROOM_STEPS, RoomStep


@transaction.atomic
def close_room(*, actor: Actor, group_id: UUID, at: datetime) -> Room:
    """Let nothing more be written; it can still be read and erased. A second time changes nothing.

    Raises:
        Room.DoesNotExist: the group has no room, or is another board's.
        Refused: reads nothing in the room.
    """
    return _step(actor, group_id, RoomStep.CLOSED, at)


@transaction.atomic
def reopen_room(*, actor: Actor, group_id: UUID, at: datetime) -> Room:
    """Let those in it write again. A second time changes nothing.

    Raises:
        Room.DoesNotExist: the group has no room, or is another board's.
        Refused: does not plan the group, or it is over.
    """
    return _step(actor, group_id, RoomStep.OPEN, at)


def _step(actor: Actor, group_id: UUID, step: RoomStep, at: datetime) -> Room:
    room = Room.objects.select_for_update(no_key=True, of=("self",)).select_related("group")
    found = room.get(group_id=group_id, board_id=actor.board_id)
    (may_set_up(actor, found.group, at=at) if step is RoomStep.OPEN else may_moderate(actor, found)).require()
    if found.step == step:
        return found
    if step not in ROOM_STEPS[found.step]:
        raise Refused(forbidden("room-step", "Det går inte: rummet har redan ändrats. Ladda om sidan."))
    found.step, found.step_at = step, at
    found.save(update_fields=["step", "step_at"])
    action = "peerroom.reopen_room" if step is RoomStep.OPEN else "peerroom.close_room"
    record(action=action, at=at, object_id=found.pk)
    return found
