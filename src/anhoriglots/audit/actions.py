"""The only way to write the logs."""

from collections.abc import Iterable
from datetime import datetime, time
from uuid import UUID, uuid4

from django.utils.timezone import get_current_timezone, localdate

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.dates import monday_of

from .models import ActionLog, ReadLog


def record(*, action: str, at: datetime, object_id: UUID | None = None, **details: str | int | bool | None) -> None:
    """Write that the actor in scope did something.

    Args:
        action: slice and verb, for example "casework.take_request".
        at: the instant it was done.
        object_id: the row it was done to.
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


def record_of_nobody(*, action: str, at: datetime, **details: str | int | bool | None) -> None:
    """Write that something was done at the board that week, so that nothing tells by whom, when or to what.

    For acts whose own rows must not be tied to anybody (SoL 14:5; law F02): no actor, no object, a key that tells no
    time, and the Swedish midnight with which the week began as the instant.

    Args:
        action: as for ``record``.
        at: the instant it was done; only its week is kept.
        details: as for ``record``; nothing that tells two such acts of a week apart.
    """
    week = datetime.combine(monday_of(localdate(at)), time.min, get_current_timezone())
    ActionLog.objects.create(id=uuid4(), **owner_of(current_scope()), at=week, action=action, details=details)


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
