"""Närvaro: one meeting with those who may come, and what has been noted."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor

from ..models import Attendance, Booking, Meeting
from ..policies import led_groups
from ..workflow import BookingStep
from .people import PersonRow, person_row
from .staff_group import came_words, title_of
from .times import time_words


@dataclass(frozen=True, slots=True)
class AttendancePage:
    """Ready for the page. ``dropped_in`` is None until something has been noted."""

    pk: UUID
    group_id: UUID
    title: str
    when: str
    people: list[PersonRow]
    dropped_in: int | None
    noted: str
    is_cancelled: bool
    has_begun: bool


def attendance_page(actor: Actor, meeting_id: UUID, *, at: datetime) -> AttendancePage:
    """The meeting of a group that this person plans or leads.

    Raises:
        Meeting.DoesNotExist: not one of those.
    """
    meeting = Meeting.objects.select_related("group").get(
        pk=meeting_id, board_id=actor.board_id, group__in=led_groups(actor).values("pk")
    )
    here = Booking.objects.filter(
        Q(meeting=meeting) | Q(meeting=None), group=meeting.group_id, step=BookingStep.BOOKED
    ).order_by("pk")
    came = set(Attendance.objects.filter(meeting=meeting).values_list("booking_id", flat=True))
    today = localdate(at)
    return AttendancePage(
        pk=meeting.pk,
        group_id=meeting.group_id,
        title=title_of(meeting.group),
        when=time_words(meeting.starts_at, meeting.ends_at, today=today),
        people=[person_row(one, today=today, came=one.pk in came) for one in here],
        dropped_in=meeting.dropped_in,
        noted=came_words(meeting),
        is_cancelled=meeting.cancelled_at is not None,
        has_begun=meeting.starts_at <= at,
    )
