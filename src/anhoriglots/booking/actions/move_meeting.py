"""Moves one meeting to another time; the seats stay, and the list is kept as long after the last time as before."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Decision, forbidden
from anhoriglots.notifications.actions.call_off import call_off

from ..choices import Seating
from ..models import Booking, Group, Meeting
from ..policies import may_lead
from ..schedule import Time
from ..span import follow, keep_longer, may_be_then
from ..telling import tell_moved
from ..workflow import ALIVE, TAKES_A_SEAT, BookingStep


@transaction.atomic
def move_meeting(*, actor: Actor, meeting_id: UUID, to: Time, at: datetime) -> tuple[Booking, ...]:
    """Save the new time. The same time again changes nothing and tells nobody.

    Returns:
        Those who have a seat then, or wait for one. What tells those with a seat is in the outbox.

    Raises:
        Meeting.DoesNotExist: not a meeting of the board.
        Refused: neither plans nor leads the group, the time has been or is in the past, or another time overlaps it.
    """
    found = Meeting.objects.get(pk=meeting_id, board_id=actor.board_id)
    group = Group.objects.select_for_update(no_key=True).get(pk=found.group_id)
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=found.pk)
    may_lead(actor, group).require()
    if (meeting.starts_at, meeting.ends_at) == (to.starts_at, to.ends_at):
        return ()
    may_be_moved(meeting, to, at=at).require()
    began = meeting.starts_at
    before = group.ends_at if group.seating == Seating.COURSE else meeting.ends_at
    meeting.starts_at, meeting.ends_at = to.starts_at, to.ends_at
    meeting.revision, meeting.changed_at = meeting.revision + 1, at
    meeting.save(update_fields=["starts_at", "ends_at", "revision", "changed_at"])
    follow(group)
    after = group.ends_at if group.seating == Seating.COURSE else meeting.ends_at
    touched = Booking.objects.filter(group=group, meeting=None if group.seating == Seating.COURSE else meeting)
    keep_longer(touched, (localdate(after) - localdate(before)).days)
    touched.filter(step=BookingStep.OFFERED, offered_until__gt=to.starts_at).update(offered_until=to.starts_at)
    record(action="booking.move_meeting", at=at, object_id=meeting.pk)
    call_off(occasion_id=meeting.pk, at=at)
    alive = tuple(touched.filter(step__in=ALIVE).order_by("pk"))
    tell_moved([one for one in alive if one.step in TAKES_A_SEAT], meeting, at=at, before=began)
    return alive


def may_be_moved(meeting: Meeting, to: Time, *, at: datetime) -> Decision:
    """Can the meeting be at that time?"""
    if meeting.cancelled_at or meeting.starts_at <= at:
        return forbidden("is-over", "Gången är inställd eller har redan börjat. Den går inte att flytta.")
    return may_be_then(meeting.group, to, at=at, but=meeting)
