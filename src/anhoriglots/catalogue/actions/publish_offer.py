"""Shows an offer to everybody, as it stands in the draft."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused

from ..editing import CHANGED, add_version, lock_catalogue, locked, names_nobody
from ..models import OfferVersion, VersionKind
from ..publishing import refusals
from ..showing import key_of, show


@transaction.atomic
def publish_offer(*, actor: Actor, offer_id: UUID, seen: str, at: datetime) -> None:
    """From now on everybody reads this, and it counts as looked at today. What is published already stays as it is.

    Without a draft, an offer that was withdrawn is shown again as it was.

    Args:
        seen: mark of the content that was read before publishing.

    Raises:
        Offer.DoesNotExist: there is nothing of it at the actor's board.
        Refused: the role edits nothing, another unit answers for it, somebody has changed it since, or a rule of the
            law or of the municipality stands in the way.
    """
    lock_catalogue(actor)
    standing = locked(actor, offer_id)
    content = standing.content
    if content is None or content.mark != seen:
        raise Refused(CHANGED)
    if standing.draft is None and standing.is_shown:
        return
    names_nobody(content)
    for decision in refusals(actor, key_of(offer_id, standing.row), content, on=localdate(at)):
        raise Refused(decision)
    version = OfferVersion(kind=VersionKind.PUBLISHED, content=content.as_data())
    add_version(actor, standing, offer_id, version, at=at)
    show(actor, offer_id, standing.row, content, on=localdate(at))
    if standing.draft is not None:
        standing.draft.delete()
    record(action="catalogue.publish_offer", at=at, object_id=offer_id)
