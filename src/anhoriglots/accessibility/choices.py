"""The fixed answers of a report: stable codes with the words on screen."""

from django.db.models import TextChoices


class CameIn(TextChoices):
    """What somebody tells us: the same words as the law's question."""

    FAULT = "fault", "Något fungerar inte"
    REQUEST = "request", "Vill ha en version som går att använda"


class Answer(TextChoices):
    """How the one who reports learns what came of it."""

    CODE = "code", "Läser svaret med koden"
    EMAIL = "email", "E-post"
    PHONE = "phone", "Telefon"


class Ruling(TextChoices):
    """What we decide. ``TOO_HEAVY`` is the exception of the act, and is told with reason and day."""

    MENDED = "mended", "Lagat eller ordnat"
    WILL_MEND = "will_mend", "Lagas senast en viss dag"
    TOO_HEAVY = "too_heavy", "Oskäligt betungande"
    NO_FAULT = "no_fault", "Inget fel"


# What is a no to the one who asked for a version that can be used.
REFUSALS = (Ruling.TOO_HEAVY, Ruling.NO_FAULT)
# What the statement tells of; what is mended, or was no fault, is not told.
TOLD = (Ruling.WILL_MEND, Ruling.TOO_HEAVY)


class ReportStep(TextChoices):
    """Where a report is."""

    RECEIVED = "received", "Väntar"
    TAKEN = "taken", "Någon har den"
    ANSWERED = "answered", "Besvarad"
