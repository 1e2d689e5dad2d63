"""Cancels one meeting or the whole group; those who had a seat are to be told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record

from ..models import Booking, Group, Meeting
from ..policies import may_lead, may_plan_groups
from ..seats import lock
from ..steps import step_booking, step_group
from ..workflow import ALIVE, BookingStep, GroupStep


@dataclass(frozen=True, slots=True)
class ToTell:
    """The bookings that were touched, each with how its people want to be reached."""

    bookings: tuple[Booking, ...]


@transaction.atomic
def cancel_meeting(*, actor: Actor, meeting_id: UUID, at: datetime) -> ToTell:
    """The meeting will not be. A seat of a course stays; one for this meeting alone ends. A second time tells nobody.

    Raises:
        Meeting.DoesNotExist: not a meeting of the board.
        Refused: neither plans nor leads the group.
    """
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting_id, board_id=actor.board_id)
    group = Group.objects.get(pk=meeting.group_id)
    may_lead(actor, group).require()
    if meeting.cancelled_at:
        return ToTell(())
    meeting.cancelled_at = at
    meeting.save(update_fields=["cancelled_at"])
    record(action="booking.cancel_meeting", at=at, object_id=meeting.pk)
    for own in Booking.objects.filter(meeting=meeting, step__in=ALIVE):
        step_booking(own, BookingStep.GROUP_CANCELLED, at=at)
    told = Q(meeting=meeting, step=BookingStep.GROUP_CANCELLED, step_at=at) | Q(meeting=None, step=BookingStep.BOOKED)
    return ToTell(tuple(Booking.objects.filter(told, group=group).order_by("pk")))


@transaction.atomic
def cancel_group(*, actor: Actor, group_id: UUID, at: datetime) -> ToTell:
    """All that is left of the group will not be, and every booking ends.

    Raises:
        Group.DoesNotExist: not a group of the board.
        Refused: not one's own, or it is cancelled already.
    """
    group = Group.objects.select_for_update(no_key=True).get(pk=group_id, board_id=actor.board_id)
    may_plan_groups(actor).require()
    may_lead(actor, group).require()
    step_group(group, GroupStep.CANCELLED, at=at)
    for meeting in Meeting.objects.filter(group=group, starts_at__gt=at, cancelled_at=None):
        lock(group, meeting)
        Meeting.objects.filter(pk=meeting.pk).update(cancelled_at=at)
    touched = tuple(Booking.objects.filter(group=group, step__in=ALIVE).order_by("pk"))
    for booking in touched:
        step_booking(booking, BookingStep.GROUP_CANCELLED, at=at)
    record(action="booking.cancel_group", at=at, object_id=group.pk)
    return ToTell(touched)
