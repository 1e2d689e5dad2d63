"""The offers that fit a visitor's answers, ready to be shown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from anhoriglots.organisations.queries import in_language

from ..fitting import LATER, Candidate, Fit, Gap, Wishes, fitting_offers, gaps
from ..models import Offer

__all__ = ["Found", "ShownGap", "ShownOffer", "Wishes", "offers_for"]

SUPPORT_CONTACT_FORM = "DS05"
# The one who has no wish is first told what there is, then offered a talk, then a person of one's own.
OPENING = {"DS01": 0, "DS02": 1, "DS03": 1, SUPPORT_CONTACT_FORM: 2}
ONE_TO_ONE = frozenset({"DS02", "DS03", "DS04", SUPPORT_CONTACT_FORM})


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """An offer in the language of the page; ``unit`` is the one to turn to, which also holds its groups."""

    id: UUID
    support_form: str
    unit: UUID
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
    lines: tuple[str, ...]
    needs: tuple[str, ...]
    right_way: bool


@dataclass(frozen=True, slots=True)
class ShownGap:
    """A wish nothing here meets; ``elsewhere`` are names of districts where it exists. No lines: see fitting.Gap."""

    need: str
    lines: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of the guide."""

    offers: tuple[ShownOffer, ...]
    gaps: tuple[ShownGap, ...]


def offers_for(municipality: str, wishes: Wishes, *, no_wish: frozenset[str] = frozenset()) -> Found:
    """The offers that fit, and the wishes that nothing meets. Three statements, whatever the number of offers.

    Args:
        municipality: its code.
        wishes: the visitor's answers.
        no_wish: needs that are no wish, such as "I do not know".
    """
    wishes = replace(wishes, needs=tuple(need for need in wishes.needs if need not in no_wish))
    rows = {row.key: row for row in _offers(municipality)}
    names, reach = _districts(municipality)
    lines = _lines(municipality)
    # An offer whose groups all have an entrance of their own is for nobody who comes through the guide.
    open_rows = [row for row in rows.values() if row.for_everybody or lines[row.pk]]
    candidates = [_candidate(row, reach[row.pk], lines[row.pk]) for row in open_rows]
    fits = fitting_offers(candidates, wishes, districts=frozenset(names))
    missing = gaps(candidates, wishes, districts=frozenset(names))
    where = {row.key: row.districts for row in candidates}
    return Found(
        offers=tuple(_shown(rows[fit.key], fit) for fit in fits),
        gaps=tuple(_shown_gap(gap, where, names) for gap in missing),
    )


def _offers(municipality: str) -> Iterable[Offer]:
    # What it is found by is as long as the texts, and not read here.
    rows = Offer.objects.filter(municipality=municipality, active=True).defer("search", "search_title", "search_text")
    return rows.order_by("position", "key")


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
        lines[offer].update(guide_lines)
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
        direct=row.access_route == "without_assessment" and row.consent_by == "carer",
        opening=OPENING.get(row.support_form_id, LATER),
        one_to_one=row.support_form_id in ONE_TO_ONE,
    )


def _shown(row: Offer, fit: Fit) -> ShownOffer:
    texts: dict[str, Any] = {name: in_language(text) for name, text in row.texts.items()}
    outside = row.outside_link or {}
    return ShownOffer(
        id=row.pk,
        support_form=row.support_form_id,
        unit=row.contact_id,
        **{name: texts[name] for name in ("title", "summary", "how", "cost", "time", "what_next")},
        consent_by=row.consent_by,
        outside_name=outside.get("name", ""),
        outside_url=outside.get("url", ""),
        is_support_contact=row.support_form_id == SUPPORT_CONTACT_FORM,
        lines=fit.lines,
        needs=fit.needs,
        right_way=fit.right_way,
    )


def _shown_gap(gap: Gap, where: dict[str, frozenset[str]], names: dict[str, str]) -> ShownGap:
    found = {name for key in gap.elsewhere for name in where[key]}
    return ShownGap(gap.need, gap.lines, tuple(name for key, name in names.items() if key in found))
