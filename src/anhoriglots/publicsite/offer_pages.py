"""Offers as the open pages show them: rows of the list, the page of one offer and a unit's leaflet, in plain words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from anhoriglots.catalogue.queries.offer_page import AskedUnit, OfferPage
from anhoriglots.catalogue.queries.open_catalogue import ListedOffer
from anhoriglots.design.foreign import Foreign, filled, listed
from anhoriglots.design.words import day_in_words
from anhoriglots.organisations.queries import MunicipalityPage, in_language

from .cards import WHO_SAYS_YES
from .choices import INTERPRETER_LANGUAGES, guide_choices

CLASS_WORDS = {
    "direct": gettext_lazy("För din egen skull"),
    "indirect": gettext_lazy("Till den du hjälper"),
    "other": gettext_lazy("Annat som kan göra det lättare"),
}
FREE = gettext_lazy("Du behöver inte ansöka.")
ROUTE_WORDS = {
    ("without_assessment", "carer"): FREE,
    ("without_assessment", "cared_for"): gettext_lazy("Ingen behöver ansöka."),
    ("without_assessment", "guardian"): gettext_lazy("Ingen behöver ansöka."),
    ("assessed", "carer"): gettext_lazy("Du ansöker själv."),
    ("assessed", "cared_for"): gettext_lazy("Den du hjälper ansöker."),
    ("assessed", "guardian"): gettext_lazy("Barnets vårdnadshavare ansöker."),
    ("lss", "carer"): gettext_lazy("Den du hjälper ansöker om stöd vid funktionsnedsättning."),
    ("lss", "cared_for"): gettext_lazy("Den du hjälper ansöker om stöd vid funktionsnedsättning."),
    ("lss", "guardian"): gettext_lazy("Vårdnadshavaren ansöker om stöd vid barnets funktionsnedsättning."),
    ("either", "carer"): gettext_lazy("Ofta behöver du inte ansöka. Ring, så berättar vi."),
    ("either", "cared_for"): gettext_lazy("Ofta behöver ingen ansöka. Ring, så berättar vi."),
    ("either", "guardian"): gettext_lazy("Ofta behöver ingen ansöka. Ring, så berättar vi."),
    ("other_law", "carer"): gettext_lazy("Du ansöker. Ring, så berättar vi var."),
    ("other_law", "cared_for"): gettext_lazy("Den du hjälper ansöker. Ring, så berättar vi var."),
    ("other_law", "guardian"): gettext_lazy("Barnets vårdnadshavare ansöker. Ring, så berättar vi var."),
}
WEEKDAYS = (
    gettext_lazy("måndag"),
    gettext_lazy("tisdag"),
    gettext_lazy("onsdag"),
    gettext_lazy("torsdag"),
    gettext_lazy("fredag"),
    gettext_lazy("lördag"),
    gettext_lazy("söndag"),
)
LANGUAGE_NAMES = {"sv": "Svenska", **dict(INTERPRETER_LANGUAGES)}
# What an offer's own texts say of it, in the order of the page.
HEADED = (("how", gettext_lazy("Så går det till")), ("time", gettext_lazy("Tid")), ("cost", gettext_lazy("Kostar")))


@dataclass(frozen=True, slots=True)
class OfferCard:
    """One row of the list."""

    title: str
    href: str
    text: str
    route: str
    ways: SafeString | str


def by_class(municipality: MunicipalityPage, rows: tuple[ListedOffer, ...]) -> list[tuple[str, list[OfferCard]]]:
    """The rows under what they are, in the order they come in."""
    found = groupby(rows, key=lambda row: row.support_class)
    return [(str(CLASS_WORDS[class_]), cards_of(municipality, rows)) for class_, rows in found]


def cards_of(municipality: MunicipalityPage, rows: Iterable[ListedOffer]) -> list[OfferCard]:
    """The rows as they come, with where each can be had."""
    ways = dict(guide_choices(municipality, "ways"))
    return [
        OfferCard(
            title=in_language(row.texts["title"]),
            href=offer_url(row.id),
            text=in_language(row.texts["summary"]),
            route=route_in_words(row),
            ways=_listed(ways[way] for way in row.ways if way in ways),
        )
        for row in rows
    ]


def offer_url(offer: UUID) -> str:
    """The page of the offer."""
    return reverse("offer", args=[offer])


def route_in_words(row: ListedOffer | OfferPage) -> str:
    """Who has to apply, if anybody."""
    return str(ROUTE_WORDS[row.access_route, row.consent_by])


def facts_of(municipality: MunicipalityPage, offer: OfferPage) -> list[tuple[str, str]]:
    """Everything that the offer's page tells in rows of name and words."""
    return [(name, words) for name, words in _facts(municipality, offer) if words]


