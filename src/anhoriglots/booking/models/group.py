"""What is planned: groups and their meetings. Everybody may read them; no row here concerns a person who comes."""

from django.db import models
from django.db.models import F, Q

from anhoriglots.accounts.models import User
from anhoriglots.catalogue.models import SupportForm
from anhoriglots.database.models import AppendOnly, BoardRecord, PublishedRecord
from anhoriglots.organisations.models import Unit

from ..choices import LeaderKind, Seating, Way
from ..workflow import GroupStep


class Group(PublishedRecord):
    """A course, a series of meetings or a single one. ``step`` repeats the last event so that lists read one table.

    ``texts`` holds title, for_whom, first_time, place and access_note, each as a mapping from language to text.
    ``checked`` holds by language the names of those texts that a person has read; all others but Swedish are drafts.
    ``fee`` is SEK for one person and the whole group, 0 when it is free. ``leader`` is a colleague who may open the
    leader's page; ``leader_name`` is what the public reads. ``online_link`` is shown only to those who have booked.
    ``card`` is the secret of the anonymous card after the last meeting. ``has_room`` when those who have
    a seat may talk in a room of their own. ``erased_on`` is the day when the list of those who came was removed, and
    ``erased_seats`` how many had a seat.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="groups", db_index=False)
    support_form = models.ForeignKey(SupportForm, models.PROTECT, db_index=False)
    texts = models.JSONField(default=dict)
    checked = models.JSONField(default=dict)
    target_groups = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    seating = models.CharField(max_length=10, choices=Seating.choices)
    way = models.CharField(max_length=10, choices=Way.choices)
    online_link = models.URLField(max_length=300, blank=True)
    access = models.JSONField(default=list)
    capacity = models.PositiveSmallIntegerField(null=True)
    has_queue = models.BooleanField(default=True)
    trial_allowed = models.BooleanField(default=False)
    fee = models.PositiveIntegerField(default=0)
    leader_kind = models.CharField(max_length=10, choices=LeaderKind.choices, default=LeaderKind.STAFF)
    leader_name = models.CharField(max_length=60, blank=True)
    leader = models.ForeignKey(User, models.PROTECT, null=True, db_index=False, related_name="+")
    step = models.CharField(max_length=10, choices=GroupStep.choices, default=GroupStep.PLANNED)
    step_at = models.DateTimeField()
    card = models.CharField(max_length=20)
    has_room = models.BooleanField(default=False)
    erased_on = models.DateField(null=True)
    erased_seats = models.PositiveSmallIntegerField(null=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seating=Seating.OPEN) | Q(capacity__gte=1), name="group_has_seats_to_book"
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="group_ends_after_it_starts"),
            models.UniqueConstraint(fields=["card"], name="group_card_once"),
        ]
        indexes = [
            models.Index(fields=["municipality", "step", "ends_at"], name="group_by_time"),
            models.Index(fields=["board_id", "-starts_at"], name="group_by_board"),
        ]


class Meeting(PublishedRecord):
    """One time of a group. ``taken`` is never stored: seats are counted under a lock (see seats.py).

    ``revision`` counts how often it has been moved or cancelled, or its place changed, since calendars that follow it
    ask for that; ``changed_at`` is when it was last, and None while it is as it was planned.
    """

    group = models.ForeignKey(Group, models.CASCADE, related_name="meetings", db_index=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    revision = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    came = models.PositiveSmallIntegerField(null=True)
    dropped_in = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_starts"),
            models.UniqueConstraint(fields=["group", "starts_at"], name="meeting_once"),
        ]
        indexes = [models.Index(fields=["municipality", "starts_at"], name="meeting_by_time")]


class GroupEvent(AppendOnly, BoardRecord):
    """One step of a group: who and when."""

    group_id = models.UUIDField()
    step = models.CharField(max_length=10, choices=GroupStep.choices)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["group_id", "at"], name="group_event_by_group")]
