"""When a leader is somewhere else already: told as a warning, since two groups may meet in the same room."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from ..models import Group, Meeting
from ..schedule import Time
from ..workflow import GroupStep
from .staff_group import title_of
from .times import time_words


def clashes(leader_id: UUID | None, times: Sequence[Time], *, at: datetime, but: UUID | None = None) -> list[str]:
    """A line for each meeting that the leader has at one of the times, in another group than ``but``."""
    if leader_id is None or not times:
        return []
    at_once = Q(pk=None)
    for one in times:
        at_once |= Q(starts_at__lt=one.ends_at, ends_at__gt=one.starts_at)
    rows = Meeting.objects.filter(at_once, group__leader=leader_id, cancelled_at=None)
    found = rows.exclude(group__step=GroupStep.CANCELLED).exclude(group=but).select_related("group")
    today = localdate(at)
    return [
        f"{title_of(one.group)}, {time_words(one.starts_at, one.ends_at, today=today)}"
        for one in found.order_by("starts_at")
    ]


def clashes_of_new_leader(group: Group, leader_id: UUID | None, *, at: datetime) -> list[str]:
    """The same for a colleague who is to take over a group's times to come; nothing when it is who leads already."""
    if leader_id == group.leader_id:
        return []
    coming = Meeting.objects.filter(group=group, starts_at__gt=at, cancelled_at=None)
    return clashes(leader_id, [Time(one.starts_at, one.ends_at) for one in coming], at=at, but=group.pk)