def short_facts(municipality: MunicipalityPage, offer: OfferPage) -> list[tuple[str, str]]:
    """What a leaflet has room for: for whom, who applies, how it goes and what it costs."""
    lines = dict(guide_choices(municipality, "lines"))
    told = [
        (_("För dig som hjälper"), _sentences(lines[line] for line in offer.lines if line in lines)),
        (_("Behöver man ansöka?"), route_in_words(offer)),
        (_("Behöver ni bo ihop?"), _("Ja.") if offer.requires_cohabitation else ""),
        (_("Så går det till"), in_language(offer.texts["how"])),
        (_("Kostar"), in_language(offer.texts["cost"])),
    ]
    return [(name, words) for name, words in told if words]


def _facts(municipality: MunicipalityPage, offer: OfferPage) -> Iterator[tuple[str, str]]:
    lines, ways = (dict(guide_choices(municipality, question)) for question in ("lines", "ways"))
    yield _("För dig som hjälper"), _sentences(lines[line] for line in offer.lines if line in lines)
    yield _("För vem"), _("Alla som hjälper någon.") if offer.for_everybody else ""
    yield _("Behöver man ansöka?"), route_in_words(offer)
    yield _("Vem behöver säga ja?"), str(WHO_SAYS_YES[offer.consent_by])
    yield _("Behöver ni bo ihop?"), _("Ja.") if offer.requires_cohabitation else ""
    for name, heading in HEADED:
        yield str(heading), in_language(offer.texts[name])
    yield _("Hur du kan få det"), _listed(ways[way] for way in offer.ways if way in ways)
    yield _("Var"), ", ".join(offer.places) or _("Hela kommunen.")
    yield _("Språk"), _languages(offer)
    yield _("Så blir det sen"), in_language(offer.texts["what_next"])


def _languages(offer: OfferPage) -> str:
    names = ", ".join(str(LANGUAGE_NAMES.get(code, code)) for code in offer.languages)
    return _("%(languages)s. Du kan få tolk, gratis.") % {"languages": names} if offer.has_interpreter else names


def checked_in_words(offer: OfferPage) -> str:
    """When somebody last looked at it, or for how long nobody has."""
    if offer.is_overdue:
        return ngettext(
            "Inte kontrollerad på %(count)s månad. Ring och fråga om det stämmer.",
            "Inte kontrollerad på %(count)s månader. Ring och fråga om det stämmer.",
            offer.months_unchecked,
        ) % {"count": offer.months_unchecked}
    return _("Kontrollerad %(day)s. Vi kontrollerar igen senast %(next)s.") % {
        "day": day_in_words(offer.reviewed_on, year=True),
        "next": day_in_words(offer.next_review_on, year=True),
    }


def hours_in_words(unit: AskedUnit) -> str:
    """When the unit answers, days with the same hours together: "måndag–torsdag 9–15, fredag 9–12"."""
    spans = (
        (hours, [int(day) for day, _ in same]) for hours, same in groupby(sorted(unit.hours.items()), itemgetter(1))
    )
    return ", ".join(f"{_days(days)} {_clocks(hours)}" for hours, days in spans)


def _clocks(hours: str) -> str:
    opens, closes = (clock.removesuffix(":00").removeprefix("0").replace(":", ".") for clock in hours.split("-"))
    return f"{opens}–{closes}"


def _days(days: list[int]) -> str:
    names = [str(WEEKDAYS[day]) for day in (days[0], days[-1])]
    return names[0] if len(days) == 1 else "–".join(names)


def today_in_words(day: date) -> str:
    """The day that stands on a leaflet."""
    return day_in_words(day, year=True)


def _listed(words: Iterable[str]) -> SafeString | str:
    told = [word if not place else _small(word) for place, word in enumerate(words)]
    return filled("%(all)s.", all=listed(", ", told)) if told else ""


def _sentences(words: Iterable[str]) -> SafeString | str:
    """Each by itself: the guide's own lines are long already."""
    told = list(words)
    return filled("%(all)s.", all=listed(". ", told)) if told else ""


def _small(word: str) -> str:
    small = word[:1].lower() + word[1:]
    return Foreign(small, word.lang) if isinstance(word, Foreign) else small
