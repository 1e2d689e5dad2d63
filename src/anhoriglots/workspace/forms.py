"""Input on the staff pages: taps with good defaults, and as little text as possible."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from anhoriglots.casework.actions.answer_request import LONGEST_ANSWER
from anhoriglots.casework.actions.note_contact import LONGEST_NOTE, MOST_PEOPLE, Answers
from anhoriglots.casework.actions.open_case import FirstMove
from anhoriglots.casework.choices import AgeBand, Channel, DeclineReason, DocumentationMode, Duration, NextStep, Topic
from anhoriglots.design.fields import (
    CheckboxChipsField,
    EmailField,
    LongTextField,
    PhoneField,
    RadioChipsField,
    RadioField,
    SelectField,
    ShortTextField,
    TextField,
)
from anhoriglots.design.forms import Form
from anhoriglots.kernel.identity import NotAPersonalNumber, PersonalIdentityNumber, looks_like_personal_number
from anhoriglots.people.actions import CarerDetails

UNKNOWN = "unknown"
YES_NO = [("yes", "Ja"), ("no", "Nej")]
NOTE_HINT = "Skriv bara det som behövs. Inte namn på andra. Den det gäller kan läsa detta."
SEARCH_HINT = (
    "Skriv början av namnet eller efternamnet, hela personnumret eller samordningsnumret, "
    "eller ärendenumret som 2026-000123."
)
IS_PERSONAL_NUMBER = "Det ser ut som ett personnummer. Ta bort det, det ska inte stå här."
Choices = Iterable[tuple[str, str]]


def without_personal_number(text: str) -> str:
    """The text.

    Raises:
        ValidationError: it holds what looks like a personal number.
    """
    if looks_like_personal_number(text):
        raise ValidationError(IS_PERSONAL_NUMBER, code="personal_number")
    return text


class FormWithMode(RadioChipsField):
    """A support form together with the mode that was shown for it, as "DS06:deidentified".

    The code must be known; whether the mode still holds is asked where the contact is saved, which can say why not.
    """

    codes: tuple[str, ...] = ()

    def valid_value(self, value: Any) -> bool:
        """A known code with any mode."""
        code, _, mode = str(value).partition(":")
        known = {str(key).partition(":")[0] for key in self.codes}
        return code in known and mode in DocumentationMode.values


class NoteForm(Form):
    """One contact, the same taps in all three modes."""

    support_form = FormWithMode(label="Vad gav du?", choices=[], missing="Välj vilket stöd du gav.")
    channel = RadioChipsField(label="Hur?", choices=Channel.choices, initial=Channel.PHONE)
    target_group = RadioChipsField(
        label="Vilken grupp gäller det?", choices=[], missing="Välj vilken grupp det gäller, eller Vet inte."
    )
    topics = CheckboxChipsField(label="Vad gällde det?", choices=Topic.choices, missing="Välj minst en sak det gällde.")
    duration = RadioChipsField(label="Tid", choices=Duration.choices, initial=Duration.UNDER_30)
    next_step = RadioChipsField(label="Vad hände sen?", choices=NextStep.choices, initial=NextStep.DONE)
    decline_reason = RadioChipsField(label="Varför nej?", choices=DeclineReason.choices, required=False)
    people = TextField(label="Antal personer", initial="1", required=False, max_length=20)
    district = SelectField(label="Stadsdel", choices=[], required=False)
    age_band = RadioChipsField(label="Ålder", choices=AgeBand.choices, required=False)
    language = SelectField(label="Språk", choices=[], required=False)
    interpreter = RadioChipsField(label="Tolk", choices=YES_NO, required=False)
    is_first = RadioChipsField(label="Första kontakten", choices=YES_NO, required=False)

    def offer(self, *, forms: Choices, groups: Choices, districts: list[tuple[str, str]], languages: Choices) -> None:
        """Fill in what the municipality and the board give to choose from; without districts none is asked for."""
        if not districts:
            del self.fields["district"]
        filled = {
            "support_form": list(forms),
            "target_group": [*groups, (UNKNOWN, "Vet inte")],
            "district": [("", "Vet inte"), *districts],
            "language": [("", "Vet inte"), *languages],
        }
        form_field = self.fields["support_form"]
        if isinstance(form_field, FormWithMode):
            form_field.codes = tuple(value for value, _ in filled["support_form"])
        for name in filled.keys() & self.fields.keys():
            self.fields[name].choices = filled[name]  # type: ignore[attr-defined]

    def clean_people(self) -> int:
        """A number of people; empty is one."""
        written = str(self.cleaned_data["people"] or "1")
        if not written.isdecimal() or not 1 <= int(written) <= MOST_PEOPLE:
            raise ValidationError(f"Skriv ett antal från 1 till {MOST_PEOPLE}.")
        return int(written)

    def clean(self) -> dict[str, Any]:
        """A no has a reason; otherwise there is none."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("next_step") != NextStep.DECLINED:
            cleaned["decline_reason"] = ""
        elif not cleaned.get("decline_reason"):
            self.add_error("decline_reason", "Välj varför personen tackade nej, eller Ville inte säga.")
        return cleaned

    @property
    def shown_mode(self) -> DocumentationMode:
        """The mode that was shown beside the chosen support form."""
        return DocumentationMode(str(self.cleaned_data["support_form"]).partition(":")[2])

    def answers(self) -> Answers:
        """The answers as the action wants them; the form must be valid."""
        cleaned = self.cleaned_data
        group = cleaned["target_group"]
        return Answers(
            support_form=str(cleaned["support_form"]).partition(":")[0],
            channel=cleaned["channel"],
            topics=tuple(cleaned["topics"]),
            duration=cleaned["duration"],
            next_step=cleaned["next_step"],
            target_group_id=None if group == UNKNOWN else UUID(group),
            decline_reason=cleaned["decline_reason"],
            people=cleaned["people"],
            district_id=UUID(cleaned["district"]) if cleaned.get("district") else None,
            age_band=cleaned["age_band"],
            language=cleaned["language"],
            interpreter=_yes_or_no(cleaned["interpreter"]),
            is_first=_yes_or_no(cleaned["is_first"]),
        )


