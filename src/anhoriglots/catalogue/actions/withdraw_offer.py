"""Takes an offer away from the open pages."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number

from ..editing import Standing, add_version, lock_catalogue, locked
from ..models import Offer, OfferVersion, VersionKind
from ..models.origin import Origin
from ..publishing import digital_offers_on, reach_of_row, twin_of, wrong_with

LONGEST_REASON = 300


@transaction.atomic
def withdraw_offer(*, actor: Actor, offer_id: UUID, reason: str, at: datetime) -> None:
    """From now on nobody outside finds it; its versions and its draft stay. What is withdrawn already stays so.

    Args:
        reason: why, for those who work here.

    Raises:
        Offer.DoesNotExist: there is nothing of it at the actor's board.
        Refused: the role edits nothing, another unit answers for it, it was never published, no reason is given, or an
            offer on the net leans on it.
    """
    lock_catalogue(actor)
    standing = locked(actor, offer_id)
    row = standing.row
    if row is None:
        raise Refused(forbidden("not-published", "Stödet är inte publicerat. Kasta utkastet i stället."))
    if not row.active:
        return
    _is_said_why(reason)
    _nobody_leans_on(row)
    _withdraw(actor, standing, row, reason.strip(), at)
    record(action="catalogue.withdraw_offer", at=at, object_id=offer_id)


def _withdraw(actor: Actor, standing: Standing, row: Offer, reason: str, at: datetime) -> None:
    saved = standing.saved
    assert saved is not None  # noqa: S101 - there is a row
    version = OfferVersion(kind=VersionKind.WITHDRAWN, content=saved.as_data(), reason=reason)
    add_version(actor, standing, row.pk, version, at=at)
    row.active, row.origin = False, Origin.REGISTER
    row.save(update_fields=["active", "origin"])


def _is_said_why(reason: str) -> None:
    if not reason.strip():
        raise Refused(forbidden("no-reason", "Skriv varför stödet dras tillbaka."))
    if len(reason) > LONGEST_REASON:
        raise Refused(forbidden("long-reason", f"Korta skälet till högst {LONGEST_REASON} tecken."))
    if looks_like_personal_number(reason):
        raise Refused(forbidden("personal-number-in-reason", "Det ser ut som ett personnummer. Ta bort det."))


def _nobody_leans_on(row: Offer) -> None:
    """An offer on the net that names this one for those who do not use it would leave them without."""
    left = twin_of(row.municipality_id, row.offer_key, but=row.pk)
    for digital in digital_offers_on(row.municipality_id, row.offer_key):
        if wrong_with(reach_of_row(digital), left):
            title = digital.texts["title"]["sv"]
            sentence = f"”{title}” hänvisar hit för den som inte använder nätet. Ändra eller dra tillbaka det först."
            raise Refused(forbidden("leaned-on", sentence))
