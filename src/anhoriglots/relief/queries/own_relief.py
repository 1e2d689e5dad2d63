"""How it stands with the relief that somebody has asked for with a booking: what they read on their own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.booking.workflow import TAKES_A_SEAT, WAITING
from anhoriglots.database.scope import for_board
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Place
from ..due import due
from ..hours import Left
from ..models import ReliefRequest
from ..workflow import ReliefStep
from .bank import bank_left
from .rules import desk_for, hour_rule_on, hour_rules
from .times import coming, has_moved, times_of


class State(StrEnum):
    """How it stands, as the one who asked sees it."""

    QUEUED = "queued"
    HELD = "held"
    LATE = "late"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    MOVED = "moved"
    DECLINED = "declined"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class OwnRelief:
    """Ready to be put in words.

    Attributes:
        answer_by: when the answer comes at the latest; None when there is no seat, or nobody answers any longer.
        starts, ends: clock times that are proposed or agreed.
        phone: of the unit that answers.
        talks: the one who asked wants to talk to somebody.
        lives_apart: the municipality's hours are for those who live together, and these do not.
        left: what is left of the hours; None where there are none, and where nothing is asked of them.
    """

    state: State
    hours: int
    place: Place
    no: str
    answer_by: datetime | None
    starts: time | None
    ends: time | None
    phone: str
    talks: bool
    lives_apart: bool
    left: Left | None

    @property
    def is_a_question(self) -> bool:
        """Is it for the one who asked to choose what to do?"""
        return self.state in (State.LATE, State.DECLINED)


def own_relief(municipality: MunicipalityPage, board_id: UUID, booking_id: UUID, *, at: datetime) -> OwnRelief | None:
    """What was asked for with the booking; None when nothing was, or when the seat is given back."""
    with for_board(board_id):
        request = ReliefRequest.objects.filter(booking=booking_id).select_related("booking", "unit").first()
        if request is None or request.booking is None:
            return None
        if request.booking.step not in (*TAKES_A_SEAT, *WAITING):
            return None
        return _shown(request, municipality, at)


def answer_by(request: ReliefRequest, municipality: MunicipalityPage, ahead: Sequence[datetime]) -> datetime | None:
    """When the unit has to have answered; None while there is no seat, and where nobody answers any longer.

    Args:
        ahead: the times to come, the next first.
    """
    desk, booking = desk_for(municipality, request.board_id), request.booking
    if desk is None or booking is None or booking.step not in TAKES_A_SEAT or not ahead:
        return None
    since = max(request.asked_at, booking.step_at)
    return due(desk, since=since, starts_at=ahead[0]).at


def _shown(request: ReliefRequest, municipality: MunicipalityPage, at: datetime) -> OwnRelief | None:
    booking = request.booking
    if booking is None:
        return None
    times = times_of([booking])[booking.pk]
    ahead = coming(times, at=at)
    last = answer_by(request, municipality, ahead)
    rules = hour_rules(municipality, request.board_id)
    day = localdate(ahead[0] if ahead else at)
    rule = hour_rule_on(rules, day)
    apart = rule is not None and rule.lives_together and request.lives_together is False
    counted = rule is not None and not apart and request.bank is not None
    return OwnRelief(
        state=_state(request, times, last, at),
        hours=request.hours,
        place=Place(request.place),
        no=request.no,
        answer_by=last,
        starts=request.starts,
        ends=request.ends,
        phone=request.unit.phone or municipality.phone,
        talks=request.wants_talk_at is not None,
        lives_apart=apart,
        left=bank_left(bytes(request.bank or b""), rules, on=day) if counted else None,
    )


def _state(request: ReliefRequest, times: Sequence[datetime], last: datetime | None, at: datetime) -> State:
    if request.step == ReliefStep.WITHDRAWN:
        return State.ALONE
    if request.booking and request.booking.step in WAITING:
        return State.QUEUED
    if request.step == ReliefStep.ASKED:
        return State.LATE if last and last <= at else State.HELD
    if request.step == ReliefStep.ACCEPTED and has_moved(request, times, at=at):
        return State.MOVED
    return State(request.step)
