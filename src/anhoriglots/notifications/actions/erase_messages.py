"""Deletes messages: with what they are about, or when their last day has passed."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope

from ..models import OutgoingMessage

AT_A_TIME = 1000


@transaction.atomic
def erase_due_messages(*, at: datetime) -> int:
    """Delete this board's messages whose last day has passed; returns how many.

    Raises:
        ValueError: no board is in scope.
    """
    board = owner_of(current_scope())["board_id"]
    due = OutgoingMessage.objects.filter(board_id=board, erase_on__lt=localdate(at))
    count = 0
    while keys := list(due.values_list("pk", flat=True)[:AT_A_TIME]):
        OutgoingMessage.objects.filter(pk__in=keys).delete()
        count += len(keys)
    if count:
        record(action="notifications.erase_due_messages", at=at, messages=count)
    return count


def erase_messages_about(about_ids: Collection[UUID]) -> None:
    """Delete all that was told about these rows, in the transaction that deletes the rows themselves."""
    OutgoingMessage.objects.filter(about_id__in=about_ids).delete()
