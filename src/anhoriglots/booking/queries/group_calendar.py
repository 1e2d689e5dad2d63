"""The times of groups for calendars: those of one group, or of all that are open in a municipality."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from ..models import Group, Meeting
from .group_page import FOUND
from .translations import shown_texts

# What has been stays for a while, so that a calendar that follows the file does not lose last week.
STAYS = timedelta(days=30)
MOST = 1000


@dataclass(frozen=True, slots=True)
class CalendarTime:
    """One time of a group."""

    id: UUID
    group_id: UUID
    texts: dict[str, dict[str, str]]
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool
    revision: int
    decided_at: datetime


def times_of_group(group_id: UUID) -> list[CalendarTime] | None:
    """Every time of a group; None when there is none that anybody may find here."""
    if not Group.objects.filter(pk=group_id, step__in=FOUND).exists():
        return None
    return _times(Meeting.objects.filter(group=group_id))


def times_of_all(municipality: str, *, at: datetime) -> list[CalendarTime]:
    """The times of all groups here, from a month ago."""
    return _times(Meeting.objects.filter(municipality=municipality, group__step__in=FOUND, starts_at__gte=at - STAYS))


def decided_at(meeting: Meeting, group: Group) -> datetime:
    """When the time was last changed, or the group shown."""
    return max(meeting.changed_at or group.step_at, group.step_at)


def _times(meetings: QuerySet[Meeting]) -> list[CalendarTime]:
    return [
        CalendarTime(
            id=one.pk,
            group_id=one.group_id,
            texts=shown_texts(one.group),
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            is_cancelled=one.cancelled_at is not None,
            revision=one.revision,
            decided_at=decided_at(one, one.group),
        )
        for one in meetings.select_related("group").order_by("starts_at", "pk")[:MOST]
    ]
