"""The groups that anybody may come to: the list, and whether there is any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.cache import cache
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Unit
from anhoriglots.organisations.queries import target_groups_of

from ..choices import Seating, Way
from ..models import Group, Meeting
from ..seats import Seats
from ..workflow import GroupStep
from .places_left import places_left
from .translations import shown_texts

PAGE = 25
KEPT_SECONDS = 15
EVENING = 16  # a meeting that starts at 16 or later can be reached after a day's work
WEEKEND = (1, 7)  # Sunday and Saturday, as the database counts
DAY, AFTER_WORK = "dag", "kvall"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a visitor looks for; empty where it does not matter.

    Attributes:
        line: a line of the guide, such as "old".
        district: key of the own district.
        when: "dag" for working days before 16, "kvall" for evenings and weekends.
        language: code of the language.
        way: "place" or "online".
    """

    line: str = ""
    district: str = ""
    when: str = ""
    language: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """One row of the list: a group at its next time.

    Attributes:
        more_times: how many times follow.
        seats: None where nobody books.
    """

    id: UUID
    texts: dict[str, dict[str, str]]
    starts_at: datetime
    ends_at: datetime
    more_times: int
    seating: str
    way: str
    access: tuple[str, ...]
    languages: tuple[str, ...]
    fee: int
    has_queue: bool
    seats: Seats | None


@dataclass(frozen=True, slots=True)
class OpenGroups:
    """One page of the list; ``more`` when there is another."""

    rows: tuple[OpenGroup, ...]
    more: bool


def has_open_groups(municipality: str) -> bool:
    """Is there anything to come to? Asked on the start page, so it is known for some seconds."""
    return bool(cache.get_or_set(f"booking.open.{municipality}", lambda: _any_open(municipality), KEPT_SECONDS))


def _any_open(municipality: str) -> bool:
    with scope(municipality):
        return _upcoming(municipality, timezone.now()).exists()


def open_groups(municipality: str, wanted: Filter, *, at: datetime, page: int = 1) -> OpenGroups:
    """The groups that fit, each at its next time, in the order of time."""
    fitting = _upcoming(municipality, at).filter(_fits(municipality, wanted))
    earlier = _upcoming(municipality, at).filter(
        _suits(wanted.when), group=OuterRef("group"), starts_at__lt=OuterRef("starts_at")
    )
    later = Meeting.objects.filter(group=OuterRef("group"), starts_at__gt=OuterRef("starts_at"), cancelled_at=None)
    count = later.order_by().values("group").annotate(number=Count("pk")).values("number")
    rows = fitting.exclude(Exists(earlier)).annotate(more_times=Coalesce(Subquery(count), 0))
    first = (page - 1) * PAGE
    found = list(rows.select_related("group").order_by("starts_at", "pk")[first : first + PAGE + 1])
    return OpenGroups(_shown(found[:PAGE]), len(found) > PAGE)


def _upcoming(municipality: str, at: datetime) -> QuerySet[Meeting]:
    """Meetings that one can still come to: a course only before its first time."""
    not_begun = ~Q(group__seating=Seating.COURSE) | Q(group__starts_at__gt=at)
    return Meeting.objects.filter(
        not_begun,
        municipality=municipality,
        group__step=GroupStep.PUBLISHED,
        starts_at__gt=at,
        cancelled_at=None,
    )


def _fits(municipality: str, wanted: Filter) -> Q:
    fits = _suits(wanted.when)
    if wanted.line:
        keys = [row.key for row in target_groups_of(municipality) if wanted.line in row.guide_lines]
        fits &= Q(group__target_groups=[]) | Q(group__target_groups__has_any_keys=keys)
    if wanted.district:
        near = Q(districts__key=wanted.district) | Q(is_central=True)
        fits &= Q(group__unit__in=Unit.objects.filter(near, municipality=municipality).values("pk"))
    if wanted.language:
        fits &= Q(group__languages__contains=[wanted.language])
    if wanted.way:
        fits &= Q(group__way__in=[wanted.way, Way.HYBRID])
    return fits


def _suits(when: str) -> Q:
    after_work = Q(starts_at__hour__gte=EVENING) | Q(starts_at__week_day__in=WEEKEND)
    return {DAY: ~after_work, AFTER_WORK: after_work}.get(when, Q())


def _shown(meetings: Sequence[Meeting]) -> tuple[OpenGroup, ...]:
    seats = places_left(meeting.group for meeting in meetings if meeting.group.seating != Seating.OPEN)
    return tuple(
        OpenGroup(
            id=group.pk,
            texts=shown_texts(group),
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            more_times=getattr(meeting, "more_times", 0),
            seating=group.seating,
            way=group.way,
            access=tuple(group.access),
            languages=tuple(group.languages),
            fee=group.fee,
            has_queue=group.has_queue,
            seats=None if group.seating == Seating.OPEN else seats.of(group.pk, _seat_of(group, meeting)),
        )
        for meeting in meetings
        for group in [meeting.group]
    )


def _seat_of(group: Group, meeting: Meeting) -> UUID | None:
    return None if group.seating == Seating.COURSE else meeting.pk
