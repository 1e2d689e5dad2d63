"""The anonymous card after the last meeting: tied to the group and to nobody."""

from uuid import uuid4

from django.db import models
from django.db.models import TextChoices

from anhoriglots.database.models import AppendOnly, BoardRecord


class Worth(TextChoices):
    """Was it worth the time, and would you recommend it?"""

    YES = "yes", "Ja"
    PARTLY = "partly", "Till en del"
    NO = "no", "Nej"


class PulseCard(AppendOnly, BoardRecord):
    """Three answers. The key is random and there is no instant: nothing tells when it was filled in, or by whom."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group_id = models.UUIDField()
    worth_it = models.CharField(max_length=10, choices=Worth.choices, blank=True)
    would_recommend = models.CharField(max_length=10, choices=Worth.choices, blank=True)
    missing = models.CharField(max_length=100, blank=True)

    class Meta:
        indexes = [models.Index(fields=["group_id"], name="pulse_by_group")]
