"""A room, those who are in it, and what they write. No row says which booking a member has."""

from uuid import uuid4

from django.db import models

from anhoriglots.accounts.models import User
from anhoriglots.booking.models import Group
from anhoriglots.database.encryption import EncryptedTextField
from anhoriglots.database.models import BoardRecord

from .choices import HideReason, Moderation, ReportReason
from .workflow import PostStep, RoomStep


class Room(BoardRecord):
    """The room of a group. Off until it is opened: a group without a room has no row.

    ``hide_at`` reports hide a post until somebody has read it; 0 when reports only ask somebody to read. ``moderator``
    is who reads besides those who plan or lead the group. ``looks_on`` holds the weekdays (0 is Monday) on which
    somebody looks in, between ``looks_from`` and ``looks_to``; empty when nobody has set any.
    """

    group = models.OneToOneField(Group, models.PROTECT, related_name="+")
    step = models.CharField(max_length=10, choices=RoomStep.choices, default=RoomStep.OPEN)
    step_at = models.DateTimeField()
    moderation = models.CharField(max_length=10, choices=Moderation.choices)
    hide_at = models.PositiveSmallIntegerField()
    rules = models.TextField()
    moderator = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    looks_on = models.JSONField(default=list)
    looks_from = models.TimeField(null=True)
    looks_to = models.TimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(looks_from__isnull=True, looks_to__isnull=True)
                | models.Q(looks_to__gt=models.F("looks_from")),
                name="room_is_looked_at_for_a_while",
            )
        ]


class Member(BoardRecord):
    """Somebody in a room, under a name of their own choice.

    ``mark`` is the keyed mark of the booking: with the booking one finds the member, with the table alone nobody. The
    key is random and there is no instant, so that nothing can be set beside the booking's own. ``name_mark`` keeps two
    from having one name. ``shown_on`` is the day on which we looked who it is, because a life was in danger.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    room = models.ForeignKey(Room, models.CASCADE, related_name="members", db_index=False)
    mark = models.BinaryField(max_length=32)
    name = EncryptedTextField()
    name_mark = models.BinaryField(max_length=32)
    shown_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mark"], name="in_the_room_once"),
            models.UniqueConstraint(fields=["room", "name_mark"], name="name_once_in_a_room"),
        ]


class Post(BoardRecord):
    """Something that a member wrote. ``thread`` is the key of the post that it answers, or its own.

    The first of a thread may be gone while the answers to it are left, so this is no foreign key.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    room = models.ForeignKey(Room, models.CASCADE, related_name="posts", db_index=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="posts")
    thread = models.UUIDField()
    text = EncryptedTextField()
    step = models.CharField(max_length=10, choices=PostStep.choices)
    hidden_as = models.CharField(max_length=12, choices=HideReason.choices, blank=True)
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["room", "thread", "written_at"], name="post_by_thread")]


class Report(BoardRecord):
    """That a member asks somebody to look at a post; gone when somebody has. There is no instant and no free text."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    post = models.ForeignKey(Post, models.CASCADE, related_name="reports", db_index=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=12, choices=ReportReason.choices, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "member"], name="reported_once")]
