"""What the one who has booked reads: how it stands, when and where."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from anhoriglots.database.scope import for_board
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.queries import code_made_by

from ..actions.book import Booked, booking_mark
from ..choices import Way
from ..models import Booking, BookingEvent, Meeting
from ..policies import may_be_booked
from ..seats import place_in_queue
from ..workflow import ALIVE, HAS_HAD_A_SEAT, BookingStep, GroupStep
from .group_calendar import decided_at
from .reminders import reminders
from .translations import shown_texts


@dataclass(frozen=True, slots=True)
class OwnTime:
    """One time of what was booked."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool
    revision: int
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class OwnBooking:
    """Ready for the page. Nothing that was told in the form but the way to be reached, since it is read on screens.

    Attributes:
        step: as the booking stands; an offer that nobody answered in time has been passed on.
        place: 1 for the first in the queue; 0 when it does not wait.
        offered_until: when an offered seat goes on to the next.
        online_link: empty unless the seat is booked.
        may_cancel: False when it is over or has been given back.
        may_queue: True when one can stand in the queue again.
        group_is_open: True when the page of the group can be read.
        reminders: when the one who asked for it is reminded from now on.
        has_room: the group has a room for talk, and this booking opens it.
    """

    id: UUID
    step: str
    seats: int
    reach: str
    wants_reminder: bool
    is_trial: bool
    group_id: UUID
    texts: dict[str, dict[str, str]]
    seating: str
    way: str
    access: tuple[str, ...]
    fee: int
    times: tuple[OwnTime, ...]
    place: int
    offered_until: datetime | None
    online_link: str
    may_cancel: bool
    may_queue: bool
    group_is_open: bool
    erase_on: date
    reminders: tuple[datetime, ...]
    has_room: bool

    @property
    def is_booked(self) -> bool:
        """Is there a seat?"""
        return self.step == BookingStep.BOOKED

    @property
    def is_over(self) -> bool:
        """Is there neither a seat nor a place in the queue any longer?"""
        return self.step not in ALIVE


def own_booking(board_id: UUID, booking_id: UUID, *, at: datetime) -> OwnBooking | None:
    """The booking, or None when it has been deleted."""
    with for_board(board_id):
        booking = Booking.objects.select_related("group", "meeting").filter(pk=booking_id).first()
        return _shown(booking, at) if booking else None


def booked_before(board_id: UUID, submission: str, *, municipality: MunicipalityPage) -> Booked | None:
    """What the form with this secret has booked already, so that Back and reload lead to its receipt."""
    with for_board(board_id):
        mark = booking_mark(submission, municipality=municipality.code)
        found = Booking.objects.filter(submission=mark).values_list("pk", "step").first()
    if found is None:
        return None
    code = code_made_by(submission, municipality=municipality.code, object_id=found[0])
    return Booked(board_id, found[0], BookingStep(found[1]), code)


def _shown(booking: Booking, at: datetime) -> OwnBooking:
    group, step = booking.group, _step_at(booking, at)
    times = _times(booking)
    return OwnBooking(
        id=booking.pk,
        step=step,
        seats=booking.seats,
        reach=booking.reach,
        wants_reminder=booking.wants_reminder,
        is_trial=booking.is_trial,
        group_id=group.pk,
        texts=shown_texts(group),
        seating=group.seating,
        way=group.way,
        access=tuple(group.access),
        fee=group.fee,
        times=times,
        place=place_in_queue(booking),
        offered_until=booking.offered_until if step == BookingStep.OFFERED else None,
        online_link=group.online_link if step == BookingStep.BOOKED and group.way != Way.PLACE else "",
        may_cancel=step in ALIVE and times[-1].ends_at > at,
        may_queue=_may_queue(booking, step, at),
        group_is_open=group.step in (GroupStep.PUBLISHED, GroupStep.CANCELLED),
        erase_on=booking.erase_on,
        reminders=tuple(reminders(times, at=at)) if booking.wants_reminder else (),
        has_room=group.has_room and step in HAS_HAD_A_SEAT,
    )


def _step_at(booking: Booking, at: datetime) -> str:
    """An offer ends by the clock, also before anybody has noted it."""
    if booking.step == BookingStep.OFFERED and booking.offered_until and booking.offered_until <= at:
        return BookingStep.PASSED_ON
    return booking.step


def _may_queue(booking: Booking, step: str, at: datetime) -> bool:
    again = step in (BookingStep.CANCELLED, BookingStep.PASSED_ON) and booking.group.has_queue
    return again and bool(may_be_booked(booking.group, booking.meeting, at=at))


def _times(booking: Booking) -> tuple[OwnTime, ...]:
    meetings = Meeting.objects.filter(group=booking.group).order_by("starts_at")
    if booking.meeting_id:
        meetings = meetings.filter(pk=booking.meeting_id)
    return tuple(
        OwnTime(
            id=one.pk,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            is_cancelled=one.cancelled_at is not None,
            revision=one.revision,
            decided_at=max(decided_at(one, booking.group), booking.step_at),
        )
        for one in meetings
    )


def steps_of(board_id: UUID, booking_id: UUID) -> int:
    """How often the booking has been changed since it was made; a calendar asks for that."""
    with for_board(board_id):
        return max(0, BookingEvent.objects.filter(booking_id=booking_id, reason="").count() - 1)
