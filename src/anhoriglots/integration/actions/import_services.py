"""Saves what has been looked at: a draft for each service, all of them or none. Nothing is published."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.database.models import owner_of, uuid7
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden

from ..importing.plan import Kind, Planned
from ..models import ImportedService, ImportFile
from ..policies import may_import
from ..queries.import_preview import preview_of, waiting

CHANGED = forbidden("preview-changed", "Något har ändrats sedan du tittade. Titta igen, och spara sedan.")
FAULTY = forbidden("rows-are-faulty", "Några rader har fel. Rätta filen, eller kryssa för att hämta in de andra.")
NOTHING = forbidden("nothing-to-save", "Det finns inget nytt att spara.")


@dataclass(frozen=True, slots=True)
class Imported:
    """How many drafts were written, and the keys of their offers."""

    new: int
    changed: int
    offers: tuple[UUID, ...]


@transaction.atomic
def import_services(*, actor: Actor, file_id: UUID, mark: str, but_faulty: bool, at: datetime) -> Imported:
    """Write the drafts that the preview showed. The file is gone afterwards.

    Args:
        mark: of the preview that somebody has read.
        but_faulty: the rows with faults may be left out.

    Raises:
        ImportFile.DoesNotExist: it has been saved already, or nothing waits under the key.
        Refused: something else would be saved than was shown, rows are faulty, nothing is new, the role writes no
            offers, or another unit answers for one of them.
    """
    file: ImportFile = waiting(at).select_for_update(of=("self",)).get(pk=file_id)
    may_import(actor, file.unit_id).require()
    shown = preview_of(file)
    if shown.mark != mark:
        raise Refused(CHANGED)
    if shown.faults and not but_faulty:
        raise Refused(FAULTY)
    if not shown.to_save:
        raise Refused(NOTHING)
    offers = [_save(row, actor, file, at) for row in shown.rows if row.content is not None]
    file.source.forms = {**file.source.forms, **file.forms}
    file.source.save(update_fields=["forms"])
    told = Imported(shown.count(Kind.NEW), shown.count(Kind.CHANGED), tuple(offers))
    record(action="integration.import_services", at=at, object_id=file.source_id, new=told.new, changed=told.changed)
    file.delete()
    return told


def _save(row: Planned, actor: Actor, file: ImportFile, at: datetime) -> UUID:
    content, brought = row.content, row.brought
    if content is None or brought is None:
        raise ValueError("there is nothing to save of the service")
    now = row.known.now if row.known else None
    offer_id = row.known.offer_id if row.known else uuid7()
    save_draft(actor=actor, offer_id=offer_id, content=content, seen=now.mark if now else "", at=at)
    values = {"offer_id": offer_id, "content": brought.as_data(), "imported_at": at}
    ImportedService.objects.update_or_create(
        source=file.source,
        outside_id=row.service.outside_id,
        defaults=values,
        create_defaults={**values, **owner_of(current_scope())},
    )
    return offer_id
