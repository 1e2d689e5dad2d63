"""Reads of the logs, for those who check them (lag 2001:454 10 §; law F07)."""

from datetime import date, datetime, time
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import get_current_timezone

from .models import ActionLog, ReadLog


def reads_on(board: UUID, day: date, *, actor_id: UUID | None = None) -> QuerySet[ReadLog]:
    """Who read whom on a Swedish day at the board, newest first; one person's reads when ``actor_id`` is given."""
    zone = get_current_timezone()
    start, end = datetime.combine(day, time.min, zone), datetime.combine(day, time.max, zone)
    reads = ReadLog.objects.filter(board_id=board, at__gte=start, at__lte=end)
    if actor_id is not None:
        reads = reads.filter(actor_id=actor_id)
    return reads.order_by("-at", "-pk")


def acts_on(board: UUID, object_id: UUID) -> QuerySet[ActionLog]:
    """What has been done to one object of the board, newest first."""
    return ActionLog.objects.filter(board_id=board, object_id=object_id).order_by("-at", "-pk")


def reads_of(board: UUID, subject_id: UUID) -> QuerySet[ReadLog]:
    """Who has read one subject of the board, newest first."""
    return ReadLog.objects.filter(board_id=board, subject_id=subject_id).order_by("-at", "-pk")
