"""Queues reminders, for those who have asked for one: once for each booking and time."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.queries import told_about

from ..models import Booking, Group, Meeting
from ..seats import lock
from ..telling import remind_at, tell_reminder
from ..workflow import BookingStep, GroupStep

# More than the longest row of days on which nobody works: Christmas with its weekends.
AHEAD = timedelta(days=14)


def to_remind_of(*, at: datetime) -> list[UUID]:
    """Meetings of the board in scope that come so soon that those who asked are to be reminded now.

    Raises:
        ValueError: no board is in scope.
    """
    board = owner_of(current_scope())["board_id"]
    coming = Meeting.objects.filter(board_id=board, starts_at__gt=at, starts_at__lte=at + AHEAD, cancelled_at=None)
    rows = coming.order_by("starts_at").values_list("pk", "group", "starts_at")
    due = [(key, group) for key, group, starts_at in rows if remind_at(starts_at) <= at]
    wished = Booking.objects.filter(group__in=[group for _, group in due], step=BookingStep.BOOKED, wants_reminder=True)
    groups = set(wished.values_list("group", flat=True))
    return [key for key, group in due if group in groups]


@transaction.atomic
def remind(*, meeting_id: UUID, at: datetime) -> int:
    """Queue a reminder for each who has a seat since before it was time to remind; returns how many are new.

    Under the lock of the seats: whoever cancels at the same time is either not reminded, or called off.

    Raises:
        Meeting.DoesNotExist: gone meanwhile.
    """
    group = Group.objects.get(meetings=meeting_id)
    lock(group, None)
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting_id)
    if meeting.cancelled_at or meeting.starts_at <= at or group.step == GroupStep.CANCELLED:
        return 0
    here = Booking.objects.filter(Q(meeting=meeting) | Q(meeting=None), group=group, step=BookingStep.BOOKED)
    waiting = here.filter(wants_reminder=True, step_at__lt=remind_at(meeting.starts_at))
    waiting = waiting.exclude(pk__in=told_about(meeting.pk, words=Words.REMINDER, time=meeting.starts_at))
    count = tell_reminder(waiting, meeting, at=at)
    if count:
        record(action="booking.remind", at=at, object_id=meeting.pk, reminders=count)
    return count
