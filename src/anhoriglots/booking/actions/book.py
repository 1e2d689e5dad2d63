"""Books a seat, or a place in the queue. The last seat goes to one, and the same form sent twice is one booking."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.catalogue.queries.decisions import IDENTIFIED, documentation_mode_for
from anhoriglots.database.encryption import keyed_index
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.kernel.decision import Decision, Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.actions import claim_code
from anhoriglots.visitors.models import Opens
from anhoriglots.visitors.policies import may_be_kept
from anhoriglots.visitors.queries import code_made_by

from ..choices import Reach, Seating
from ..models import Booking, Group, Meeting
from ..policies import erase_day, may_be_booked, may_lead
from ..seats import Seats, lock, seats_of
from ..steps import log_booking_step
from ..workflow import BookingStep

MOST_SEATS = 2
FULL = "full"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asks for and chooses to tell.

    Attributes:
        call_me: a name, invented if one likes; needed only where the board documents by name.
        companion: the same for the second person, when there are two seats.
        contact: number or address; empty for Reach.CODE.
        or_queue: stand in the queue when it is full.
    """

    reach: Reach
    contact: str = ""
    call_me: str = ""
    seats: int = 1
    companion: str = ""
    is_trial: bool = False
    wants_reminder: bool = False
    or_queue: bool = False


@dataclass(frozen=True, slots=True)
class Booked:
    """Where the booking lies and how it went; ``code`` opens it, known only to the one with the form's secret."""

    board_id: UUID
    booking_id: UUID
    step: BookingStep
    code: str = field(default="", compare=False, repr=False)


def booking_mark(submission: str, *, municipality: str) -> bytes:
    """The one-way mark of a booking form in a municipality, by which it is found again."""
    return keyed_index(f"{municipality}:{submission}", use="booking")


@transaction.atomic
def book(
    *,
    at: datetime,
    municipality: MunicipalityPage,
    group_id: UUID,
    meeting_id: UUID | None,
    submission: str,
    wanted: Wanted,
    language: str = "sv",
    actor: Actor | None = None,
) -> Booked:
    """Give a seat when there is one and nobody waits, else a place in the queue when that is asked for.

    Args:
        meeting_id: which time; None for a course.
        submission: a secret that the form carried from its first page.
        actor: the colleague who books over the phone; None when the carer books.

    Raises:
        Group.DoesNotExist, Meeting.DoesNotExist: no such group, or the time is not one of its own.
        Refused: it cannot be booked; it is full (reason "full"); a name is needed; a line looks like a personal number;
            the colleague neither plans nor leads the group.
    """
    for line in (wanted.call_me, wanted.companion):
        may_be_kept(line).require()
    group = Group.objects.get(pk=group_id)
    if actor:
        may_lead(actor, group).require()
    with for_board(group.board_id, actor.user_id if actor else None):
        meeting = _meeting(group, meeting_id)
        lock(group, meeting)
        mark = booking_mark(submission, municipality=municipality.code)
        if before := Booking.objects.filter(submission=mark).first():
            return _told(before, municipality, submission)
        if meeting:  # the lock has read the meeting anew, and not the group
            group.refresh_from_db(fields=["step", "capacity"])
        _check(group, meeting, wanted, at, by_staff=actor is not None)
        booking = _saved(group, meeting, wanted, mark, municipality, language, at, actor)
        last_day = booking.erase_on
        code = claim_code(submission, opens=Opens.BOOKING, object_id=booking.pk, expires_on=last_day)
        record(action="booking.book", at=at, object_id=booking.pk)
        return Booked(group.board_id, booking.pk, BookingStep(booking.step), code)


def name_is_needed(group: Group, *, on: date) -> Decision | None:
    """The law's answer when the board documents this support by name, so that one has to say it; else None."""
    mode = documentation_mode_for(group.board_id, group.support_form_id, on=on)
    return mode.documentation if mode.mode == IDENTIFIED else None


def _meeting(group: Group, meeting_id: UUID | None) -> Meeting | None:
    if group.seating == Seating.COURSE:
        return None
    if meeting_id is None:
        raise Meeting.DoesNotExist
    return Meeting.objects.get(pk=meeting_id, group=group)


def _check(group: Group, meeting: Meeting | None, wanted: Wanted, at: datetime, *, by_staff: bool) -> None:
    may_be_booked(group, meeting, at=at, by_staff=by_staff).require()
    if not 1 <= wanted.seats <= MOST_SEATS:
        raise Refused(forbidden("too-many-seats", _("Du kan boka för en eller två personer.")))
    if not wanted.call_me and name_is_needed(group, on=localdate(at)):
        raise Refused(forbidden("name-needed", _("Skriv vad du heter. Nämnden behöver ditt namn för den här gruppen.")))


def _step_for(seats: Seats, group: Group, wanted: Wanted) -> BookingStep:
    """
    Raises:
        Refused: there is no room, and no queue or none asked for.
    """
    if seats.has_room_for(wanted.seats):
        return BookingStep.BOOKED
    if wanted.or_queue and group.has_queue:
        return BookingStep.QUEUED
    told = _("Gruppen blev full medan du skrev. Du kan ställa dig i kö eller välja en annan grupp.")
    no_queue = _("Gruppen blev full medan du skrev. Välj en annan grupp, eller ring oss.")
    raise Refused(forbidden(FULL, told if group.has_queue else no_queue))


def _saved(
    group: Group,
    meeting: Meeting | None,
    wanted: Wanted,
    mark: bytes,
    municipality: MunicipalityPage,
    language: str,
    at: datetime,
    actor: Actor | None,
) -> Booking:
    step = _step_for(seats_of(group, meeting), group, wanted)
    booking = Booking.objects.create(
        **owner_of(current_scope()),
        group=group,
        meeting=meeting,
        submission=mark,
        seats=wanted.seats,
        call_me=wanted.call_me,
        companion=wanted.companion if wanted.seats > 1 else "",
        reach=wanted.reach,
        contact=wanted.contact if wanted.reach is not Reach.CODE else "",
        is_trial=wanted.is_trial and group.trial_allowed,
        wants_reminder=wanted.wants_reminder,
        language=language,
        booked_by=actor.user_id if actor else None,
        step=step,
        step_at=at,
        queued_at=at if step is BookingStep.QUEUED else None,
        erase_on=erase_day(municipality, meeting.ends_at if meeting else group.ends_at),
    )
    log_booking_step(booking, at=at)
    return booking


def _told(booking: Booking, municipality: MunicipalityPage, submission: str) -> Booked:
    """What the form with this secret has booked before, with its code while there is one."""
    code = code_made_by(submission, municipality=municipality.code, object_id=booking.pk)
    return Booked(booking.board_id, booking.pk, BookingStep(booking.step), code)
