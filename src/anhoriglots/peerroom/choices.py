"""The fixed answers of the room: stable codes with the words on screen."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Moderation(TextChoices):
    """When somebody at work reads a post."""

    BEFORE = "before", "Innan det visas"
    AFTER = "after", "Efter att det har visats"


class ReportReason(TextChoices):
    """One optional tap by the one who reports."""

    HURTS = "hurts", _("Det sårar någon")
    POINTS_OUT = "points_out", _("Det går att förstå vem det handlar om")
    WORRIED = "worried", _("Jag är orolig för den som skrev")
    OTHER = "other", _("Något annat")


class HideReason(TextChoices):
    """Why a post is hidden, in words to the one who wrote it."""

    POINTS_OUT = "points_out", _("Det gick att förstå vem det handlar om.")
    CONTACT = "contact", _("Det stod ett nummer, en adress eller ett namn.")
    HURTS = "hurts", _("Det kan såra någon.")
    ADVERT = "advert", _("Det var reklam.")
    RULES = "rules", _("Det följer inte reglerna för rummet.")
    REPORTED = "reported", _("Flera har anmält det. Någon hos oss ska läsa det.")
