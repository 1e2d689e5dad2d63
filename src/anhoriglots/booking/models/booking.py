"""Who comes: a name of one's own choice and a way to be reached, erased some days after the last meeting."""

from django.db import models
from django.db.models import Q

from anhoriglots.database.encryption import EncryptedTextField
from anhoriglots.database.models import AppendOnly, BoardRecord

from ..choices import CancelReason, Reach
from ..workflow import ALIVE, BookingStep
from .group import Group, Meeting


class Booking(BoardRecord):
    """A seat, or two, or a place in the queue. ``step`` repeats the last event so that lists read one table.

    ``meeting`` is None for a course, where the seat is for all times. ``submission`` is the one-way mark of the form
    that was sent: the same form sent twice is one booking. ``call_me`` is what we call the person, and may be
    invented; ``companion`` the same for the second person of a booking for two. ``queued_at`` orders the queue.
    ``offered_until`` is when an offered seat goes on to the next. ``booked_by`` is the colleague who booked over the
    phone. After ``erase_on`` the row is deleted, and only the group's numbers stay.
    """

    group = models.ForeignKey(Group, models.PROTECT, related_name="bookings", db_index=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="bookings", db_index=False)
    submission = models.BinaryField(max_length=32)
    seats = models.PositiveSmallIntegerField(default=1)
    call_me = EncryptedTextField(default="")
    companion = EncryptedTextField(default="")
    reach = models.CharField(max_length=10, choices=Reach.choices)
    contact = EncryptedTextField(default="")
    is_trial = models.BooleanField(default=False)
    wants_reminder = models.BooleanField(default=False)
    language = models.CharField(max_length=8, default="sv")
    booked_by = models.UUIDField(null=True)
    step = models.CharField(max_length=16, choices=BookingStep.choices)
    step_at = models.DateTimeField()
    queued_at = models.DateTimeField(null=True)
    offered_until = models.DateTimeField(null=True)
    erase_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission"], name="booking_sent_once"),
            models.CheckConstraint(condition=Q(seats__gte=1, seats__lte=2), name="booking_for_one_or_two"),
            models.CheckConstraint(
                condition=~Q(step=BookingStep.QUEUED) | Q(queued_at__isnull=False), name="queue_has_an_order"
            ),
            models.CheckConstraint(
                condition=~Q(step=BookingStep.OFFERED) | Q(offered_until__isnull=False), name="offer_has_an_end"
            ),
        ]
        indexes = [
            models.Index(fields=["group", "meeting"], condition=Q(step__in=ALIVE), name="booking_alive"),
            models.Index(fields=["offered_until"], condition=Q(step=BookingStep.OFFERED), name="booking_offered"),
            models.Index(fields=["board_id", "erase_on"], name="booking_by_erase_date"),
            models.Index(fields=["group"], name="booking_by_group"),
        ]


class BookingEvent(AppendOnly, BoardRecord):
    """One step of a booking: when, who of us did it, and the one tap that told why; never what was said.

    A tap after the step is a row of its own, with the same step and a reason. It outlives the booking, and then leads
    to nobody.
    """

    booking_id = models.UUIDField()
    step = models.CharField(max_length=16, choices=BookingStep.choices)
    reason = models.CharField(max_length=16, choices=CancelReason.choices, blank=True)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["booking_id", "at"], name="booking_event_by_booking")]


class Attendance(BoardRecord):
    """That somebody who has booked came to a meeting; erased with the booking, when only the meeting's number stays."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances", db_index=False)
    booking = models.ForeignKey(Booking, models.CASCADE, related_name="attendances", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "booking"], name="attended_once")]
        indexes = [models.Index(fields=["booking"], name="attendance_by_booking")]
