"""Input on the pages of the register of board decisions; the same forms read the rows of a CSV file."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.register_retention import LONGEST
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models.decisions import Documentation, KeepUnit, Outcome
from anhoriglots.catalogue.queries.law_kinds import matter_kinds, retention_kinds
from anhoriglots.design.date_field import DateField
from anhoriglots.design.fields import ChoiceLook, LongTextField, RadioField, SelectField, TextField
from anhoriglots.design.forms import Form

# What one paste may hold, in bytes, and how many of its faults are shown.
MOST_BYTES = 200_000
MOST_TOLD = 30
DAY = "Skriv dagen, till exempel 2026-03-01."
WAYS = [("yes", "Utan behovsprövning"), ("no", "Efter behovsprövning")]
WRITTEN = [
    (Documentation.IDENTIFIED.value, "Med namn"),
    (Documentation.COUNSELLING.value, "Rådgivning"),
    (Documentation.DEIDENTIFIED.value, "Utan namn"),
]
WRITTEN_HINTS = {
    Documentation.IDENTIFIED.value: "Det vanliga.",
    Documentation.COUNSELLING.value: "Personliga förhållanden skrivs inte ned. Bara när stödet är rådgivning.",
    Documentation.DEIDENTIFIED.value: "Ingenting får visa vem det gäller. Nämnden behöver särskilda skäl.",
}
KEPT = [(unit.value, unit.label.capitalize()) for unit in KeepUnit]
# Which field a refusal of the register belongs to, by the reason of its decision; the others belong to the whole form.
FIELD_OF = {
    "decided-later": "decided_on",
    "begins-before-decided": "valid_from",
    "no-law-on-day": "valid_from",
    "overlaps": "valid_from",
    "ends-before-it-begins": "valid_to",
    "unknown-form": "support_form",
    "always-assessed": "without_assessment",
    "not-counselling": "documentation",
    "no-identity-decision": "documentation",
    "no-special-reasons": "reason",
    "number-when-preserved": "keep",
    "no-number-to-keep": "keep",
    "may-not-be-delegated": "matter_kind",
    "only-a-committee": "matter_kind",
    "the-act-decides": "about",
    "until-an-age": "about",
    "never-weeded": "about",
    "answer-not-given": "answer",
    "facts-have-to-be-found": "answer",
    "their-own-word": "answer",
    "rests-on-official-text": "answer",
    "forbidden-by-official-text": "answer",
    "no-such-rule": "rule",
    "replace-the-answer": "rule",
    "rule-stands-firm": "rule",
    "in-the-past": "last_day",
    "ends-anyhow": "last_day",
    "ended-already": "last_day",
}


# A value and its label, or a heading and what stands below it.
Choices = Sequence[tuple[str, str | Sequence[tuple[str, str]]]]


class PaperForm(Form):
    """What every decision has. Fields of its own come first in each form below."""

    number = TextField(
        label="Beslutets nummer", hint="Till exempel VON 2026:47.", missing="Skriv numret.", max_length=60
    )
    decided_on = DateField(label="Beslutat den", missing=DAY, max_length=10)
    valid_from = DateField(label="Första dag", missing=DAY, max_length=10)
    valid_to = DateField(
        label="Sista dag (frivilligt)", hint="Tomt betyder tills vidare.", required=False, max_length=10
    )
    document = TextField(
        label="Var beslutet finns (frivilligt)", hint="Diarienummer eller adress.", required=False, max_length=200
    )

    def offer(self, choices: Mapping[str, Choices]) -> None:
        """Fill in what there is to choose from, by the name of the field."""
        for name in choices.keys() & self.fields.keys():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", "Välj"), *choices[name]]

    def paper(self, key: UUID) -> Paper:
        """The paper; the form must be valid."""
        names = ("number", "decided_on", "valid_from", "valid_to", "document")
        return Paper(key=key, **{name: self.cleaned_data[name] for name in names})

    def content(self) -> dict[str, Any]:
        """The other answers; the form must be valid."""
        own = self.cleaned_data.keys() - PaperForm.base_fields.keys()
        return {name: self.cleaned_data[name] for name in own}


class SupportDecisionForm(PaperForm):
    """About a form of support."""

    support_form = SelectField(label="Stödform", choices=[], missing="Välj en stödform.")
    without_assessment = RadioField(label="Hur ges stödet?", choices=WAYS, missing="Välj hur stödet ges.")
    documentation = RadioField(
        label="Hur skrivs kontakten ned?",
        choices=WRITTEN,
        look=ChoiceLook(hints=WRITTEN_HINTS),
        missing="Välj hur kontakten skrivs ned.",
    )
    reason = LongTextField(label="Skäl (frivilligt)", hint="Krävs när kontakten skrivs ned utan namn.", required=False)
    conditions = LongTextField(label="Villkor (frivilligt)", required=False)
    field_order = ["support_form", "without_assessment", "documentation", "reason", "conditions"]

    def clean_without_assessment(self) -> bool:
        """Yes or no."""
        return bool(self.cleaned_data["without_assessment"] == "yes")


class DelegationForm(PaperForm):
    """About who decides on the board's behalf."""

    matter = TextField(
        label="Vad rollen får besluta",
        hint="Till exempel att avsluta ett ärende.",
        missing="Skriv vad rollen får besluta.",
        max_length=120,
    )
    matter_kind = RadioField(
        label="Vad är det för ärende?", choices=matter_kinds, missing="Välj vad det är för ärende."
    )
    role = SelectField(label="Roll", choices=[], missing="Välj en roll.")
    conditions = LongTextField(label="Villkor (frivilligt)", required=False)
    field_order = ["matter", "matter_kind", "role", "conditions"]

    def clean_role(self) -> Role:
        """The role."""
        return Role(self.cleaned_data["role"])


