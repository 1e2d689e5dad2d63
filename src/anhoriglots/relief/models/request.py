"""That somebody who has booked needs relief meanwhile. Nothing about the one who is helped stands here."""

from django.db import models
from django.db.models import Q

from anhoriglots.booking.models import Booking
from anhoriglots.database.models import AppendOnly, BoardRecord
from anhoriglots.organisations.models import Unit

from ..choices import Ground, No, Place
from ..workflow import ReliefStep


class ReliefRequest(BoardRecord):
    """A wish for relief, tied to a booking and deleted with it. ``step`` repeats the last event.

    While it waits it holds the seat: the booking is an ordinary one, so nobody else can get it, and the clock never
    takes it back. ``hours`` is for each meeting. ``lives_together`` is None when it was not asked or not answered.
    ``bank`` is the one-way mark under which used hours are counted. ``starts`` and ``ends`` are clock times at each
    meeting, and ``agreed_times`` the meetings that the unit answered about, as instants: when they are others now, the
    answer has to be looked at again. ``wants_talk_at`` is when the person asked to talk to somebody.

    ``booking`` is None only when the one who booked has erased it after a yes: then nothing but the times is left,
    until the unit has seen that nobody shall come.
    """

    booking = models.OneToOneField(Booking, models.CASCADE, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    hours = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=10, choices=Place.choices)
    lives_together = models.BooleanField(null=True)
    bank = models.BinaryField(max_length=32, null=True)
    asked_at = models.DateTimeField()
    step = models.CharField(max_length=10, choices=ReliefStep.choices)
    step_at = models.DateTimeField()
    ground = models.CharField(max_length=10, choices=Ground.choices, blank=True)
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    agreed_times = models.JSONField(default=list)
    no = models.CharField(max_length=10, choices=No.choices, blank=True)
    wants_talk_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(hours__gte=1, hours__lte=24), name="relief_hours_of_a_day"),
            models.CheckConstraint(
                condition=~Q(step__in=(ReliefStep.ACCEPTED, ReliefStep.PROPOSED))
                | Q(starts__isnull=False, ends__isnull=False) & ~Q(ground=""),
                name="relief_agreed_has_times",
            ),
        ]
        indexes = [models.Index(fields=["unit", "step"], name="relief_by_unit")]


class ReliefEvent(AppendOnly, BoardRecord):
    """One step of a request: when, and who of us did it. It outlives the request, and then leads to nobody."""

    request_id = models.UUIDField()
    step = models.CharField(max_length=10, choices=ReliefStep.choices)
    no = models.CharField(max_length=10, choices=No.choices, blank=True)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["request_id", "at"], name="relief_event_by_request")]
