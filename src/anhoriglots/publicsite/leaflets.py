"""A unit's leaflet: what it tells, for the page and for the sheet of paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from anhoriglots.catalogue.queries.offer_page import AskedUnit, unit_offers
from anhoriglots.design.foreign import spoken_language
from anhoriglots.design.pdf import pdf, runs
from anhoriglots.design.templatetags.design import tel
from anhoriglots.design.theme import Theme
from anhoriglots.organisations.queries import MunicipalityPage, in_language

from .offer_pages import hours_in_words, short_facts, today_in_words

SHEET = Path(__file__).parent / "sheets" / "leaflet.typ"
# Says nothing about whom it is for: others may see what has been fetched.
FILE_NAME = "blad.pdf"


@dataclass(frozen=True, slots=True)
class LeafletOffer:
    """One offer: title, summary, and pairs of name and words."""

    title: str
    summary: str
    facts: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All that a unit answers for, in the language of the page."""

    unit: AskedUnit
    hours: str
    offers: list[LeafletOffer]
    printed: str


def leaflet_of(municipality: MunicipalityPage, unit_id: UUID, *, on: date) -> Leaflet | None:
    """The unit's leaflet that day; None when it answers for nothing here."""
    found = unit_offers(municipality.code, unit_id, on=on)
    if found is None:
        return None
    unit, rows = found
    told = [
        LeafletOffer(in_language(row.texts["title"]), in_language(row.texts["summary"]), short_facts(municipality, row))
        for row in rows
    ]
    return Leaflet(unit, hours_in_words(unit), told, today_in_words(on))


def sheet_of(leaflet: Leaflet, municipality: MunicipalityPage, *, address: str, at: datetime) -> bytes:
    """The leaflet as PDF; ``address`` is the whole address of the catalogue.

    Raises:
        NotPrintable: there is no font for the language, or for a letter of a text.
    """
    theme = municipality.own["theme"]
    accent = theme.get("accent") or Theme().accent
    data = _data(leaflet, municipality.name, address)
    return pdf(SHEET, data, language=spoken_language(), accent=accent, at=at)


def _data(leaflet: Leaflet, author: str, address: str) -> dict[str, Any]:
    language, unit = spoken_language(), leaflet.unit
    heading = _("Stöd till dig som hjälper någon")
    texts = {
        "heading": heading,
        "lead": _("Du får höra av dig även om du inte vet vad du behöver."),
        "more": _("Mer på nätet:"),
        "printed": _("Utskrivet %(day)s.") % {"day": leaflet.printed},
    }
    return {
        **{name: runs(words, language) for name, words in texts.items()},
        "title": f"{heading} – {unit.name}",
        "author": author,
        "unit": _unit(unit, leaflet.hours, language),
        "offers": list(_offers(leaflet.offers, language)),
        "address": address,
        "shown-address": address.partition("://")[2],
    }


def _unit(unit: AskedUnit, hours: str, language: str) -> dict[str, Any]:
    return {
        "heading": runs(_("Prata med oss"), language),
        "name": runs(unit.name, "sv"),
        "phone": unit.phone,
        "dial": tel(unit.phone),
        "note": runs(_("(exempel)"), language) if unit.phone and unit.phone_is_example else [],
        "hours": runs(_("Vi svarar %(hours)s.") % {"hours": hours}, language) if hours else [],
    }


def _offers(offers: Iterable[LeafletOffer], language: str) -> Iterable[dict[str, Any]]:
    for offer in offers:
        yield {
            "title": runs(offer.title, language),
            "summary": runs(offer.summary, language),
            "facts": [{"name": runs(name, language), "words": runs(words, language)} for name, words in offer.facts],
        }
