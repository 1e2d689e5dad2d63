"""The tables of the slice: the outbox and what happened to each message."""

from django.db import models
from django.db.models import Q

from anhoriglots.database.encryption import EncryptedTextField
from anhoriglots.database.models import AppendOnly, BoardRecord

from .choices import Way, Why, Words
from .workflow import ON_ITS_WAY, MessageStep


class OutgoingMessage(BoardRecord):
    """One thing that one reader is to be told. ``step`` repeats the last event so that lists read one table.

    ``mark`` is the one-way mark of who is told what about which occasion, so that nobody is told twice. ``about_id`` is
    the row that it is about, such as a booking, and ``occasion_id`` one time of it. ``to`` is the number or address,
    emptied as soon as the program does not need it any longer. The sentence is not stored: it follows from ``words``,
    ``language``, ``time`` and ``until``. After ``give_up_at`` somebody must ring instead. It is deleted after
    ``erase_on``, or before with what it is about.
    """

    mark = models.BinaryField(max_length=32)
    about_id = models.UUIDField()
    occasion_id = models.UUIDField(null=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    to = EncryptedTextField(default="")
    words = models.CharField(max_length=16, choices=Words.choices)
    language = models.CharField(max_length=8, default="sv")
    time = models.DateTimeField()
    until = models.DateTimeField(null=True)
    send_after = models.DateTimeField()
    give_up_at = models.DateTimeField()
    step = models.CharField(max_length=10, choices=MessageStep.choices)
    step_at = models.DateTimeField()
    why = models.CharField(max_length=10, choices=Why.choices, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    erase_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mark"], name="message_once")]
        indexes = [
            models.Index(
                fields=["board_id", "send_after"], condition=Q(step__in=ON_ITS_WAY), name="message_on_its_way"
            ),
            models.Index(fields=["about_id"], name="message_by_subject"),
            models.Index(fields=["board_id", "erase_on"], name="message_by_erase_date"),
        ]


class OutgoingMessageEvent(AppendOnly, BoardRecord):
    """One step of a message: when, why, and who of us did it. It outlives the message, and then leads to nobody."""

    message_id = models.UUIDField()
    step = models.CharField(max_length=10, choices=MessageStep.choices)
    why = models.CharField(max_length=10, choices=Why.choices, blank=True)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["message_id", "at"], name="message_event_by_message")]
