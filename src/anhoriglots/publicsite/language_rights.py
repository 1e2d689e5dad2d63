"""What right a carer has to use a language with the municipality, and where; the law decides on the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from anhoriglots import law
from anhoriglots.design.fields import Text
from anhoriglots.kernel.decision import Decision
from anhoriglots.organisations.queries import MunicipalityPage

USE = "minority-language"
ELDER_CARE = "minority-language-elder-care"
# The languages of the act by the law's own names, with the code of the pages where there are pages in the language.
LANGUAGES: dict[str, tuple[Text, str]] = {
    "finnish": (gettext_lazy("Finska"), "fi"),
    "sami": (gettext_lazy("Samiska"), "se"),
    "meankieli": ("Meänkieli", "fit"),  # the same in every language
    "yiddish": (gettext_lazy("Jiddisch"), "yi"),
    "romani": (gettext_lazy("Romani chib"), "rom"),
}


@dataclass(frozen=True, slots=True)
class InOwnLanguage:
    """The same sentences in the language that they are about."""

    lang: str
    sentences: list[str]
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Right:
    """One language: what holds here, and the same in the language itself where the program has texts in it."""

    name: Text
    sentences: list[str]
    own: InOwnLanguage | None


def rights(municipality: MunicipalityPage, *, on: date) -> list[Right]:
    """What holds for each national minority language, in the order of the act's areas."""
    return [_right(municipality, language, on) for language in LANGUAGES]


def _right(municipality: MunicipalityPage, language: str, on: date) -> Right:
    name, code = LANGUAGES[language]
    use, care = _decided(municipality, language, on)
    return Right(name, list(_sentences(use, care)), _own(code, use, care))


def _decided(municipality: MunicipalityPage, language: str, on: date) -> tuple[Decision, Decision]:
    rows = municipality.own.get("minority_languages", ())
    known: dict[str, Any] = next((row for row in rows if row["language"] == language), {})
    facts = {"language": language, "municipality": municipality.code}
    facts |= {name: known[name] for name in ("joined", "staff_can") if known.get(name) is not None}
    return (
        law.decide(USE, on=on, facts={**facts, "party": True}),
        law.decide(ELDER_CARE, on=on, facts={**facts, "asked": True}),
    )


def _own(code: str, use: Decision, care: Decision) -> InOwnLanguage | None:
    if code == get_language() or code not in dict(settings.LANGUAGES):
        return None
    with override(code):
        return InOwnLanguage(code, list(_sentences(use, care)), code in settings.DRAFT_LANGUAGES)


def _sentences(use: Decision, care: Decision) -> Iterator[str]:
    """What the decisions come to, in words to a carer and in the language that is active."""
    if use.reason == "inside-area":
        yield _("Du får tala och skriva språket med oss när vi ska bestämma något om dig.")
        yield _("Vi svarar på språket när vi talar med dig. Du kan be om att få beslutet översatt.")
    elif use.reason == "staff-can":
        yield _("Någon hos oss kan språket. Då får du använda det när vi ska bestämma något om dig.")
    elif use.reason == "facts-missing":
        yield _("Vi vet inte vad som gäller för språket här. Ring och fråga.")
    else:
        yield _("Säg till om du vill ha tolk.")
    if care.reason in ("inside-area", "staff-can"):
        yield _("Den som har äldreomsorg kan be om personal som kan språket.")
    else:
        yield _("Be gärna om personal som kan språket i äldreomsorgen. Vi säger om det går.")
