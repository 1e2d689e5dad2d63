"""Published groups as the open interfaces tell them, with the seats left. Enter the municipality's scope first.

Nothing about those who come, who leads, or how one joins online: that is for those who have booked.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from ..choices import Seating
from ..models import Group, Meeting
from ..workflow import GroupStep
from .group_page import FOUND
from .places_left import PlacesLeft, places_left

# What one answer about many offers shows at most, the nearest first.
MOST_TIMES = 1000


@dataclass(frozen=True, slots=True)
class ToldTime:
    """One time; ``left`` is None where this time is not booked by itself."""

    meeting: Meeting
    left: int | None


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """A group with its times; ``left`` is None where one does not book the whole of it."""

    group: Group
    left: int | None
    times: tuple[ToldTime, ...]

    @property
    def is_cancelled(self) -> bool:
        """Has the whole of it been cancelled?"""
        return self.group.step == GroupStep.CANCELLED


def coming_groups(municipality: str, *, at: datetime) -> QuerySet[Group]:
    """Published groups with a time to come, in the order in which they start."""
    coming = Meeting.objects.filter(group=OuterRef("pk"), cancelled_at=None, starts_at__gt=at)
    rows = Group.objects.filter(Exists(coming), municipality=municipality, step=GroupStep.PUBLISHED, ends_at__gt=at)
    return rows.select_related("unit", "support_form").order_by("starts_at", "pk")


def found_group(municipality: str, key: UUID) -> Group | None:
    """The group, also when it is cancelled or over; None for a draft and for what is hidden."""
    rows = Group.objects.filter(pk=key, municipality=municipality, step__in=FOUND)
    return rows.select_related("unit", "support_form").first()


def with_times(groups: Sequence[Group]) -> list[ToldGroup]:
    """Each group with all its times and the seats left; two statements."""
    meetings: dict[UUID, list[Meeting]] = defaultdict(list)
    for meeting in Meeting.objects.filter(group__in=[group.pk for group in groups]).order_by("starts_at", "pk"):
        meetings[meeting.group_id].append(meeting)
    seats = _seats(groups)
    return [
        ToldGroup(
            group,
            _left(group, None, seats) if group.seating == Seating.COURSE else None,
            tuple(ToldTime(meeting, _left_at(group, meeting, seats)) for meeting in meetings[group.pk]),
        )
        for group in groups
    ]


def coming_times(units: Collection[UUID], support_forms: Collection[str], *, at: datetime) -> list[ToldTime]:
    """The coming times of published groups that one of the units holds, of one of the support forms; the nearest first.

    A group names its unit and its support form and no offer, so which offer it belongs to is told by those two.
    ``left`` of a course is that of the course.
    """
    meetings = list(
        Meeting.objects.filter(
            group__step=GroupStep.PUBLISHED,
            group__unit__in=units,
            group__support_form__in=support_forms,
            cancelled_at=None,
            starts_at__gt=at,
        )
        .select_related("group")
        .order_by("starts_at", "pk")[:MOST_TIMES]
    )
    seats = _seats(list({meeting.group_id: meeting.group for meeting in meetings}.values()))
    return [
        ToldTime(
            meeting,
            _left(meeting.group, None, seats)
            if meeting.group.seating == Seating.COURSE
            else _left_at(meeting.group, meeting, seats),
        )
        for meeting in meetings
    ]


def _seats(groups: Sequence[Group]) -> PlacesLeft:
    return places_left(group for group in groups if group.seating != Seating.OPEN)


def _left_at(group: Group, meeting: Meeting, seats: PlacesLeft) -> int | None:
    return _left(group, meeting.pk, seats) if group.seating == Seating.MEETING else None


def _left(group: Group, meeting: UUID | None, seats: PlacesLeft) -> int:
    """What somebody new can have: nothing while others wait."""
    counted = seats.of(group.pk, meeting)
    return counted.left if counted.waiting == 0 else 0
