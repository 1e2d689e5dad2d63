"""Cancels one meeting or the whole group; those who had a seat are told, by a message or by somebody who rings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.notifications.actions.call_off import call_off

from ..models import Booking, Group, Meeting
from ..policies import may_lead, may_plan_groups
from ..seats import lock
from ..steps import step_booking, step_group
from ..telling import tell_cancelled
from ..workflow import ALIVE, BookingStep, GroupStep


@dataclass(frozen=True, slots=True)
class ToTell:
    """The bookings that were touched. What tells them is in the outbox; see queries/to_be_told.py for whom to ring."""

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
    _cancel(meeting, at)
    record(action="booking.cancel_meeting", at=at, object_id=meeting.pk)
    call_off(occasion_id=meeting.pk, at=at)
    for own in Booking.objects.filter(meeting=meeting, step__in=ALIVE):
        step_booking(own, BookingStep.GROUP_CANCELLED, at=at)
    told = Q(meeting=meeting, step=BookingStep.GROUP_CANCELLED, step_at=at) | Q(meeting=None, step=BookingStep.BOOKED)
    touched = tuple(Booking.objects.filter(told, group=group).order_by("pk"))
    tell_cancelled(touched, meeting, at=at)
    return ToTell(touched)


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
    left = list(Meeting.objects.filter(group=group, starts_at__gt=at, cancelled_at=None).order_by("starts_at"))
    for meeting in left:
        lock(group, meeting)
        _cancel(meeting, at)
    touched = tuple(Booking.objects.filter(group=group, step__in=ALIVE).order_by("pk"))
    for booking in touched:
        step_booking(booking, BookingStep.GROUP_CANCELLED, at=at)
    _tell(touched, left, at)
    record(action="booking.cancel_group", at=at, object_id=group.pk)
    return ToTell(touched)


def _cancel(meeting: Meeting, at: datetime) -> None:
    meeting.cancelled_at, meeting.changed_at = at, at
    meeting.revision += 1
    meeting.save(update_fields=["cancelled_at", "changed_at", "revision"])


def _tell(touched: Sequence[Booking], left: Sequence[Meeting], at: datetime) -> None:
    """Those of a course of all the times that are left, the others of theirs."""
    for meeting in left:
        tell_cancelled([one for one in touched if one.meeting_id == meeting.pk], meeting, at=at)
    whole = [one for one in touched if one.meeting_id is None]
    if left:
        tell_cancelled(whole, left[0], at=at, all_later=len(left) > 1)
