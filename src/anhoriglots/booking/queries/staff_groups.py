"""Grupper: the groups that somebody plans or leads, with the next time of each and how many seats are taken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import SWEDEN

from ..choices import Seating
from ..models import Group, Meeting
from ..policies import led_groups
from ..seats import Seats
from ..workflow import GroupStep
from .places_left import PlacesLeft, places_left
from .times import time_words

MOST_ROWS = 100
PAST_IS_SHOWN = timedelta(days=400)
Address = Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One line, ready to be placed. ``state`` is empty for a group that is as it should be."""

    href: str
    title: str
    when: str
    seats: str
    waiting: str
    leader: str
    state: str
    attention: bool = False


@dataclass(frozen=True, slots=True)
class StaffGroups:
    """Three lists; ``has_more`` when there are more than are shown."""

    coming: list[GroupRow]
    drafts: list[GroupRow]
    past: list[GroupRow]
    has_more: bool


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A meeting today, for the worklist; the columns are those of its other rows."""

    href: str
    what: str
    promise: str
    is_late: bool = False
    notes: tuple[str, ...] = ()
    take: str = ""


def staff_groups(actor: Actor, *, at: datetime, open_at: Address) -> StaffGroups:
    """What this person sees on Grupper, in two statements however many the groups are."""
    following = Meeting.objects.filter(group=OuterRef("pk"), ends_at__gt=at, cancelled_at=None).order_by("starts_at")
    rows = led_groups(actor).filter(ends_at__gt=at - PAST_IS_SHOWN).select_related("leader")
    for name in ("pk", "starts_at", "ends_at"):
        rows = rows.annotate(**{f"next_{name}": Subquery(following.values(name)[:1])})
    found = list(rows.order_by("-starts_at", "pk")[: MOST_ROWS + 1])
    shown = found[:MOST_ROWS]
    seats = places_left(group for group in shown if group.seating != Seating.OPEN)

    def lines(chosen: Iterable[Group]) -> list[GroupRow]:
        return [_row(group, seats, at, open_at) for group in chosen]

    coming = [group for group in shown if group.ends_at > at and group.step != GroupStep.PLANNED]
    return StaffGroups(
        coming=lines(sorted(coming, key=lambda group: getattr(group, "next_starts_at", None) or group.ends_at)),
        drafts=lines(group for group in shown if group.ends_at > at and group.step == GroupStep.PLANNED),
        past=lines(group for group in shown if group.ends_at <= at),
        has_more=len(found) > MOST_ROWS,
    )


def todays_meetings(actor: Actor, *, at: datetime, open_at: Address) -> list[TodayRow]:
    """The meetings of today that this person leads, or plans in the own unit; one statement."""
    mine = Q(group__in=led_groups(actor).filter(step__in=(GroupStep.PUBLISHED, GroupStep.WITHDRAWN)).values("pk"))
    today = localdate(at)
    midnight = datetime.combine(today, time.min, SWEDEN)
    tomorrow = datetime.combine(today + timedelta(days=1), time.min, SWEDEN)
    rows = Meeting.objects.filter(mine, starts_at__gte=midnight, starts_at__lt=tomorrow, cancelled_at=None)
    return [
        TodayRow(
            href=open_at(meeting.pk),
            what=f"Närvaro: {_title(meeting.group)}",
            promise=time_words(meeting.starts_at, meeting.ends_at, today=today),
            notes=("Antecknad",) if meeting.came is not None else (),
        )
        for meeting in rows.select_related("group").order_by("starts_at", "pk")
    ]


def seats_words(seats: Seats) -> str:
    """ "3 av 8 platser tagna"; "fullt" when none is left."""
    places = "plats" if seats.capacity == 1 else "platser"
    return (
        f"fullt, {seats.capacity} {places}" if not seats.left else f"{seats.taken} av {seats.capacity} {places} tagna"
    )


def _title(group: Group) -> str:
    return str(group.texts.get("title", {}).get("sv", ""))


def _row(group: Group, left: PlacesLeft, at: datetime, open_at: Address) -> GroupRow:
    starts, ends = getattr(group, "next_starts_at", None), getattr(group, "next_ends_at", None)
    today = localdate(at)
    when = time_words(starts, ends, today=today) if starts and ends else "inga fler gånger"
    if group.ends_at <= at:
        when = f"sista gången {time_words(group.ends_at, group.ends_at, today=today).rsplit(' ', 1)[0]}"
    seats = _seats(group, left)
    step = GroupStep(group.step)
    return GroupRow(
        href=open_at(group.pk),
        title=_title(group),
        when=when,
        seats=seats_words(seats) if seats else "öppet, ingen bokning" if group.seating == Seating.OPEN else "",
        waiting=f"{seats.waiting} i kö" if seats and seats.waiting else "",
        leader=group.leader_name,
        state="" if step is GroupStep.PUBLISHED else str(step.label),
        attention=step is GroupStep.CANCELLED,
    )


def _seats(group: Group, left: PlacesLeft) -> Seats | None:
    if group.seating == Seating.OPEN:
        return None
    meeting = getattr(group, "next_pk", None) if group.seating == Seating.MEETING else None
    if group.seating == Seating.MEETING and meeting is None:
        return None
    return left.of(group.pk, meeting)
