"""Somebody who writes offers, and what a whole offer says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.models import Offer, OfferContent
from anhoriglots.catalogue.queries.staff_offer import content_to_edit
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Unit

NYKOPING = "0480"
Work = Callable[..., Actor]
TEXTS = {
    "title": {"sv": "Promenad med andra (exempel)", "en": "A walk with others (example)"},
    "summary": {"sv": "Vi går en runda och pratar.", "en": "We walk and talk."},
    "how": {"sv": "Ni ses vid biblioteket.", "en": "You meet at the library."},
    "cost": {"sv": "Kostar inget.", "en": "Free."},
    "time": {"sv": "En timme varje tisdag.", "en": "One hour every Tuesday."},
    "what_next": {"sv": "Du får veta nästa dag.", "en": "You are told the next day."},
}


def writer(make_staff: Work, *, role: Role = Role.CARER_ADVISOR, board: str = "care_board", **more: Any) -> Actor:
    """A colleague in the unit that owns the board's offers."""
    owner = Offer.objects.filter(municipality=NYKOPING, board__key=board).select_related("owner")[0].owner
    return make_staff(NYKOPING, board, role, **{"unit": owner.key, **more})


@contextmanager
def at_work(actor: Actor) -> Iterator[None]:
    """The database as the actor's pages see it."""
    with scope(actor.municipality, actor.board_id, actor.user_id):
        yield


def a_walk(actor: Actor, **changes: Any) -> OfferContent:
    """A whole offer that may be published at the care board."""
    unit = str(Unit.objects.get(pk=actor.unit_ids[0]).pk)
    content = OfferContent(
        support_form="DS06",
        owner=unit,
        contact=unit,
        needs=("talk",),
        ways=("in_person",),
        access_route="without_assessment",
        consent_by="carer",
        texts=TEXTS,
        read=("en",),
    )
    return replace(content, **changes)


def titled(title: str) -> dict[str, dict[str, str]]:
    """The texts with another title."""
    return {**TEXTS, "title": {"sv": title}}


def mark_now(actor: Actor, offer_id: UUID) -> str:
    """What a page that opens now has before it."""
    content = content_to_edit(actor, offer_id)
    return content.mark if content is not None else ""


def written(actor: Actor, offer_id: UUID, content: OfferContent, at: datetime) -> None:
    """The draft, by somebody who has read what stood there."""
    with at_work(actor):
        save_draft(actor=actor, offer_id=offer_id, content=content, seen=mark_now(actor, offer_id), at=at)


def published(actor: Actor, offer_id: UUID, content: OfferContent, at: datetime) -> None:
    """Written and shown to everybody."""
    written(actor, offer_id, content, at)
    with at_work(actor):
        publish_offer(actor=actor, offer_id=offer_id, seen=mark_now(actor, offer_id), at=at)
