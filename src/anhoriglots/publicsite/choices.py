"""The words of the municipality's guide, as choices in the language of the page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from anhoriglots.organisations.queries import DistrictChoice, MunicipalityPage, in_language

from .answers import UNKNOWN

ELSEWHERE = "elsewhere"
INTERPRETER_LANGUAGES = [
    ("", _("Nej, jag behöver ingen tolk")),
    ("ar", "العربية"),
    ("so", "Soomaali"),
    ("fa", "فارسی"),
    ("prs", "دری"),
    ("ti", "ትግርኛ"),
    ("fi", "Suomi"),
    ("se", "Davvisámegiella"),
    ("fit", "Meänkieli"),
    ("rom", "Romani čhib"),
    ("yi", "ייִדיש"),
    ("pl", "Polski"),
    ("uk", "Українська"),
    ("en", "English"),
    ("es", "Español"),
    ("tr", "Türkçe"),
    ("kmr", "Kurmancî"),
    ("ckb", "سۆرانی"),
    ("bs", "Bosanski"),
    ("swl", _("Svenskt teckenspråk")),
    ("other", _("Ett annat språk")),
]


def guide_choices(municipality: MunicipalityPage, question: str) -> list[tuple[str, str]]:
    """Key and words of a question: "lines", "needs" or "ways"."""
    return [(row["key"], in_language(row["text"])) for row in _rows(municipality, question)]


def exclusive_keys(municipality: MunicipalityPage, question: str) -> frozenset[str]:
    """The choices that stand apart: "I do not know", "I would rather not say"."""
    return frozenset(row["key"] for row in _rows(municipality, question) if row.get("exclusive"))


def district_choices(districts: list[DistrictChoice]) -> list[tuple[str, Any]]:
    """Where the visitor can live."""
    return [
        *((district.key, district.name) for district in districts),
        (UNKNOWN, _("Jag vet inte")),
        (ELSEWHERE, _("I en annan kommun")),
    ]


def asks_district(municipality: MunicipalityPage) -> bool:
    """Is the question of where one lives asked here?"""
    return bool(municipality.own["guide"]["ask_district"])


def _rows(municipality: MunicipalityPage, question: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = municipality.settings["guide"][question]
    return rows
