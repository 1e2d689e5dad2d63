"""One group as everybody may read it, with its times and the seats of each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.kernel.decision import Decision

from ..actions.book import name_is_needed
from ..choices import Seating
from ..models import Group, Meeting
from ..policies import may_be_booked
from ..seats import Seats
from ..workflow import GroupStep
from .places_left import places_left
from .translations import shown_texts

# A draft and what has been hidden is nothing that anybody outside can find.
FOUND = (GroupStep.PUBLISHED, GroupStep.CANCELLED)


@dataclass(frozen=True, slots=True)
class GroupTime:
    """One time. ``seats`` only where each time is booked by itself."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool
    is_over: bool
    can_be_booked: bool
    seats: Seats | None


@dataclass(frozen=True, slots=True)
class GroupPage:
    """Ready for the page.

    Attributes:
        seats: of a course; None otherwise.
        can_be_booked: True when the whole course can be booked now.
        name_needed: the law's answer where the board has to write down who comes.
    """

    id: UUID
    board_id: UUID
    texts: dict[str, dict[str, str]]
    step_at: datetime
    is_cancelled: bool
    unit: str
    seating: str
    way: str
    access: tuple[str, ...]
    languages: tuple[str, ...]
    capacity: int | None
    has_queue: bool
    trial_allowed: bool
    fee: int
    leader_kind: str
    leader_name: str
    times: tuple[GroupTime, ...]
    seats: Seats | None
    can_be_booked: bool
    name_needed: Decision | None

    def time(self, key: UUID | None) -> GroupTime | None:
        """The time with this key, or None."""
        return next((one for one in self.times if one.id == key), None)


def group_page(group_id: UUID, *, at: datetime) -> GroupPage | None:
    """The group, or None when there is none that anybody may find here."""
    group = Group.objects.select_related("unit").filter(pk=group_id, step__in=FOUND).first()
    if group is None:
        return None
    left = places_left([] if group.seating == Seating.OPEN else [group])
    by_time = group.seating == Seating.MEETING
    times = tuple(
        GroupTime(
            id=meeting.pk,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            is_cancelled=meeting.cancelled_at is not None,
            is_over=meeting.ends_at <= at,
            can_be_booked=by_time and bool(may_be_booked(group, meeting, at=at)),
            seats=left.of(group.pk, meeting.pk) if by_time else None,
        )
        for meeting in Meeting.objects.filter(group=group).order_by("starts_at")
    )
    is_course = group.seating == Seating.COURSE
    return GroupPage(
        id=group.pk,
        board_id=group.board_id,
        texts=shown_texts(group),
        step_at=group.step_at,
        is_cancelled=group.step == GroupStep.CANCELLED,
        unit=group.unit.name,
        seating=group.seating,
        way=group.way,
        access=tuple(group.access),
        languages=tuple(group.languages),
        capacity=group.capacity,
        has_queue=group.has_queue,
        trial_allowed=group.trial_allowed,
        fee=group.fee,
        leader_kind=group.leader_kind,
        leader_name=group.leader_name,
        times=times,
        seats=left.of(group.pk, None) if is_course else None,
        can_be_booked=is_course and bool(may_be_booked(group, None, at=at)),
        name_needed=None if group.seating == Seating.OPEN else name_is_needed(group, on=localdate(at)),
    )
