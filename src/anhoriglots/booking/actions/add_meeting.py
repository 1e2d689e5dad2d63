"""Adds one time to a group that is there already: those of a course are told, since the seat is theirs then too."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Decision, forbidden, permitted

from ..choices import Seating
from ..models import Booking, Group, Meeting
from ..policies import may_lead
from ..schedule import MOST_MEETINGS, Time
from ..span import follow, keep_longer, may_be_then
from ..telling import tell_added
from ..workflow import ALIVE, TAKES_A_SEAT, GroupStep


@transaction.atomic
def add_meeting(*, actor: Actor, group_id: UUID, to: Time, at: datetime) -> tuple[Booking, ...]:
    """Save the time. Where one books one time at a time it has all its seats free, and nobody has to be told.

    The same form sent twice adds one, and tells once.

    Returns:
        Those of a course who have a seat then, or wait for one. What tells those with a seat is in the outbox.

    Raises:
        Group.DoesNotExist: not a group of the board.
        Refused: neither plans nor leads the group, it is over, cancelled or has too many times, or see may_be_then.
    """
    group = Group.objects.select_for_update(no_key=True).get(pk=group_id, board_id=actor.board_id)
    may_lead(actor, group).require()
    may_go_on(group, at=at).require()
    if Meeting.objects.filter(group=group, starts_at=to.starts_at, ends_at=to.ends_at, cancelled_at=None).exists():
        return ()
    may_be_then(group, to, at=at).require()
    meeting = Meeting.objects.create(
        **owner_of(current_scope()), group=group, starts_at=to.starts_at, ends_at=to.ends_at, changed_at=at
    )
    before = localdate(group.ends_at)
    follow(group)
    record(action="booking.add_meeting", at=at, object_id=meeting.pk)
    return _told(group, meeting, (localdate(group.ends_at) - before).days, at)


def may_go_on(group: Group, *, at: datetime) -> Decision:
    """Can the group have one more time? A list that is to be deleted soon is not kept for it."""
    if group.step == GroupStep.CANCELLED:
        return forbidden("cancelled", "Gruppen är inställd och kan inte ändras.")
    if group.ends_at <= at:
        return forbidden("is-over", "Gruppen har redan träffats för sista gången. Kopiera den till en ny termin.")
    if Meeting.objects.filter(group=group).count() >= MOST_MEETINGS:
        return forbidden("too-many", f"En grupp har högst {MOST_MEETINGS} gånger.")
    return permitted("can-go-on", "")


def _told(group: Group, meeting: Meeting, days: int, at: datetime) -> tuple[Booking, ...]:
    if group.seating != Seating.COURSE:
        return ()
    touched = Booking.objects.filter(group=group, meeting=None)
    keep_longer(touched, days)
    alive = tuple(touched.filter(step__in=ALIVE).order_by("pk"))
    tell_added([one for one in alive if one.step in TAKES_A_SEAT], meeting, at=at)
    return alive