def _yes_or_no(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


class SearchForm(Form):
    """One of the lawful search keys."""

    words = TextField(
        label="Namn, personnummer eller ärendenummer",
        hint=SEARCH_HINT,
        missing="Skriv ett namn, ett personnummer eller ett ärendenummer.",
        max_length=80,
    )


class TextForm(Form):
    """The note in a case."""

    text = LongTextField(label="Anteckning", hint=NOTE_HINT, required=False, max_length=LONGEST_NOTE)

    def clean_text(self) -> str:
        """Without personal number."""
        return without_personal_number(self.cleaned_data["text"])


class FileForm(Form):
    """A carer who has no file yet."""

    name = TextField(label="Namn", missing="Skriv namnet, eller det personen vill kallas.", max_length=80)
    phone = PhoneField(label="Telefon (frivilligt)", required=False, hint="", autocomplete="off")
    email = EmailField(label="E-post (frivilligt)", required=False, autocomplete="off")
    personal_number = TextField(
        label="Personnummer (frivilligt)",
        hint="Bara om det behövs. Samordningsnummer går också bra.",
        required=False,
        max_length=20,
    )
    first_move = RadioField(
        label="Vem hörde av sig först?", choices=FirstMove.choices, initial=FirstMove.CARER, missing="Välj vem."
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today

    def clean_name(self) -> str:
        """Without personal number; it has a field of its own."""
        return without_personal_number(self.cleaned_data["name"])

    def clean_personal_number(self) -> PersonalIdentityNumber | None:
        """The number, whichever of the usual ways it was written in."""
        written = self.cleaned_data["personal_number"]
        if not written:
            return None
        try:
            return PersonalIdentityNumber.parse(written, on=self.today)
        except NotAPersonalNumber as error:
            raise ValidationError("Numret stämmer inte. Kontrollera siffrorna, eller lämna det tomt.") from error

    def details(self) -> CarerDetails:
        """What stands on the file; the form must be valid."""
        given = self.cleaned_data
        return CarerDetails(given["name"], given["personal_number"], given["phone"], given["email"])


class NewFileForm(FileForm, TextForm):
    """A carer who has no file yet, and the note."""

    field_order = ["name", "phone", "email", "personal_number", "first_move", "text"]


class AnswerForm(Form):
    """An answer in the thread behind a code."""

    text = LongTextField(
        label="Svar",
        hint="Personen läser det med sin kod. Skriv inte namn.",
        missing="Skriv ett svar.",
        max_length=LONGEST_ANSWER,
    )

    def clean_text(self) -> str:
        """Without personal number."""
        return without_personal_number(self.cleaned_data["text"])


class ColleagueForm(Form):
    """A colleague, by load."""

    worker = RadioField(label="Kollega", choices=[], missing="Välj en kollega.")

    def offer(self, colleagues: Choices) -> None:
        """Fill the list."""
        self.fields["worker"].choices = list(colleagues)  # type: ignore[attr-defined]


class PromiseForm(Form):
    """The day by which the person gets a support contact."""

    by = ShortTextField(label="Senast den", hint="Skriv dagen som 2026-03-20.", missing="Skriv en dag.", max_length=10)

    def clean_by(self) -> date:
        """The day."""
        try:
            return date.fromisoformat(self.cleaned_data["by"])
        except ValueError as error:
            raise ValidationError("Skriv dagen som 2026-03-20.") from error


class SupportAnswerForm(Form):
    """What the carer said on the telephone about the support contact."""

    answer = RadioChipsField(
        label="Vad sa personen?",
        choices=[("accepted", "Ja tack"), ("change_asked", "Vill byta person"), ("declined", "Nej tack")],
        missing="Välj vad personen sa.",
    )
    decline_reason = RadioChipsField(label="Varför nej?", choices=DeclineReason.choices, required=False)

    def clean(self) -> dict[str, Any]:
        """A no has a reason; otherwise there is none."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("answer") != "declined":
            cleaned["decline_reason"] = ""
        elif not cleaned.get("decline_reason"):
            self.add_error("decline_reason", "Välj varför personen tackade nej, eller Ville inte säga.")
        return cleaned
