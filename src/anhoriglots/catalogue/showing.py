"""Writes what an offer says into the row that everybody reads, with the words it is found by."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from anhoriglots.accounts.queries import Actor
from anhoriglots.organisations.models import District, TargetGroup
from anhoriglots.organisations.queries import municipality_by_code

from .models import Offer, OfferContent
from .models.origin import Origin
from .offer_words import Told, found_by

WRITTEN_HERE = "Skrivet i programmet"
OWN_KEY = "own-"


def show(actor: Actor, offer_id: UUID, row: Offer | None, content: OfferContent, *, on: date) -> None:
    """Make the row say this, from the day on; part of an action that holds the transaction and has asked the law.

    Args:
        row: the row as it is, or None for one that is shown for the first time.
    """
    written = row or _new(actor, offer_id)
    groups = list(TargetGroup.objects.filter(pk__in=content.target_groups, municipality=actor.municipality))
    for name, value in _columns(content, on).items():
        setattr(written, name, value)
    for name, words in found_by(_told(actor.municipality, content, groups)).items():
        setattr(written, name, words)
    written.save(force_insert=row is None)
    written.districts.set(District.objects.filter(pk__in=content.districts, municipality=actor.municipality))
    written.target_groups.set(groups)


def key_of(offer_id: UUID, row: Offer | None) -> str:
    """What the offer is called by other offers."""
    return row.offer_key if row is not None else f"{OWN_KEY}{offer_id}"


def _new(actor: Actor, offer_id: UUID) -> Offer:
    """A row of the own board, last in the municipality's order."""
    last = Offer.objects.filter(municipality=actor.municipality).aggregate(last=Max("position"))["last"]
    key = key_of(offer_id, None)
    return Offer(
        id=offer_id,
        municipality_id=actor.municipality,
        board_id=actor.board_id,
        key=key,
        offer_key=key,
        position=(last or 0) + 1,
        source=WRITTEN_HERE,
    )


def _columns(content: OfferContent, on: date) -> dict[str, Any]:
    outside = {"name": content.outside_name, "url": content.outside_url} if content.outside_url else None
    return {
        "active": True,
        "origin": Origin.REGISTER,
        "support_form_id": content.support_form,
        "owner_id": UUID(content.owner),
        "contact_id": UUID(content.contact),
        "everywhere": not content.districts,
        "for_everybody": not content.target_groups,
        "needs": list(content.needs),
        "ways": list(content.ways),
        "languages": list(content.languages),
        "has_interpreter": content.has_interpreter,
        "access_route": content.access_route,
        "consent_by": content.consent_by,
        "requires_cohabitation": content.requires_cohabitation,
        "twin": content.twin,
        "outside_link": outside,
        "evidence": content.evidence,
        "texts": content.shown_texts,
        "reviewed_on": on,
        "next_review_on": on + timedelta(days=content.review_days),
    }


def _told(municipality: str, content: OfferContent, groups: list[TargetGroup]) -> Told:
    page = municipality_by_code(municipality)
    guide = page.settings["guide"] if page is not None else {"lines": [], "needs": []}
    lines = {line for group in groups for line in group.guide_lines}
    chosen = [row["text"] for row in guide["lines"] if row["key"] in lines]
    chosen += [row["text"] for row in guide["needs"] if row["key"] in content.needs]
    return Told(content.support_form, content.shown_texts, [group.label for group in groups], chosen)
