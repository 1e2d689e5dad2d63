"""Changes what a group is; those who have booked keep their seats."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import Seating
from ..models import Booking, Group, Meeting
from ..policies import may_lead, may_plan_groups
from ..queries.translations import SOURCE, with_translations
from ..seats import hand_on, lock, seats_of
from ..workflow import ALIVE, GroupStep
from .plan_group import Described, check, check_leader, columns


@transaction.atomic
def change_group(*, actor: Actor, group_id: UUID, described: Described, at: datetime) -> list[Booking]:
    """Save the new description. The times are moved one by one, see move_meeting; translations are kept as drafts.

    Returns:
        Those in the queue who were offered a seat because there are more now, to be told.

    Raises:
        Group.DoesNotExist: not a group of the board.
        Refused: not one's own, cancelled, not whole, fewer seats than are taken, or booked in another way than before.
    """
    group = Group.objects.select_for_update(no_key=True).get(pk=group_id, board_id=actor.board_id)
    may_plan_groups(actor).require()
    may_lead(actor, group).require()
    if group.step == GroupStep.CANCELLED:
        raise Refused(forbidden("cancelled", "Gruppen är inställd och kan inte ändras."))
    check(described)
    if described.leader_id != group.leader_id:
        check_leader(actor, described, at)
    seats = _locked(group, at)
    _check_seats(group, described, seats)
    place, link = group.texts.get("place", {}).get(SOURCE), group.online_link
    texts, checked = with_translations(described.texts, group.texts, group.checked)
    changed = columns(replace(described, texts=texts, checked=checked))
    for name, value in changed.items():
        setattr(group, name, value)
    group.save(update_fields=list(changed))
    if (texts.get("place", {}).get(SOURCE), group.online_link) != (place, link):
        coming = Meeting.objects.filter(group=group, ends_at__gt=at)
        coming.update(revision=F("revision") + 1, changed_at=at)  # calendars tell where
    record(action="booking.change_group", at=at, object_id=group.pk)
    return [one for meeting in seats for one in hand_on(group, meeting, at=at)]


def _locked(group: Group, at: datetime) -> list[Meeting | None]:
    """What the seats belong to, each locked: the course, or every time to come."""
    if group.seating != Seating.MEETING:
        return [None]
    coming = Meeting.objects.filter(group=group, cancelled_at=None, starts_at__gt=at).order_by("starts_at")
    for meeting in coming:
        lock(group, meeting)
    return list(coming)


def _check_seats(group: Group, described: Described, seats: list[Meeting | None]) -> None:
    if described.seating != group.seating and Booking.objects.filter(group=group, step__in=ALIVE).exists():
        raise Refused(forbidden("seating-is-used", "Någon har redan bokat. Då går det inte att ändra hur man bokar."))
    if described.seating == group.seating and described.capacity is not None:
        taken = max((seats_of(group, meeting).taken for meeting in seats), default=0)
        if described.capacity < taken:
            told = f"{taken} platser är redan tagna. Skriv {taken} eller fler."
            raise Refused(forbidden("fewer-than-taken", told))
