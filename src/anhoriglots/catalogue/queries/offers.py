"""The offers that fit a visitor's answers, ready to be shown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from anhoriglots.organisations.queries import in_language

from ..fitting import Candidate, Fit, Gap, Wishes, fitting_offers, gaps
from ..models import Offer

__all__ = ["Found", "ShownGap", "ShownOffer", "Wishes", "offers_for"]

SUPPORT_CONTACT_FORM = "DS05"


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """An offer in the language of the page."""

    title: str
    summary: str
    how: str
    cost: str
    time: str
    what_next: str
    consent_by: str
    outside_name: str
    outside_url: str
    is_support_contact: bool
    needs: tuple[str, ...]
    right_way: bool


@dataclass(frozen=True, slots=True)
class ShownGap:
    """A wish nothing here meets; ``elsewhere`` are names of districts where it exists."""

    need: str
    lines: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of the guide."""

    offers: tuple[ShownOffer, ...]
    gaps: tuple[ShownGap, ...]


def offers_for(municipality: str, wishes: Wishes, *, never_a_gap: frozenset[str] = frozenset()) -> Found:
    """The offers that fit, and the wishes that nothing meets. Three statements, whatever the number of offers.

    Args:
        municipality: its code.
        wishes: the visitor's answers.
        never_a_gap: needs that are no wish, such as "I do not know".
    """
    rows = {row.key: row for row in _offers(municipality)}
    names, reach = _districts(municipality)
    lines = _lines(municipality)
    candidates = [_candidate(row, reach[row.pk], lines[row.pk]) for row in rows.values()]
    fits = fitting_offers(candidates, wishes, districts=frozenset(names))
    missing = [gap for gap in gaps(candidates, wishes, districts=frozenset(names)) if gap.need not in never_a_gap]
    where = {row.key: row.districts for row in candidates}
    return Found(
        offers=tuple(_shown(rows[fit.key], fit) for fit in fits),
        gaps=tuple(_shown_gap(gap, where, names) for gap in missing),
    )


def _offers(municipality: str) -> Iterable[Offer]:
    return Offer.objects.filter(municipality=municipality, active=True).order_by("position", "key")


def _districts(municipality: str) -> tuple[dict[str, str], dict[UUID, set[str]]]:
    """Names of the districts by key, and the keys that each offer reaches."""
    names: dict[str, str] = {}
    reach: dict[UUID, set[str]] = defaultdict(set)
    links = Offer.districts.through.objects.filter(offer__municipality=municipality, offer__active=True)
    for offer, key, name in links.order_by("district__position").values_list(
        "offer_id", "district__key", "district__name"
    ):
        names[key] = name
        reach[offer].add(key)
    return names, reach


def _lines(municipality: str) -> dict[UUID, set[str]]:
    lines: dict[UUID, set[str]] = defaultdict(set)
    links = Offer.target_groups.through.objects.filter(offer__municipality=municipality, offer__active=True)
    for offer, guide_lines in links.values_list("offer_id", "targetgroup__guide_lines"):
        # A group with an entrance of its own has no line; the offer is then for nobody who comes through the guide.
        lines[offer].update(guide_lines or ["-"])
    return lines


def _candidate(row: Offer, districts: set[str], lines: set[str]) -> Candidate:
    return Candidate(
        key=row.key,
        offer=row.offer_key,
        districts=frozenset() if row.everywhere else frozenset(districts),
        lines=frozenset() if row.for_everybody else frozenset(lines),
        needs=frozenset(row.needs),
        ways=frozenset(row.ways),
        position=row.position,
    )


def _shown(row: Offer, fit: Fit) -> ShownOffer:
    texts: dict[str, Any] = {name: in_language(text) for name, text in row.texts.items()}
    outside = row.outside_link or {}
    return ShownOffer(
        **{name: texts[name] for name in ("title", "summary", "how", "cost", "time", "what_next")},
        consent_by=row.consent_by,
        outside_name=outside.get("name", ""),
        outside_url=outside.get("url", ""),
        is_support_contact=row.support_form_id == SUPPORT_CONTACT_FORM,
        needs=fit.needs,
        right_way=fit.right_way,
    )


def _shown_gap(gap: Gap, where: dict[str, frozenset[str]], names: dict[str, str]) -> ShownGap:
    found = {name for key in gap.elsewhere for name in where[key]}
    return ShownGap(gap.need, gap.lines, tuple(name for key, name in names.items() if key in found))
