"""What a board has written that nobody outside sees: drafts, and what has been withdrawn."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.dates import swedish_date

from ..models import Offer, OfferContent, OfferDraft
from ..models.origin import Origin


@dataclass(frozen=True, slots=True)
class Waiting:
    """An offer that nobody outside sees; ``when`` says since when it waits, where that is known."""

    id: UUID
    title: str
    when: str


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Drafts of what is not published, what has been withdrawn, and the keys of what is published and being changed."""

    drafts: list[Waiting]
    withdrawn: list[Waiting]
    changing: frozenset[UUID]


def unpublished(actor: Actor) -> Unpublished:
    """Of the actor's board. Three statements; none for who writes no offers."""
    if not actor.can(Capability.EDIT_CATALOGUE):
        return Unpublished([], [], frozenset())
    drafts = list(OfferDraft.objects.order_by("-edited_at"))
    hidden = Offer.objects.filter(board=actor.board_id, active=False, origin=Origin.REGISTER)
    withdrawn = {row.pk: row.texts["title"]["sv"] for row in hidden.only("texts").order_by("position")}
    shown = Offer.objects.filter(pk__in=_keys(drafts), active=True)
    published = set(shown.values_list("pk", flat=True))
    return Unpublished(
        drafts=[_waiting(one) for one in drafts if one.offer_id not in published],
        withdrawn=[Waiting(key, title, "") for key, title in withdrawn.items() if key not in _keys(drafts)],
        changing=frozenset(published),
    )


def _keys(drafts: list[OfferDraft]) -> set[UUID]:
    return {one.offer_id for one in drafts}


def _waiting(draft: OfferDraft) -> Waiting:
    title = OfferContent.of(draft.content).text("title")
    return Waiting(draft.offer_id, title, f"Sparat {swedish_date(localdate(draft.edited_at))}")
