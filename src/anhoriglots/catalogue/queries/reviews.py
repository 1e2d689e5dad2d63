"""When somebody last looked at an offer: what the profile says, or what the owner has said since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability

from ..models import Offer, OfferReview


@dataclass(frozen=True, slots=True)
class Checked:
    """The last time somebody looked at it, and when somebody must do so again."""

    on: date
    again: date

    def is_overdue(self, today: date) -> bool:
        """True from the day after the last day."""
        return self.again < today


def checked(offers: Iterable[Offer]) -> dict[UUID, Checked]:
    """For each of the offers, within the municipality's scope. One statement."""
    rows = list(offers)
    reviews = OfferReview.objects.filter(offer__in=[row.pk for row in rows]).order_by("reviewed_on")
    newest = {
        offer: Checked(on, again) for offer, on, again in reviews.values_list("offer", "reviewed_on", "next_review_on")
    }
    return {row.pk: _later(Checked(row.reviewed_on, row.next_review_on), newest.get(row.pk)) for row in rows}


def overdue_offers(actor: Actor, *, on: date) -> int:
    """How many offers the actor's units own that somebody should have looked at. One statement; 0 for who may not."""
    if not actor.can(Capability.WORK_WITH_REQUESTS):
        return 0
    newer = OfferReview.objects.filter(offer=OuterRef("pk"), reviewed_on__gt=OuterRef("reviewed_on"))
    said = Subquery(newer.order_by("-reviewed_on").values("next_review_on")[:1])
    own = Offer.objects.filter(board=actor.board_id, owner__in=actor.unit_ids, active=True)
    return own.annotate(again=Coalesce(said, F("next_review_on"))).filter(again__lt=on).count()


def _later(profile: Checked, said: Checked | None) -> Checked:
    return said if said is not None and said.on > profile.on else profile
