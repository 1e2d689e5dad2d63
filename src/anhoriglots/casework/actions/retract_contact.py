"""Undoes a contact that was just noted: a row says that it counts no more, and none is taken away."""

from datetime import datetime, timedelta

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record, record_of_nobody
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import DocumentationMode
from ..models import ContactRetraction
from .note_contact import Receipt

UNDO_TIME = timedelta(minutes=10)


@transaction.atomic
def retract_contact(*, actor: Actor, receipt: Receipt, at: datetime) -> None:
    """Undo the contact. Undoing twice is undoing once.

    Raises:
        Refused: somebody else saved it, or ten minutes have passed.
    """
    if receipt.actor_id != actor.user_id:
        raise Refused(forbidden("others-contact", "Bara den som sparade kontakten kan ångra den."))
    if at - receipt.saved_at > UNDO_TIME:
        raise Refused(forbidden("undo-too-late", "Det har gått mer än tio minuter. Kontakten är sparad."))
    row = ContactRetraction(**owner_of(current_scope()), contact_id=receipt.contact_id, mode=receipt.mode)
    if ContactRetraction.objects.filter(contact_id=receipt.contact_id, mode=receipt.mode).exists():
        return
    ContactRetraction.objects.bulk_create([row], ignore_conflicts=True)
    if receipt.mode is DocumentationMode.DEIDENTIFIED:
        record_of_nobody(action="casework.retract_contact", at=at, mode=receipt.mode.value)
    else:
        record(action="casework.retract_contact", at=at, object_id=receipt.contact_id, mode=receipt.mode.value)
