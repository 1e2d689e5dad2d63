"""The only way to write the logs."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope

from .models import ActionLog, ReadLog


def record(*, action: str, at: datetime, object_id: UUID | None = None, **details: str | int | bool | None) -> None:
    """Write that the actor in scope did something.

    Args:
        action: slice and verb, for example "casework.take_request".
        at: the instant it was done.
        object_id: the row it was done to; None where the row must not be traceable to the actor.
        details: codes and ids only, never names, numbers or free text.
    """
    scope = current_scope()
    ActionLog.objects.create(
        **owner_of(scope),
        at=at,
        actor_id=scope.actor if scope else None,
        action=action,
        object_id=object_id,
        details=details,
    )


def record_read(*, subject_id: UUID, page: str, at: datetime) -> None:
    """Write that the signed-in actor was shown this person.

    Raises:
        ValueError: nobody is signed in; a person may not be read without a reader.
    """
    record_reads(subject_ids=[subject_id], page=page, at=at)


def record_reads(*, subject_ids: Iterable[UUID], page: str, at: datetime) -> None:
    """The same for a list of people, in one statement; nothing when the list is empty.

    Raises:
        ValueError: nobody is signed in.
    """
    scope = current_scope()
    if scope is None or scope.actor is None:
        raise ValueError("a person is never read without a known reader")
    rows = [
        ReadLog(**owner_of(scope), at=at, actor_id=scope.actor, subject_id=subject_id, page=page)
        for subject_id in subject_ids
    ]
    ReadLog.objects.bulk_create(rows)
