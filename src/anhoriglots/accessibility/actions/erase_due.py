"""Deletes reports whose last day has passed. What the statement tells of them stays: it is in our own words."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope

from ..erasure import erase_reports
from ..models import FaultReport


@transaction.atomic
def erase_due(*, at: datetime) -> int:
    """Delete this board's reports that are over, with their codes; returns how many.

    Raises:
        ValueError: no board is in scope.
    """
    board = owner_of(current_scope())["board_id"]
    due = FaultReport.objects.filter(board_id=board, erase_on__lt=localdate(at))
    count = erase_reports(list(due.values_list("pk", flat=True)))
    if count:
        record(action="accessibility.erase_due", at=at, reports=count)
    return count
