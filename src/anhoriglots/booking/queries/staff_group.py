"""One group for those who plan or lead it: its times, who has booked, who waits, and what is left when it is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date

from ..choices import Seating
from ..models import Booking, Group, Meeting
from ..policies import led_groups, may_lead, may_plan_groups
from ..seats import Seats
from ..workflow import ALIVE, TAKES_A_SEAT, BookingStep, GroupStep
from .people import PersonRow, person_row
from .pulse import PulseResult, pulse_result
from .staff_groups import seats_words
from .times import time_words

CARD_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One time. ``came`` in words when it has been noted."""

    pk: UUID
    when: str
    is_cancelled: bool
    is_next: bool
    has_begun: bool
    came: str


@dataclass(frozen=True, slots=True)
class PeopleList:
    """Those who have booked the same seats: the whole course, or one time.

    Attributes:
        meeting_id: which time; None for a course.
        may_offer: somebody waits and the seats can be handed on.
    """

    meeting_id: UUID | None
    title: str
    seats: str
    booked: list[PersonRow]
    queue: list[PersonRow]
    may_offer: bool
    may_book: bool


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """Ready for the page.

    Attributes:
        subjects: keys of all bookings whose people are shown, for the read log.
        receipt: what tells that the list has been deleted; empty before.
        card_is_due: the last meeting is near or over, so that slips with the card's address can be printed.
    """

    pk: UUID
    title: str
    step: str
    state: str
    texts: dict[str, dict[str, str]]
    checked: dict[str, list[str]]
    facts: list[tuple[str, str]]
    meetings: list[MeetingRow]
    lists: list[PeopleList]
    subjects: list[UUID]
    receipt: str
    pulse: PulseResult | None
    card_is_due: bool
    can_plan: bool
    has_room: bool
    is_over: bool
    is_open: bool


def staff_group(actor: Actor, group_id: UUID, *, at: datetime) -> StaffGroup:
    """The group of the own board.

    Raises:
        Group.DoesNotExist: not one that this person plans or leads.
    """
    group = own_group(actor, group_id)
    meetings = list(Meeting.objects.filter(group=group).order_by("starts_at"))
    bookings = list(Booking.objects.filter(group=group, step__in=ALIVE).order_by("pk"))
    today = localdate(at)
    lists = _lists(group, meetings, bookings, at)
    last_day = max((localdate(one.ends_at) for one in meetings), default=today)
    return StaffGroup(
        pk=group.pk,
        title=title_of(group),
        step=group.step,
        state=str(GroupStep(group.step).label),
        texts=group.texts,
        checked=group.checked,
        facts=_facts(group),
        meetings=_meeting_rows(meetings, at),
        lists=lists,
        subjects=[row.pk for one in lists for row in (*one.booked, *one.queue)],
        receipt=_receipt(group, meetings),
        pulse=pulse_result(group.pk) if last_day <= today else None,
        card_is_due=last_day - CARD_AHEAD <= today and group.step != GroupStep.CANCELLED,
        can_plan=bool(may_plan_groups(actor) and may_lead(actor, group)) and group.unit_id in actor.unit_ids,
        has_room=group.has_room,
        is_over=group.ends_at <= at,
        is_open=group.seating == Seating.OPEN,
    )


def own_group(actor: Actor, group_id: UUID) -> Group:
    """The row, with its unit.

    Raises:
        Group.DoesNotExist: not one that this person plans or leads.
    """
    return led_groups(actor).select_related("unit").get(pk=group_id, board_id=actor.board_id)


def title_of(group: Group) -> str:
    """What the group is called, in Swedish."""
    return str(group.texts.get("title", {}).get("sv", ""))


def _facts(group: Group) -> list[tuple[str, str]]:
    place = group.texts.get("place", {}).get("sv", "")
    where = " · ".join(part for part in (group.get_way_display(), place) if part)
    facts = [("Var", where), ("Bokning", group.get_seating_display()), ("Leds av", _led_by(group))]
    if group.online_link:
        facts.insert(1, ("Länk för dem som har bokat", group.online_link))
    return [*facts, ("Enhet", group.unit.name)]


def _led_by(group: Group) -> str:
    kind = group.get_leader_kind_display()
    return f"{group.leader_name} ({kind[:1].lower()}{kind[1:]})" if group.leader_name else kind


def _meeting_rows(meetings: Sequence[Meeting], at: datetime) -> list[MeetingRow]:
    today = localdate(at)
    following = next((one.pk for one in meetings if one.ends_at > at and not one.cancelled_at), None)
    return [
        MeetingRow(
            pk=one.pk,
            when=time_words(one.starts_at, one.ends_at, today=today),
            is_cancelled=one.cancelled_at is not None,
            is_next=one.pk == following,
            has_begun=one.starts_at <= at,
            came=came_words(one),
        )
        for one in meetings
    ]


def came_words(meeting: Meeting) -> str:
    """ "6 kom" with those who dropped in; empty when it has not been noted."""
    if meeting.came is None:
        return ""
    together = meeting.came + (meeting.dropped_in or 0)
    return f"{together} kom" if together else "ingen kom"


def _lists(group: Group, meetings: Sequence[Meeting], bookings: Sequence[Booking], at: datetime) -> list[PeopleList]:
    if group.seating == Seating.OPEN:
        return []
    if group.seating == Seating.COURSE:
        return [_list(group, None, bookings, at)]
    own = {one.pk: [row for row in bookings if row.meeting_id == one.pk] for one in meetings}
    shown = [one for one in meetings if not one.cancelled_at and (own[one.pk] or one.starts_at > at)]
    return [_list(group, one, own[one.pk], at) for one in shown]


def _list(group: Group, meeting: Meeting | None, bookings: Sequence[Booking], at: datetime) -> PeopleList:
    today = localdate(at)
    booked = [person_row(one, today=today) for one in bookings if one.step in TAKES_A_SEAT]
    waiting = sorted((one for one in bookings if one.step == BookingStep.QUEUED), key=_turn)
    seats = Seats(group.capacity or 0, sum(row.seats for row in booked), len(waiting))
    starts_at, ends_at = (meeting.starts_at, meeting.ends_at) if meeting else (group.starts_at, group.ends_at)
    alive = group.step != GroupStep.CANCELLED
    late = any(one.offered_until and one.offered_until <= at for one in bookings)
    return PeopleList(
        meeting_id=meeting.pk if meeting else None,
        title=time_words(starts_at, ends_at, today=today) if meeting else "Deltagare",
        seats=seats_words(seats),
        booked=booked,
        queue=[person_row(one, today=today, place=place) for place, one in enumerate(waiting, start=1)],
        may_offer=bool(waiting) and (seats.left > 0 or late) and starts_at > at and alive,
        may_book=alive and (starts_at if meeting else ends_at) > at,
    )


def _turn(booking: Booking) -> tuple[datetime, UUID]:
    return booking.queued_at or booking.step_at, booking.pk


def _receipt(group: Group, meetings: Sequence[Meeting]) -> str:
    """What is left when the list has been deleted."""
    if group.erased_on is None:
        return ""
    visits = sum((one.came or 0) + (one.dropped_in or 0) for one in meetings)
    return f"Deltagarlistan togs bort {_day(group.erased_on)}. {group.erased_seats or 0} hade plats, {visits} besök."


def _day(day: date) -> str:
    return swedish_date(day)
