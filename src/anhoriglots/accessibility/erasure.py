"""Deletes reports as a whole."""

from collections.abc import Collection
from uuid import UUID

from anhoriglots.visitors.models import AccessCode, Opens

from .models import FaultReport, KnownFault


def erase_reports(keys: Collection[UUID]) -> int:
    """Delete these reports of the board in scope with their codes, and let what the statement tells forget them.

    Returns:
        How many there were.
    """
    AccessCode.objects.filter(opens=Opens.FAULT, object_id__in=keys).delete()
    KnownFault.objects.filter(report_id__in=keys).update(report_id=None)
    count, _ = FaultReport.objects.filter(pk__in=keys).delete()
    return count
