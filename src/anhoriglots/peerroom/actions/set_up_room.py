"""Opens a group's room, or changes how it is kept."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.booking.actions.note_room import note_room
from anhoriglots.booking.models import Group
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number

from ..choices import Moderation
from ..models import Room
from ..policies import may_set_up, moderators_for
from ..workflow import RoomStep

LONGEST_RULES = 1000
MOST_REPORTS = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """How a room is kept.

    Attributes:
        hide_at: so many reports hide a post; 0 for never.
        moderator_id: who reads besides those who plan or lead the group.
        looks_on: weekdays, 0 is Monday; none when no time is set.
        looks_from, looks_to: Swedish clock times of those days; both or none.
    """

    moderation: Moderation
    rules: str
    hide_at: int = 2
    moderator_id: UUID | None = None
    looks_on: tuple[int, ...] = ()
    looks_from: time | None = None
    looks_to: time | None = None


@transaction.atomic
def set_up_room(*, actor: Actor, group_id: UUID, kept: Kept, at: datetime) -> Room:
    """Open the room, or change it; what has been written stays as it is.

    Raises:
        Group.DoesNotExist: not a group of the board.
        Refused: does not plan the group; it is over or nobody books; the moderator is none who may; hours or rules are
            not whole.
    """
    group = Group.objects.select_for_update(no_key=True).get(pk=group_id, board_id=actor.board_id)
    may_set_up(actor, group, at=at).require()
    _check(actor, kept, at)
    columns = {name: getattr(kept, name) for name in ("moderation", "rules", "hide_at", "moderator_id")}
    columns |= {"looks_on": sorted(set(kept.looks_on)), "looks_from": kept.looks_from, "looks_to": kept.looks_to}
    room = Room.objects.filter(group=group).first()
    if room is None:
        owner = owner_of(current_scope())
        room = Room.objects.create(**owner, group=group, step=RoomStep.OPEN, step_at=at, **columns)
        note_room(group, has_room=True)
        record(action="peerroom.open_room", at=at, object_id=room.pk)
        return room
    for name, value in columns.items():
        setattr(room, name, value)
    room.save(update_fields=list(columns))
    record(action="peerroom.change_room", at=at, object_id=room.pk)
    return room


def _check(actor: Actor, kept: Kept, at: datetime) -> None:
    if not kept.rules.strip() or len(kept.rules) > LONGEST_RULES:
        raise Refused(forbidden("rules", f"Skriv reglerna, med högst {LONGEST_RULES} tecken."))
    if looks_like_personal_number(kept.rules):
        raise Refused(forbidden("rules", "Det ser ut som ett personnummer. Ta bort det, alla i rummet läser reglerna."))
    if not 0 <= kept.hide_at <= MOST_REPORTS:
        raise Refused(forbidden("hide-at", f"Välj ett antal från 0 till {MOST_REPORTS}."))
    if kept.moderator_id and not moderators_for(actor, on=localdate(at)).filter(pk=kept.moderator_id).exists():
        raise Refused(forbidden("not-a-moderator", "Den kollegan leder inga grupper hos nämnden. Välj någon annan."))
    _check_hours(kept)


def _check_hours(kept: Kept) -> None:
    if not all(0 <= day <= 6 for day in kept.looks_on):
        raise Refused(forbidden("looks-on", "Välj dagar från måndag till söndag."))
    set_ones = [bool(kept.looks_on), kept.looks_from is not None, kept.looks_to is not None]
    if any(set_ones) and not all(set_ones):
        raise Refused(forbidden("looks-on", "Välj dagar och skriv båda klockslagen, eller lämna allt tomt."))
    if kept.looks_from and kept.looks_to and kept.looks_to <= kept.looks_from:
        raise Refused(forbidden("looks-to", "Sluttiden ska vara senare än starttiden."))
