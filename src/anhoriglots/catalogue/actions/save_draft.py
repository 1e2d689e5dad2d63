"""Saves what somebody writes of an offer, without anybody outside seeing it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.models import Unit

from ..editing import CHANGED, as_stands, locked_or_new, names_nobody
from ..models import OfferContent, OfferDraft


@transaction.atomic
def save_draft(*, actor: Actor, offer_id: UUID, content: OfferContent, seen: str, at: datetime) -> OfferContent:
    """Save the draft. The same content sent twice is one draft; what equals the published text needs none.

    Args:
        offer_id: key of the offer, or of the one to be.
        seen: mark of the content that the writer had before them; empty for an offer that is yet to be written.

    Raises:
        Offer.DoesNotExist: another board's offer.
        Refused: the role edits nothing, another unit answers for it, somebody has changed it meanwhile, there is no
            title, or a text holds a personal number.
    """
    content = as_stands(content)
    standing = locked_or_new(actor, offer_id, content.owner)
    before = standing.content
    if before is not None and before.mark == content.mark:
        return content
    if seen != (before.mark if before is not None else ""):
        raise Refused(CHANGED)
    _is_whole(actor, content)
    if standing.saved is not None and standing.saved.mark == content.mark:
        OfferDraft.objects.filter(offer_id=offer_id).delete()
    else:
        values = {"content": content.as_data(), "edited_by": actor.user_id, "edited_at": at}
        OfferDraft.objects.update_or_create(
            offer_id=offer_id, defaults=values, create_defaults={**values, **owner_of(current_scope())}
        )
    record(action="catalogue.save_draft", at=at, object_id=offer_id)
    return content


def _is_whole(actor: Actor, content: OfferContent) -> None:
    if not content.text("title").strip():
        raise Refused(forbidden("no-title", "Skriv vad stödet heter."))
    if not Unit.objects.filter(pk=content.owner, board=actor.board_id).exists():
        raise Refused(forbidden("no-unit", "Välj en enhet i nämnden som ansvarar."))
    names_nobody(content)
