"""Reads a file and keeps what was found until somebody has looked at it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope

from ..importing.files import read_files
from ..importing.services import services_of
from ..models import ImportFile, ImportSource
from ..policies import may_import
from ..queries.import_preview import remembered


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody has chosen to take in.

    Attributes:
        source: the name of those who made the file.
        unit: who is to answer for what is new.
    """

    body: bytes
    file_name: str
    source: str
    unit: UUID


@transaction.atomic
def read_file(*, actor: Actor, chosen: Chosen, at: datetime) -> UUID:
    """Keep what the file holds, for a day. What the same person chose before is gone.

    Returns:
        The key of what waits.

    Raises:
        Refused: the role writes no offers, or another unit's.
        Unusable: nothing of the file can be used.
    """
    may_import(actor, chosen.unit).require()
    found = services_of(read_files(chosen.body, chosen.file_name))
    owner = owner_of(current_scope())
    source, _is_new = ImportSource.objects.get_or_create(name=chosen.source, board_id=actor.board_id, defaults=owner)
    ImportFile.objects.filter(made_by=actor.user_id).delete()
    file = ImportFile.objects.create(
        **owner,
        source=source,
        unit_id=chosen.unit,
        found={
            "services": [one.as_data() for one in found.services],
            "faults": [asdict(one) for one in found.faults],
            "notices": list(found.notices),
        },
        forms=remembered(source, found.services),
        made_by=actor.user_id,
        made_at=at,
    )
    record(action="integration.read_file", at=at, object_id=file.pk, services=len(found.services))
    return file.pk
