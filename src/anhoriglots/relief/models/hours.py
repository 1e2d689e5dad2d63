"""Hours that have been used, added or called off: a mark, a day and minutes, and no name."""

from django.db import models

from anhoriglots.database.models import BoardRecord

from ..hours import Kind


class EntryKind(models.TextChoices):
    """What is written down. What is promised is never written: it follows from the requests."""

    GRANTED = Kind.GRANTED.value, "Fler timmar"
    USED = Kind.USED.value, "Använt"
    CANCELLED_IN_TIME = Kind.CANCELLED_IN_TIME.value, "Avbokat i tid"
    CANCELLED_LATE = Kind.CANCELLED_LATE.value, "Avbokat sent"


class HourEntry(BoardRecord):
    """Minutes on a Swedish day in the bank with that mark (see actions/bank.py), so that nobody's name is needed.

    ``request_id`` leads to the request while that is kept. After ``erase_on`` the row can change no count any longer,
    and is deleted.
    """

    bank = models.BinaryField(max_length=32)
    request_id = models.UUIDField()
    day = models.DateField()
    minutes = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=EntryKind.choices)
    noted_by = models.UUIDField(null=True)
    at = models.DateTimeField()
    erase_on = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["bank", "day"], name="hour_entry_by_bank"),
            models.Index(fields=["board_id", "erase_on"], name="hour_entry_by_erase_date"),
            models.Index(fields=["request_id"], name="hour_entry_by_request"),
        ]
