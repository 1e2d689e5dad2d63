"""The named support contact a carer is offered (SoL 13:9 from 2026-07-01)."""

from django.db import models
from django.db.models import F, Q

from anhoriglots.accounts.models import User
from anhoriglots.database.models import AppendOnly, BoardRecord

from ..choices import DeclineReason
from ..workflow import SupportContactStep
from .case import Case
from .contact_request import ContactRequest


class SupportContact(BoardRecord):
    """One worker offered to one carer, who is known by a request's code or by a case - or both.

    ``step`` repeats the last event. ``ends_on`` is told to the carer: without a case the link ends by itself.
    """

    request = models.ForeignKey(
        ContactRequest, models.PROTECT, null=True, related_name="support_contacts", db_index=False
    )
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="support_contacts")
    worker = models.ForeignKey(User, models.PROTECT, related_name="support_contacts", db_index=False)
    substitute = models.ForeignKey(User, models.PROTECT, null=True, related_name="substituted_contacts")
    step = models.CharField(max_length=14, choices=SupportContactStep.choices)
    step_at = models.DateTimeField()
    offered_at = models.DateTimeField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(request__isnull=False) | Q(case__isnull=False), name="support_contact_for_somebody"
            ),
            models.CheckConstraint(
                condition=Q(substitute__isnull=True) | ~Q(substitute=F("worker")), name="substitute_is_another"
            ),
        ]
        indexes = [
            models.Index(fields=["board_id", "worker", "step"], name="support_contact_by_worker"),
            models.Index(fields=["request"], name="support_contact_by_request"),
        ]


class SupportContactEvent(AppendOnly, BoardRecord):
    """One step, with the reason code when the carer declined; ``actor_id`` is None when the carer did it."""

    support_contact = models.ForeignKey(SupportContact, models.PROTECT, related_name="events", db_index=False)
    step = models.CharField(max_length=14, choices=SupportContactStep.choices)
    reason = models.CharField(max_length=20, choices=DeclineReason.choices, blank=True)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["support_contact", "at"], name="support_contact_event_by_time")]
