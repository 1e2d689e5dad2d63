"""The meetings that a booking is for, and which of them the unit has answered about."""

from collections.abc import Collection, Iterable
from datetime import datetime, time
from uuid import UUID

from anhoriglots.booking.models import Booking, Meeting

from ..models import ReliefRequest

Times = dict[UUID, list[datetime]]


def times_of(bookings: Iterable[Booking]) -> Times:
    """When each booking's meetings begin, those that will be or have been, in order; one statement."""
    wanted = list(bookings)
    rows = Meeting.objects.filter(group__in={one.group_id for one in wanted}, cancelled_at=None)
    by_group: dict[UUID, list[tuple[UUID, datetime]]] = {}
    for group, meeting, starts_at in rows.order_by("starts_at").values_list("group", "pk", "starts_at"):
        by_group.setdefault(group, []).append((meeting, starts_at))
    return {
        one.pk: [at for key, at in by_group.get(one.group_id, ()) if one.meeting_id in (None, key)] for one in wanted
    }


def coming(times: Collection[datetime], *, at: datetime) -> list[datetime]:
    """Those that have not begun."""
    return [one for one in times if one > at]


def written(times: Iterable[datetime]) -> list[str]:
    """As they are kept with an answer."""
    return [one.isoformat() for one in times]


def agreed(request: ReliefRequest) -> list[datetime]:
    """The meetings that the unit answered about."""
    return [datetime.fromisoformat(one) for one in request.agreed_times]


def has_moved(request: ReliefRequest, times: Collection[datetime], *, at: datetime) -> bool:
    """Are there other times to come now than the unit has answered about?"""
    return {one for one in agreed(request) if one > at} != set(coming(times, at=at))


def minutes_between(starts: time, ends: time) -> int:
    """From one clock time to a later one."""
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute
