"""Throws a draft away."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused

from ..editing import CHANGED, locked
from ..models import OfferContent


@transaction.atomic
def discard_draft(*, actor: Actor, offer_id: UUID, seen: str, at: datetime) -> None:
    """Throw the draft away; what is published stays. Without a draft nothing happens.

    Args:
        seen: mark of the draft that is thrown away.

    Raises:
        Offer.DoesNotExist: there is nothing of it at the actor's board.
        Refused: the role edits nothing, another unit answers for it, or somebody has changed the draft meanwhile.
    """
    standing = locked(actor, offer_id)
    if standing.draft is None:
        return
    if OfferContent.of(standing.draft.content).mark != seen:
        raise Refused(CHANGED)
    standing.draft.delete()
    record(action="catalogue.discard_draft", at=at, object_id=offer_id)
