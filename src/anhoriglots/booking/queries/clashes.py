"""What whoever plans a time should know first: who or what is taken then, and the holidays. Warnings, never a stop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from anhoriglots.kernel.dates import swedish_date
from anhoriglots.law.calendar import is_holiday

from ..choices import Way
from ..models import Group, Meeting
from ..schedule import Time
from ..workflow import GroupStep
from .staff_group import title_of
from .times import WEEKDAYS, time_words


@dataclass(frozen=True, slots=True)
class Taken:
    """What a time takes.

    Attributes:
        board_id: whose drafts count too; those of others nobody else may see.
        place: where it is, in Swedish; empty on the net.
        link: the way in on the net.
    """

    board_id: UUID
    leader_id: UUID | None = None
    place: str = ""
    link: str = ""


def taken_by(group: Group) -> Taken:
    """What the group's own times take."""
    place = group.texts.get("place", {}).get("sv", "") if group.way != Way.ONLINE else ""
    return Taken(group.board_id, group.leader_id, place, group.online_link)


def warnings(taken: Taken, times: Sequence[Time], *, at: datetime, but: UUID | None = None) -> list[str]:
    """A line for each meeting of another group than ``but`` that has the same leader, place or link at one of the
    times, and for each time on a holiday.
    """
    return [*_on_holidays(times), *clashes(taken, times, at=at, but=but)]


def clashes(taken: Taken, times: Sequence[Time], *, at: datetime, but: UUID | None = None) -> list[str]:
    """The same without the holidays, for times that have been decided already."""
    if not times:
        return []
    today = localdate(at)
    return [
        f"{why} {title_of(one.group)}, {time_words(one.starts_at, one.ends_at, today=today)}."
        for one in _at_once(taken, times, but)
        for why in _why(taken, one.group)
    ]


def clashes_of_change(group: Group, taken: Taken, *, at: datetime) -> list[str]:
    """The same for what a group is to take of others at its times to come; nothing when it takes the same as now."""
    if taken == taken_by(group):
        return []
    coming = Meeting.objects.filter(group=group, starts_at__gt=at, cancelled_at=None)
    return clashes(taken, [Time(one.starts_at, one.ends_at) for one in coming], at=at, but=group.pk)


def _at_once(taken: Taken, times: Sequence[Time], but: UUID | None) -> list[Meeting]:
    at_once = Q(pk=None)
    for one in times:
        at_once |= Q(starts_at__lt=one.ends_at, ends_at__gt=one.starts_at)
    seen = Q(board_id=taken.board_id) | Q(group__step=GroupStep.PUBLISHED)
    rows = Meeting.objects.filter(at_once, seen, cancelled_at=None)
    found = rows.exclude(group__step=GroupStep.CANCELLED).exclude(group=but).select_related("group")
    return list(found.order_by("starts_at"))


def _why(taken: Taken, other: Group) -> Iterator[str]:
    theirs = taken_by(other)
    if taken.leader_id and taken.leader_id == theirs.leader_id:
        yield "Den som leder har annat samtidigt:"
    if taken.place and _same(taken.place) == _same(theirs.place):
        yield "Platsen är upptagen samtidigt:"
    if taken.link and taken.link == theirs.link:
        yield "Länken används samtidigt:"


def _same(place: str) -> str:
    """A place is the same however it is spaced and spelled with capitals."""
    return " ".join(place.casefold().split())


def _on_holidays(times: Sequence[Time]) -> list[str]:
    days = [day for one in times if is_holiday(day := localdate(one.starts_at))]
    return [f"Helgdag eller helgdagsafton: {WEEKDAYS[day.weekday()]} {swedish_date(day)}." for day in days]
