"""Counts seats and hands them on. All of it under one lock, so that the last seat goes to one only.

What is locked is the row that the seats belong to: the group of a course, else the meeting. Whoever counts without the
lock counts wrong: a naive count sold thirty-nine of ten seats when it was tried.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet, Sum

from .models import Booking, Group, Meeting
from .steps import step_booking
from .telling import tell_offered
from .workflow import TAKES_A_SEAT, BookingStep

# An offered seat is held this long, but never past the start.
OFFER_HOLDS = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Seats:
    """How it stands at one instant.

    Attributes:
        capacity: seats there are.
        taken: seats booked, and offered to somebody in the queue.
        waiting: bookings in the queue.
    """

    capacity: int
    taken: int
    waiting: int

    @property
    def left(self) -> int:
        """Seats that nobody has; never below zero, although the capacity may have been lowered since."""
        return max(0, self.capacity - self.taken)

    def has_room_for(self, seats: int) -> bool:
        """May somebody new sit down? Not before those who wait."""
        return self.waiting == 0 and seats <= self.left


def lock(group: Group, meeting: Meeting | None) -> None:
    """Wait for the lock of these seats; it is held until the transaction ends.

    What the locked row says is read anew with it, since it may have changed while we waited.
    """
    if meeting is None:
        group.refresh_from_db(from_queryset=Group.objects.select_for_update(no_key=True), fields=["step", "capacity"])
    else:
        meeting.refresh_from_db(
            from_queryset=Meeting.objects.select_for_update(no_key=True),
            fields=["cancelled_at", "starts_at", "revision"],
        )


def seats_of(group: Group, meeting: Meeting | None) -> Seats:
    """Count; ask for the lock first when anything is to follow from the answer."""
    counted = _of(group, meeting).aggregate(
        taken=Sum("seats", filter=Q(step__in=TAKES_A_SEAT)), waiting=Count("pk", filter=Q(step=BookingStep.QUEUED))
    )
    return Seats(group.capacity or 0, counted["taken"] or 0, counted["waiting"])


def hand_on(group: Group, meeting: Meeting | None, *, at: datetime) -> list[Booking]:
    """Take back offers that nobody answered in time and offer what is free to those who wait, in their order.

    The first in the queue is never passed by somebody who needs fewer seats. Hold the lock first.

    Returns:
        The bookings that were offered a seat now; what tells them so is in the outbox.
    """
    for late in _of(group, meeting).filter(step=BookingStep.OFFERED, offered_until__lte=at):
        step_booking(late, BookingStep.PASSED_ON, at=at)
    starts = _starts_at(group, meeting)
    if starts <= at:
        return []
    left, offered = seats_of(group, meeting).left, []
    for next_one in _of(group, meeting).filter(step=BookingStep.QUEUED).order_by("queued_at", "pk"):
        if next_one.seats > left:
            break
        next_one.offered_until = min(at + OFFER_HOLDS, starts)
        step_booking(next_one, BookingStep.OFFERED, at=at)
        tell_offered(next_one, starts, at=at)
        left -= next_one.seats
        offered.append(next_one)
    return offered


def place_in_queue(booking: Booking) -> int:
    """1 for the first in the queue; 0 when it does not wait."""
    if booking.step != BookingStep.QUEUED:
        return 0
    before = Q(queued_at__lt=booking.queued_at) | Q(queued_at=booking.queued_at, pk__lt=booking.pk)
    return _of(booking.group, booking.meeting).filter(before, step=BookingStep.QUEUED).count() + 1


def _of(group: Group, meeting: Meeting | None) -> QuerySet[Booking]:
    return Booking.objects.filter(group=group, meeting=meeting)


def _starts_at(group: Group, meeting: Meeting | None) -> datetime:
    return meeting.starts_at if meeting else group.starts_at
