"""When somebody last looked at an offer: what the profile says, or what the owner has said since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

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


def _later(profile: Checked, said: Checked | None) -> Checked:
    return said if said is not None and said.on > profile.on else profile
