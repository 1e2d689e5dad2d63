"""What visitors tell us does not work, and what the statement says of it."""

from django.db import models

from anhoriglots.database.encryption import EncryptedTextField
from anhoriglots.database.models import BoardRecord, PublishedRecord

from .choices import TOLD, Answer, CameIn, ReportStep, Ruling


class FaultReport(BoardRecord):
    """One report or request through the function of the statement (lag 2018:1937 13 and 15 §§).

    Deleted as a whole when ``erase_on`` has passed. What somebody wrote, and how they are reached, stands encrypted.
    """

    submission = models.BinaryField(max_length=32)
    came_in = models.CharField(max_length=10, choices=CameIn.choices)
    what = EncryptedTextField()
    where = EncryptedTextField(blank=True)
    reply = models.CharField(max_length=10, choices=Answer.choices)
    contact = EncryptedTextField(blank=True)
    language = models.CharField(max_length=10)
    received_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    step = models.CharField(max_length=10, choices=ReportStep.choices)
    owner_id = models.UUIDField(null=True)
    ruling = models.CharField(max_length=10, choices=Ruling.choices, blank=True)
    mend_by = models.DateField(null=True)
    assessed_on = models.DateField(null=True)
    answer = EncryptedTextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    # The one who got no asks for the decision in writing; it is open again until somebody has answered that.
    decision_asked_at = models.DateTimeField(null=True)
    erase_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission"], name="report_once"),  # the mark holds the municipality
            models.CheckConstraint(
                condition=models.Q(ruling=Ruling.WILL_MEND, mend_by__isnull=False)
                | (~models.Q(ruling=Ruling.WILL_MEND) & models.Q(mend_by__isnull=True)),
                name="mend_by_a_day",
            ),
        ]
        indexes = [models.Index(fields=["board_id", "erase_on"], name="report_by_last_day")]


class KnownFault(PublishedRecord):
    """A fault as the statement tells of it, in our own words. Ended when it is mended; nothing of the reporter is here.

    ``report_id`` is the report that it came of, while that is kept.
    """

    report_id = models.UUIDField(null=True)
    what = models.CharField(max_length=200)
    ruling = models.CharField(max_length=10, choices=[(each.value, each.label) for each in TOLD])
    mend_by = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    assessed_on = models.DateField(null=True)
    published_at = models.DateTimeField()
    published_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report_id"],
                condition=models.Q(ended_at__isnull=True, report_id__isnull=False),
                name="known_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["municipality"], condition=models.Q(ended_at__isnull=True), name="known_by_municipality"
            )
        ]
