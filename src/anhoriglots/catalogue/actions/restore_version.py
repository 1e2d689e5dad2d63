"""Takes an earlier version of an offer up again, as a draft."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden

from ..editing import locked
from ..models import OfferContent, OfferDraft, OfferVersion


@transaction.atomic
def restore_version(*, actor: Actor, offer_id: UUID, number: int, at: datetime) -> None:
    """Make a draft that says what the version said; it is read and published like any other.

    Raises:
        Offer.DoesNotExist, OfferVersion.DoesNotExist: there is no such version at the actor's board.
        Refused: the role edits nothing, another unit answers for it, or there is a draft that would be lost.
    """
    standing = locked(actor, offer_id)
    version = OfferVersion.objects.get(offer_id=offer_id, number=number)
    wanted = OfferContent.of(version.content)
    if standing.content is not None and standing.content.mark == wanted.mark:
        return
    if standing.draft is not None:
        raise Refused(forbidden("draft-in-the-way", "Det finns redan ett utkast. Publicera det eller kasta det först."))
    OfferDraft.objects.create(
        **owner_of(current_scope()),
        offer_id=offer_id,
        content=wanted.as_data(),
        edited_by=actor.user_id,
        edited_at=at,
    )
    record(action="catalogue.restore_version", at=at, object_id=offer_id)
