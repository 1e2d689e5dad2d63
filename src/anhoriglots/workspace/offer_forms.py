"""Input about an offer: what it is, who applies, how it is had, and its texts in every language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.http import QueryDict

from anhoriglots.catalogue.models import OfferContent
from anhoriglots.catalogue.models.content import SWEDISH, TEXTS
from anhoriglots.catalogue.queries.offer_labels import (
    CONSENT_LABELS,
    LABELS,
    REVIEW_CHOICES,
    ROUTE_LABELS,
    TEXT_LABELS,
    WAY_LABELS,
)
from anhoriglots.design.fields import (
    CheckboxChipsField,
    CheckboxField,
    LongTextField,
    RadioChipsField,
    RadioField,
    SelectField,
    TextField,
)
from anhoriglots.design.forms import DesignField, Form

Choices = Sequence[tuple[str, str]]
# As long as a text of the profile may be.
LONGEST = 300
READ = "read"
# What the form asks for under the same name as the content has.
CONTENT = (
    *("support_form", "owner", "contact", "access_route", "consent_by", "twin", "evidence", "outside_name"),
    *("outside_url", "requires_cohabitation", "has_interpreter", "needs", "ways", "languages", "districts"),
    "target_groups",
)
HINTS = {
    "title": "Det här läser alla. Säg vad man får, med vardagliga ord.",
    "summary": "En eller två meningar.",
    "what_next": "Vad händer när någon har hört av sig?",
}
# Which field a refusal belongs to, by the reason of its decision; the others belong to the whole form.
FIELD_OF = {"no-title": "title", "no-unit": "owner", "another-units-offer": "owner"}


def _capital(labels: Mapping[str, str]) -> Choices:
    return [(key, f"{words[:1].upper()}{words[1:]}") for key, words in labels.items()]


def _text(name: str, **more: Any) -> LongTextField:
    return LongTextField(label=TEXT_LABELS[name], hint=HINTS.get(name, ""), max_length=LONGEST, required=False, **more)


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The fields of one language beside Swedish, and whether there is something to see."""

    label: str
    fields: list[DesignField]
    read: DesignField
    is_open: bool


