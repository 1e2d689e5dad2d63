"""Contacts noted in the three ways the act allows (SoL 14:3-5): by name, as counselling, without identity."""

from uuid import uuid4

from django.db import models

from anhoriglots.accounts.models import User
from anhoriglots.catalogue.models import SupportForm
from anhoriglots.database.encryption import EncryptedTextField
from anhoriglots.database.models import AppendOnly, BoardRecord
from anhoriglots.organisations.models import District, TargetGroup, Unit

from ..choices import AgeBand, Channel, DeclineReason, DocumentationMode, Duration, NextStep
from .case import Case


class ContactFacts(AppendOnly, BoardRecord):
    """What is asked about every contact: taps only.

    No index on what they point at: nothing is looked up by it, reference rows are never deleted, and every note saved
    would pay for it (docs/contribute/measuring.md).
    """

    unit = models.ForeignKey(Unit, models.PROTECT, db_index=False)
    support_form = models.ForeignKey(SupportForm, models.PROTECT, db_index=False)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    target_group = models.ForeignKey(TargetGroup, models.PROTECT, null=True, db_index=False)
    topics = models.JSONField(default=list)
    duration = models.CharField(max_length=6, choices=Duration.choices)
    next_step = models.CharField(max_length=10, choices=NextStep.choices)
    decline_reason = models.CharField(max_length=20, choices=DeclineReason.choices, blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    district = models.ForeignKey(District, models.PROTECT, null=True, db_index=False)
    age_band = models.CharField(max_length=6, choices=AgeBand.choices, blank=True)
    language = models.CharField(max_length=8, blank=True)
    interpreter = models.BooleanField(null=True)
    is_first = models.BooleanField(null=True)

    class Meta:
        abstract = True


class IdentifiedContact(ContactFacts):
    """A note in the carer's own case: append-only, with author and instant (SoL 14:3, 14:6)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="contacts", db_index=False)
    author = models.ForeignKey(User, models.PROTECT, db_index=False)
    noted_at = models.DateTimeField()
    happened_on = models.DateField()
    text = EncryptedTextField(default="")

    class Meta:
        indexes = [models.Index(fields=["case", "-noted_at", "-id"], name="contact_by_case")]


class CounsellingContact(ContactFacts):
    """Counselling: personal circumstances need not be written down (SoL 14:4), so there is no place for them."""

    author = models.ForeignKey(User, models.PROTECT, db_index=False)
    noted_at = models.DateTimeField()
    happened_on = models.DateField()


class DeidentifiedContact(ContactFacts):
    """Without identity by the board's decision (SoL 14:5): no person, no author, no day, no free text.

    The key is random, not by time, so that it cannot be matched with a log.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    week = models.DateField()


class ContactRetraction(AppendOnly, BoardRecord):
    """The contact was undone within ten minutes; nothing is deleted, it only counts no more.

    The key is random, not by time: it would tell within ten minutes when a contact without identity was noted.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    contact_id = models.UUIDField()
    mode = models.CharField(max_length=16, choices=DocumentationMode.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact_id", "mode"], name="contact_retracted_once")]
