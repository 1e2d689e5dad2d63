"""What somebody at work has written of an offer: the draft that is being worked on, and every version that has been."""

from django.db import models

from anhoriglots.database.models import AppendOnly, BoardRecord


class VersionKind(models.TextChoices):
    """How a version came to be."""

    PROFILE = "profile", "Stod i kommunens profil"
    PUBLISHED = "published", "Publicerades"
    WITHDRAWN = "withdrawn", "Drogs tillbaka"


class OfferDraft(BoardRecord):
    """What is being written, one for each offer; nobody outside sees it. ``offer_id`` is the key of the offer, which
    may not be there yet. ``content`` is an OfferContent as data.
    """

    offer_id = models.UUIDField()
    content = models.JSONField()
    edited_by = models.UUIDField()
    edited_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer_id"], name="offer_draft_once")]


class OfferVersion(AppendOnly, BoardRecord):
    """One version of an offer: what it said, who did it, and why it was withdrawn. The newest one tells what holds: the
    offer is shown when that is published, and not when it is withdrawn.
    """

    offer_id = models.UUIDField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=VersionKind.choices)
    content = models.JSONField()
    reason = models.CharField(max_length=300, blank=True)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer_id", "number"], name="offer_version_once")]
