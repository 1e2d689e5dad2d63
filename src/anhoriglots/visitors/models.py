"""Which code opens what."""

from django.db import models

from anhoriglots.database.models import MunicipalityRecord


class Opens(models.TextChoices):
    """What a visitor's code opens."""

    REQUEST = "request", "Fråga till oss"
    BOOKING = "booking", "Bokad plats"
    FAULT = "fault", "Anmält fel"


class AccessCode(MunicipalityRecord):
    """Finds the board and the one thing that a visitor's code opens. Holds no word of it, only its keyed mark.

    One table for codes of every kind, so that no code can open two things.
    """

    mark = models.BinaryField(max_length=32)
    board_id = models.UUIDField()
    opens = models.CharField(max_length=10, choices=Opens.choices)
    object_id = models.UUIDField()
    expires_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mark"], name="code_once")]  # the mark holds the municipality
        indexes = [models.Index(fields=["object_id"], name="code_by_object")]
