"""Says that an offer has been looked at today."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record

from ..models import Offer, OfferReview
from ..policies import may_review


@transaction.atomic
def mark_reviewed(*, actor: Actor, offer_id: UUID, at: datetime) -> OfferReview:
    """Save that somebody in the owner's unit has found the offer true. Twice in a day is once.

    It is looked at again after as long a time as there was between its last two days. The offer holds the newest day,
    so that all who show it tell the same.

    Raises:
        Offer.DoesNotExist: not an offer of the actor's board.
        Refused: the role reviews nothing, or another unit owns the offer.
    """
    offers = Offer.objects.select_related("owner").defer("search", "search_title", "search_text")
    offer = offers.get(pk=offer_id, board=actor.board_id, active=True)
    may_review(actor, offer).require()
    today = localdate(at)
    row, is_new = OfferReview.objects.get_or_create(
        offer=offer,
        reviewed_on=today,
        defaults={
            "municipality": actor.municipality,
            "board_id": actor.board_id,
            "next_review_on": today + (offer.next_review_on - offer.reviewed_on),
            "reviewed_by": actor.user_id,
            "reviewed_at": at,
        },
    )
    if is_new:
        offer.reviewed_on, offer.next_review_on = today, row.next_review_on
        offer.save(update_fields=["reviewed_on", "next_review_on"])
        record(action="catalogue.review_offer", at=at, object_id=offer.pk)
    return row
