"""What boards have decided: one row per decision, which stands as it was written. A correction is a new row."""

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices

from anhoriglots.accounts.roles import Role
from anhoriglots.database.models import MunicipalityRecord, Standing
from anhoriglots.organisations.models import Board

from .offers import SupportForm
from .origin import Origin


class Documentation(TextChoices):
    """How a contact is written down (SoL 14:3-5)."""

    IDENTIFIED = "identified", "med namn"
    COUNSELLING = "counselling", "rådgivning"
    DEIDENTIFIED = "deidentified", "utan namn"


class KeepUnit(TextChoices):
    """How long a document is kept is counted so."""

    DAYS = "days", "dagar"
    MONTHS = "months", "månader"
    YEARS = "years", "år"
    PRESERVE = "preserve", "bevaras"


class Outcome(TextChoices):
    """What a board may say in the place of the law, where the reading of the law is not certain."""

    PERMITTED = "permitted", "Får göras"
    REQUIRED = "required", "Ska göras"
    FORBIDDEN = "forbidden", "Får inte göras"


class RegisteredDecision(Standing, MunicipalityRecord):
    """What every decision has. ``valid_to`` is the last day it was decided to hold, None until further notice.

    ``last_day`` is the last day it held when somebody ended it earlier than that; it may lie before the first day, and
    then the decision never held. ``document`` is where the decision is found: a diary number or an address.
    ``registered_by`` and ``ended_by`` are keys of users without a relation, so that they outlive the account.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    number = models.CharField(max_length=60)
    decided_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    document = models.CharField(max_length=200, blank=True)
    registered_by = models.UUIDField(null=True)
    registered_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    last_day = models.DateField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="%(class)s_ends_after"
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True, ended_at__isnull=True)
                | Q(last_day__isnull=False, ended_at__isnull=False),
                name="%(class)s_ended_whole",
            ),
        ]

    @property
    def holds_to(self) -> date | None:
        """The last day it holds, whichever way it ends; None until further notice."""
        return min((day for day in (self.valid_to, self.last_day) if day), default=None)

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.valid_from <= day and (self.holds_to is None or day <= self.holds_to)


class BoardDecision(RegisteredDecision):
    """About one form of support: may it be given without assessment (SoL 11:5), on what conditions, and what may be
    noted when it is (SoL 14:3-5). ``reason`` holds the special reasons that leaving out identity demands.

    ``origin`` tells a row of the profile, which loading the profile keeps equal to the profile, from one that somebody
    has registered, which nothing changes. ``active`` is False for a row that has left the profile.
    """

    support_form = models.ForeignKey(SupportForm, models.PROTECT)
    without_assessment = models.BooleanField()
    documentation = models.CharField(max_length=20, choices=Documentation.choices)
    conditions = models.CharField(max_length=400, blank=True)
    reason = models.CharField(max_length=400)
    key = models.CharField(max_length=130)
    source = models.CharField(max_length=300, blank=True)
    is_example = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PROFILE)

    class Meta(RegisteredDecision.Meta):
        constraints = [
            *RegisteredDecision.Meta.constraints,
            models.UniqueConstraint(fields=["municipality", "key"], name="board_decision_key_once"),
        ]


class Delegation(RegisteredDecision):
    """Who may decide on the board's behalf: a kind of decision, a role, and on what conditions.

    ``matter_kind`` is what kind of matter it is to the law: a value of the fact ``matter`` of the question
    ``delegation``. It is empty in older rows, where nobody was asked.
    """

    matter = models.CharField(max_length=120)
    matter_kind = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    conditions = models.CharField(max_length=400, blank=True)


class RetentionDecision(RegisteredDecision):
    """How long a kind of document is kept; ``keep`` is None when it is preserved for good.

    ``about`` is what the document is to the law: a value of the fact ``kind`` of the question ``retention-decision``.
    It is empty in older rows, where nobody was asked.
    """

    about = models.CharField(max_length=20, blank=True)
    document_type = models.CharField(max_length=120)
    keep = models.PositiveSmallIntegerField(null=True)
    keep_unit = models.CharField(max_length=10, choices=KeepUnit.choices)

    class Meta(RegisteredDecision.Meta):
        constraints = [
            *RegisteredDecision.Meta.constraints,
            models.CheckConstraint(
                condition=Q(keep__isnull=True, keep_unit=KeepUnit.PRESERVE)
                | Q(keep__gte=1) & ~Q(keep_unit=KeepUnit.PRESERVE),
                name="retention_counts_or_preserves",
            ),
        ]


class LawOverride(RegisteredDecision):
    """The board's own answer in the place of one of the law's that rests on something not read in an official text.

    ``question`` is the question's key and ``replaces`` the reason code of the answer that it takes the place of; a row
    without one speaks nowhere. ``sentence`` is what staff read in the place of the law's own.
    """

    question = models.CharField(max_length=60)
    replaces = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    sentence = models.CharField(max_length=300)

    @property
    def answer(self) -> str:
        """The answer that it takes the place of, as forms and files name it."""
        return f"{self.question}:{self.replaces}"


class RuleDecision(RegisteredDecision):
    """What the board has decided about a rule that is not read in an official text and has no answer to replace.

    ``rule`` is its number in the catalogue of rules. ``sentence`` is what staff read beside the rule; the program does
    as before.
    """

    rule = models.CharField(max_length=3)
    sentence = models.CharField(max_length=300)