class OfferForm(Form):
    """An offer. What is needed before it can be published may wait; a draft needs its title."""

    support_form = SelectField(label=LABELS["support_form"], choices=[], missing="Välj en stödform.")
    title = TextField(
        label=TEXT_LABELS["title"], hint=HINTS["title"], missing="Skriv vad stödet heter.", max_length=LONGEST
    )
    summary, how, time, cost, what_next = (_text(name) for name in ("summary", "how", "time", "cost", "what_next"))
    access_route = RadioField(
        label=LABELS["access_route"], choices=_capital(ROUTE_LABELS), missing="Välj om man behöver ansöka."
    )
    consent_by = RadioChipsField(
        label=LABELS["consent_by"], choices=_capital(CONSENT_LABELS), missing="Välj vem som behöver säga ja."
    )
    requires_cohabitation = CheckboxField(label=LABELS["requires_cohabitation"], required=False)
    target_groups = CheckboxChipsField(
        label=LABELS["target_groups"], hint="Inget val betyder alla.", choices=[], required=False
    )
    needs = CheckboxChipsField(label=LABELS["needs"], choices=[], required=False)
    ways = CheckboxChipsField(label=LABELS["ways"], choices=_capital(WAY_LABELS), required=False)
    twin = SelectField(label=LABELS["twin"], hint="Behövs när stödet bara finns på nätet.", choices=[], required=False)
    districts = CheckboxChipsField(
        label=LABELS["districts"], hint="Inget val betyder hela kommunen.", choices=[], required=False
    )
    languages = CheckboxChipsField(label=LABELS["languages"], choices=[], missing="Välj minst ett språk.")
    has_interpreter = CheckboxField(label=LABELS["has_interpreter"], required=False)
    outside_name = TextField(label="Vad heter tjänsten hos någon annan? (frivilligt)", required=False, max_length=80)
    outside_url = TextField(label="Länk till den", required=False, max_length=200)
    contact = SelectField(label=LABELS["contact"], choices=[], missing="Välj en enhet.")
    owner = SelectField(label=LABELS["owner"], choices=[], missing="Välj en enhet.")
    evidence = LongTextField(
        label=LABELS["evidence"], hint="Bara för er som arbetar här.", max_length=LONGEST, required=False
    )
    review_days = RadioChipsField(label=LABELS["review_days"], choices=[])

    def __init__(
        self, data: QueryDict | None, *, languages: Choices, choices: Mapping[str, Choices], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.language_choices = languages
        for code, label in languages:
            for name in TEXTS:
                self.fields[f"{name}-{code}"] = _in_language(name, code)
            self.fields[f"{READ}-{code}"] = CheckboxField(
                label=f"En person har läst texterna på {label.lower()}",
                hint="Utan kryss visas inte språket för någon.",
                required=False,
            )
        for name, offered in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = list(offered)
        for name in ("districts", "target_groups"):
            if not choices.get(name):
                del self.fields[name]

    @property
    def in_languages(self) -> list[InLanguage]:
        """The languages beside Swedish; one with something wrong in it is open."""
        return [self._in_language(code, label) for code, label in self.language_choices]

    def _in_language(self, code: str, label: str) -> InLanguage:
        fields = [field for name in TEXTS if isinstance(field := self[f"{name}-{code}"], DesignField)]
        read = self[f"{READ}-{code}"]
        assert isinstance(read, DesignField)  # noqa: S101 - every field of these forms is
        return InLanguage(label, fields, read, any(field.errors for field in fields))

    def clean_outside_url(self) -> str:
        """An address that can be opened."""
        link: str = self.cleaned_data["outside_url"]
        if link:
            URLValidator(["https"], message="Skriv hela länken. Den börjar med https://")(link)
        return link

    def clean(self) -> dict[str, Any]:
        """Both the name and the address of what somebody else runs."""
        values = super().clean() or self.cleaned_data
        name, link = values.get("outside_name", ""), values.get("outside_url", "")
        if name and not link and "outside_url" not in self.errors:
            self.add_error("outside_url", "Skriv länken till tjänsten.")
        if link and not name:
            self.add_error("outside_name", "Skriv vad tjänsten heter.")
        return values

    def content(self) -> OfferContent:
        """The answers; the form must be valid."""
        given, codes = self.cleaned_data, [code for code, _ in self.language_choices]
        plain = {name: given.get(name, ()) for name in CONTENT}
        texts = {name: self._texts(name, codes) for name in TEXTS}
        read = [code for code in codes if given[f"{READ}-{code}"]]
        return OfferContent.of({**plain, "review_days": int(given["review_days"]), "texts": texts, "read": read})

    def _texts(self, name: str, codes: list[str]) -> dict[str, str]:
        given = {SWEDISH: name} | {code: f"{name}-{code}" for code in codes}
        return {code: " ".join(self.cleaned_data[field].split()) for code, field in given.items()}


def _in_language(name: str, code: str) -> LongTextField:
    field = _text(name)
    field.help_text = ""
    field.widget.attrs |= {"lang": code, "dir": "auto", "rows": "2"}
    return field


def initial_of(content: OfferContent, languages: Choices) -> dict[str, Any]:
    """What the fields hold for this content."""
    texts = {name: content.text(name) for name in TEXTS}
    for code, _ in languages:
        texts |= {f"{name}-{code}": content.text(name, code) for name in TEXTS}
    reads = {f"{READ}-{code}": code in content.read for code, _ in languages}
    data = content.as_data()
    del data["texts"], data["read"]
    return {**data, **texts, **reads, "review_days": str(content.review_days)}


def review_choices(days: int) -> Choices:
    """When it is looked at again; an offer of the profile may have another time, which stays."""
    known = [(str(one), words.capitalize()) for one, words in REVIEW_CHOICES]
    return known if str(days) in dict(known) else [*known, (str(days), f"Om {days} dagar")]


class WithdrawForm(Form):
    """Why an offer is taken away, and that one knows of the groups that stay."""

    reason = LongTextField(
        label="Varför dras det tillbaka?",
        hint="Det här läser bara ni som arbetar här. Skriv inget om en person.",
        missing="Skriv varför stödet dras tillbaka.",
        max_length=LONGEST,
    )
    anyway = CheckboxField(label="Dra tillbaka stödet ändå", missing="Kryssa i att grupperna får vara kvar.")

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["anyway"]
