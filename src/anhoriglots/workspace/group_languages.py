"""The languages of a group: how far each has come, and the form in which one is written."""

from dataclasses import dataclass
from typing import Any

from anhoriglots.booking.models import Group
from anhoriglots.booking.queries.translations import SOURCE, Translated, state_of, untranslated
from anhoriglots.casework.queries.request_words import language_name
from anhoriglots.design.fields import TEXT_LIMIT, CheckboxField, LongTextField, TextField
from anhoriglots.design.forms import Form
from anhoriglots.organisations.queries import MunicipalityPage

from .group_forms import TEXTS, DescribedForm

LONG = ("for_whom", "first_time")
SIMPLE = {"sv-simple": "lätt svenska"}


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language of the municipality, by name and how far the group's texts have come in it."""

    code: str
    name: str
    state: str


def languages_of_group(municipality: MunicipalityPage, group: Translated) -> list[LanguageRow]:
    """The languages that the profile names, also those that are not shown yet, but for Swedish."""
    codes = [row["code"] for row in municipality.own["languages"] if row["code"] != SOURCE]
    return [LanguageRow(code, SIMPLE.get(code) or language_name(code), state_of(group, code)) for code in codes]


class TranslationForm(Form):
    """A field for each Swedish text of the group, with the Swedish above it."""

    @classmethod
    def of(cls, group: Group, language: str, data: Any = None) -> "TranslationForm":
        """The form, with what has been written."""
        form = cls(data)
        for name in TEXTS:
            if name in untranslated(group):
                form.fields[name] = _field(group, name, language)
        names = [name for name in untranslated(group) if group.texts[name].get(language)]
        form.fields["read"] = CheckboxField(
            label="En person som kan språket har läst texterna",
            hint="Utan det visas de inte för alla.",
            required=False,
            initial=bool(names) and set(names) <= set(group.checked.get(language, ())),
        )
        return form


def _field(group: Group, name: str, language: str) -> TextField:
    asked = DescribedForm.base_fields[name]
    kind = LongTextField if name in LONG else TextField
    field = kind(
        label=f"{asked.label}".replace(" (frivilligt)", ""),
        hint=f"På svenska: {group.texts[name][SOURCE]}",
        max_length=getattr(asked, "max_length", TEXT_LIMIT),
        required=False,
        initial=group.texts[name].get(language, ""),
    )
    field.widget.attrs |= {"lang": language, "dir": "auto"}
    return field
