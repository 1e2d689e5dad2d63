"""The unit's answer: yes, another time or place, or no. The one who asked is told that there is something to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.booking.models import Booking
from anhoriglots.booking.workflow import TAKES_A_SEAT
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Ground, No, Place
from ..hours import MINUTES, Entry, Kind, left_on
from ..models import ReliefRequest
from ..policies import fits_the_rule, may_answer_relief, may_be_at, requests_of, without_assessment
from ..queries.bank import entries_of, since_of
from ..queries.rules import HourRule, hour_rule_on, hour_rules
from ..queries.times import coming, minutes_between, times_of, written
from ..steps import step_relief
from ..telling import tell_news
from ..workflow import ReliefStep


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the unit can do: on what ground, where, and between which clock times at each meeting."""

    ground: Ground
    place: Place
    starts: time
    ends: time


@transaction.atomic
def accept_relief(
    *, actor: Actor, municipality: MunicipalityPage, request_id: UUID, agreed: Agreed, at: datetime
) -> None:
    """Yes: somebody comes, or they are met somewhere else.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person answers.
        Refused: the seat is given back or all times have been; the law, the board's decision or the municipality's rule
            says no; the hours are spent.
    """
    _answer(actor, municipality, request_id, agreed, ReliefStep.ACCEPTED, at)


@transaction.atomic
def propose_relief(
    *, actor: Actor, municipality: MunicipalityPage, request_id: UUID, agreed: Agreed, at: datetime
) -> None:
    """Another time or place than was asked for; the one who asked says yes or no on the page behind the code.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person answers.
        Refused: as for accept_relief, since a yes to it is all that is missing.
    """
    _answer(actor, municipality, request_id, agreed, ReliefStep.PROPOSED, at)


@transaction.atomic
def decline_relief(*, actor: Actor, request_id: UUID, no: No, at: datetime) -> None:
    """No, and why. The seat stays, and the one who asked chooses what to do.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person answers.
        Refused: the seat is given back already.
    """
    request, booking = locked_request(actor, request_id)
    request.no, request.ground, request.starts, request.ends = no, "", None, None
    request.agreed_times = []
    step_relief(request, ReliefStep.DECLINED, at=at)
    _told(request, booking, at)
    record(action="relief.decline", at=at, object_id=request.pk)


def locked_request(actor: Actor, request_id: UUID) -> tuple[ReliefRequest, Booking]:
    """The request and its booking, which has a seat.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person answers.
        Refused: the seat is given back, or not there yet.
    """
    may_answer_relief(actor).require()
    request = requests_of(actor).select_related("booking").select_for_update(of=("self",)).get(pk=request_id)
    booking = request.booking
    if booking is None or booking.step not in TAKES_A_SEAT:
        raise Refused(forbidden("no-seat", "Personen har ingen plats i gruppen nu. Ladda om sidan."))
    return request, booking


def _answer(
    actor: Actor, municipality: MunicipalityPage, request_id: UUID, agreed: Agreed, step: ReliefStep, at: datetime
) -> None:
    request, booking = locked_request(actor, request_id)
    times = coming(times_of([booking])[booking.pk], at=at)
    if not times:
        raise Refused(forbidden("is-over", "Alla gånger har varit."))
    if agreed.ends <= agreed.starts:
        raise Refused(forbidden("impossible-times", "Sluttiden ska vara senare än starttiden."))
    for starts_at in times:
        day = localdate(starts_at)
        where = may_be_at(
            agreed.place, municipality=actor.municipality, board=actor.board_id, on=day, ground=agreed.ground
        )
        where.require()
    if agreed.ground is Ground.WITHOUT_ASSESSMENT:
        _check_hours(actor, municipality, request, agreed, times)
    request.ground, request.place = agreed.ground, agreed.place
    request.starts, request.ends = agreed.starts, agreed.ends
    request.agreed_times, request.no, request.wants_talk_at = written(times), "", None
    step_relief(request, step, at=at)
    _told(request, booking, at)
    record(action=f"relief.{step.value}", at=at, object_id=request.pk)


def _check_hours(
    actor: Actor, municipality: MunicipalityPage, request: ReliefRequest, agreed: Agreed, times: Sequence[datetime]
) -> None:
    """Every time within the municipality's rule, and hours enough for it in its week, month or year."""
    rules = hour_rules(municipality, actor.board_id)
    bank = bytes(request.bank or b"")
    entries, since = entries_of([bank], but=request.pk)[bank], since_of(bank)
    minutes = minutes_between(agreed.starts, agreed.ends)
    for starts_at in times:
        day = localdate(starts_at)
        rule = _rule_of(rules, starts_at)
        without_assessment(actor, rule, on=day).require()
        together = request.lives_together
        fits_the_rule(rule, lives_together=together, starts=agreed.starts, ends=agreed.ends, day=day).require()
        left = left_on(day, allowances=[one.allowance for one in rules], entries=entries, since=since)
        if left is None or left.left < minutes:
            there = (left.left if left else 0) // MINUTES
            told = f"Timmarna räcker inte {day}: {there} är kvar. Ge fler timmar först, eller föreslå en kortare tid."
            raise Refused(forbidden("hours-are-spent", told))
        entries.append(Entry(day, minutes, Kind.PROMISED))


def _rule_of(rules: Sequence[HourRule], starts_at: datetime) -> HourRule:
    rule = hour_rule_on(rules, localdate(starts_at))
    if rule is None:
        told = "Kommunen har inga timmar utan ansökan den dagen. Hjälp dem att ansöka."
        raise Refused(forbidden("no-hours-here", told))
    return rule


def _told(request: ReliefRequest, booking: Booking, at: datetime) -> None:
    times = coming(times_of([booking])[booking.pk], at=at)
    if times:
        tell_news(booking, occasion=f"relief:{request.pk}:{at.timestamp():.0f}", starts_at=times[0], at=at)