class RetentionForm(PaperForm):
    """About how long documents are kept."""

    about = RadioField(label="Vad gäller beslutet?", choices=retention_kinds, missing="Välj vad beslutet gäller.")
    document_type = TextField(
        label="Slags handling", hint="Till exempel anteckningar.", missing="Skriv slaget.", max_length=120
    )
    keep = TextField(label="Antal", hint="Tomt när handlingen bevaras.", required=False, max_length=10)
    keep_unit = RadioField(label="Hur länge?", choices=KEPT, missing="Välj dagar, månader, år eller bevaras.")
    field_order = ["about", "document_type", "keep_unit", "keep"]

    def clean_keep(self) -> int | None:
        """A number or none."""
        written = self.cleaned_data["keep"]
        if not written:
            return None
        if not (written.isascii() and written.isdecimal() and 1 <= int(written) <= LONGEST):
            raise ValidationError(f"Skriv ett antal från 1 till {LONGEST}.")
        return int(written)

    def clean_keep_unit(self) -> KeepUnit:
        """The unit."""
        return KeepUnit(self.cleaned_data["keep_unit"])


class OverrideForm(PaperForm):
    """About one answer of the law whose source is not confirmed."""

    answer = SelectField(
        label="Lagens svar som nämnden ersätter",
        choices=[],
        hint="Bara svar som vilar på något som inte är läst i en officiell text. Frågans andra svar gäller som förut.",
        missing="Välj ett svar.",
    )
    outcome = RadioField(label="Nämndens svar", choices=Outcome.choices, missing="Välj ett svar.")
    sentence = TextField(
        label="Det som personalen läser",
        hint="En enkel mening. Högst 300 tecken.",
        missing="Skriv en mening.",
        max_length=300,
    )
    field_order = ["answer", "outcome", "sentence"]

    def clean_outcome(self) -> Outcome:
        """The outcome."""
        return Outcome(self.cleaned_data["outcome"])


class RuleForm(PaperForm):
    """About one rule that is not confirmed and has no answer to replace."""

    rule = SelectField(
        label="Regel",
        choices=[],
        hint="Bara regler som inte är lästa i en officiell text, där inget svar kan ersättas.",
        missing="Välj en regel.",
    )
    sentence = TextField(
        label="Det här har nämnden bestämt",
        hint="En enkel mening. Högst 300 tecken. Programmet gör likadant som förut.",
        missing="Skriv en mening.",
        max_length=300,
    )
    field_order = ["rule", "sentence"]


class EndForm(Form):
    """The last day of a decision that ends before its time."""

    last_day = DateField(
        label="Sista dag", hint="Tidigast igår. Då gäller beslutet inte idag.", missing=DAY, max_length=10
    )


class RowsField(TextField):
    """Rows from a spreadsheet; longer than any text that a person writes."""

    widget = forms.Textarea
    extra_attrs = {"rows": "12", "spellcheck": "false"}


class ImportForm(Form):
    """A whole file, pasted."""

    rows = RowsField(
        label="Rader",
        hint="Kopiera från kalkylbladet med rubrikerna. Högst 500 rader och 200 kB.",
        missing="Klistra in rubrikerna och minst en rad.",
        max_length=MOST_BYTES,
    )

    def tell(self, faults: Sequence[str]) -> None:
        """Show what is wrong where; of many faults the first."""
        for fault in faults[:MOST_TOLD]:
            self.add_error(None, fault)
        if len(faults) > MOST_TOLD:
            self.add_error(None, f"Och {len(faults) - MOST_TOLD} fel till. Rätta de här först.")
