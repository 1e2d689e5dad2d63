"""Avlösning: what the unit has to answer, what has been answered, and who shall not come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate, localtime

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.choices import Reach
from anhoriglots.booking.models import Booking
from anhoriglots.booking.queries.people import REACH_WORDS, name_of
from anhoriglots.booking.queries.times import day_words
from anhoriglots.booking.workflow import TAKES_A_SEAT, WAITING
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Ground, No, Place
from ..hours import MINUTES, Left, left_on
from ..models import HourEntry, ReliefRequest
from ..policies import requests_of
from ..workflow import AGREED, ReliefStep
from .bank import entries_of
from .own_relief import answer_by
from .rules import HourRule, hour_rule_on, hour_rules
from .times import agreed, coming, has_moved, times_of

MOST = 200
NOBODY_LEFT = "Har tagit bort allt"


@dataclass(frozen=True, slots=True)
class ReliefRow:
    """One line. ``notes`` are tags; ``by`` is when the answer is due, in words."""

    pk: UUID
    name: str
    what: str
    when: str
    by: str = ""
    is_late: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Hours of somebody that nobody has used; ``left`` and ``until`` in words."""

    pk: UUID
    name: str
    left: str
    until: str


@dataclass(frozen=True, slots=True)
class StaffRelief:
    """Ready for the page.

    Attributes:
        waiting: to be answered, the one that is due first on top.
        called_off: somebody has been promised who shall not come.
        to_note: relief that has been, whose hours nobody has noted.
        answered, queued: nothing to do now.
        unused: what is left of hours; empty where there are none.
        subjects: keys of the bookings whose people are shown, for the read log.
    """

    waiting: list[ReliefRow]
    called_off: list[ReliefRow]
    to_note: list[ReliefRow]
    answered: list[ReliefRow]
    queued: list[ReliefRow]
    unused: list[HoursRow]
    subjects: list[UUID]


@dataclass(frozen=True, slots=True)
class _Known:
    """A request with all that says how it stands."""

    request: ReliefRequest
    booking: Booking | None
    times: Sequence[datetime]
    due: datetime | None

    def has_seat(self) -> bool:
        return self.booking is not None and self.booking.step in TAKES_A_SEAT


def staff_relief(actor: Actor, municipality: MunicipalityPage, *, at: datetime) -> StaffRelief:
    """What this person's units answer, in a handful of statements however many they are."""
    known = _known(actor, municipality, at)
    ahead = [one for one in known if one.has_seat() and coming(one.times, at=at)]
    off = [one for one in known if is_called_off(one.request, at=at)]
    to_answer = [one for one in ahead if _waits_for_us(one, at)]
    rules = hour_rules(municipality, actor.board_id)
    to_note = _to_note(known, at) if rules else []
    shown = [*to_answer, *off, *to_note]
    rest = [one for one in ahead if one not in shown and one.request.step != ReliefStep.WITHDRAWN]
    queued = [one for one in known if one.booking and one.booking.step in WAITING and one not in off]
    to_answer.sort(key=lambda one: one.due or at)
    return StaffRelief(
        waiting=[_row(one, at, due=True) for one in to_answer],
        called_off=[_row(one, at) for one in off],
        to_note=[_row(one, at) for one in to_note],
        answered=[_row(one, at) for one in rest],
        queued=[_row(one, at) for one in queued],
        unused=_unused([*to_answer, *rest], rules, at),
        subjects=[one.booking.pk for one in (*shown, *rest, *queued) if one.booking],
    )


def is_called_off(request: ReliefRequest, *, at: datetime) -> bool:
    """Has somebody been promised at a time to come, who is not wanted any longer?"""
    wanted = request.booking is not None and request.booking.step in TAKES_A_SEAT
    if wanted and request.step != ReliefStep.WITHDRAWN:
        return False
    given_back = request.booking.step_at if request.booking else request.step_at
    promised = request.step in AGREED or request.step == ReliefStep.WITHDRAWN
    return promised and any(time > min(at, given_back) for time in agreed(request))


def _known(actor: Actor, municipality: MunicipalityPage, at: datetime) -> list[_Known]:
    rows = requests_of(actor).select_related("booking", "unit").order_by("asked_at", "pk")
    requests = list(rows[:MOST])
    times = times_of(one.booking for one in requests if one.booking)
    found = []
    for request in requests:
        own = times.get(request.booking_id, []) if request.booking_id else agreed(request)
        due = answer_by(request, municipality, coming(own, at=at))
        found.append(_Known(request, request.booking, own, due))
    return found


def _waits_for_us(one: _Known, at: datetime) -> bool:
    request = one.request
    if request.step == ReliefStep.WITHDRAWN:
        return False
    if request.wants_talk_at or request.no == No.OWN_NO or request.step == ReliefStep.ASKED:
        return True
    return request.step == ReliefStep.ACCEPTED and has_moved(request, one.times, at=at)


def _to_note(known: Sequence[_Known], at: datetime) -> list[_Known]:
    counted = [
        one
        for one in known
        if one.has_seat() and one.request.step in AGREED and one.request.ground == Ground.WITHOUT_ASSESSMENT
    ]
    keys = [one.request.pk for one in counted]
    noted = set(HourEntry.objects.filter(request_id__in=keys).values_list("request_id", "day"))
    return [one for one in counted if any((one.request.pk, day) not in noted for day in been(one.request, at=at))]


def been(request: ReliefRequest, *, at: datetime) -> list[date]:
    """The days on which the relief that was promised has been."""
    return [localdate(time) for time in agreed(request) if time <= at]


def _row(one: _Known, at: datetime, *, due: bool = False) -> ReliefRow:
    today, request = localdate(at), one.request
    ahead = coming(one.times, at=at) or one.times
    return ReliefRow(
        pk=request.pk,
        name=name_of(one.booking) if one.booking else NOBODY_LEFT,
        what=wish_words(request),
        when=instant_words(ahead[0], today=today) if ahead else "",
        by=instant_words(one.due, today=today) if due and one.due else "",
        is_late=due and one.due is not None and one.due <= at and request.step == ReliefStep.ASKED,
        notes=tuple(_notes(one, at)),
    )


def _notes(one: _Known, at: datetime) -> list[str]:
    request, found = one.request, []
    if request.wants_talk_at:
        found.append("vill prata")
    if request.no == No.OWN_NO:
        found.append("sa nej till förslaget")
    if request.step == ReliefStep.ACCEPTED and one.has_seat() and has_moved(request, one.times, at=at):
        found.append("tiden har ändrats")
    if request.step in (ReliefStep.PROPOSED, ReliefStep.ACCEPTED, ReliefStep.DECLINED) and not found:
        found.append(str(ReliefStep(request.step).label).lower())
    if one.booking and one.booking.reach == Reach.CODE:
        found.append("ring inte")
    return found


def wish_words(request: ReliefRequest) -> str:
    """ "3 timmar, hemma"."""
    hours = f"{request.hours} timme" if request.hours == 1 else f"{request.hours} timmar"
    return f"{hours}, {Place(request.place).label.lower()}"


def instant_words(at: datetime, *, today: date) -> str:
    """ "tis 1 december 18.00"."""
    return f"{day_words(localdate(at), today=today)} {localtime(at):%H.%M}"


def reach_words(booking: Booking) -> str:
    """How the person is reached."""
    return REACH_WORDS[Reach(booking.reach)]


def _unused(known: Sequence[_Known], rules: Sequence[HourRule], at: datetime) -> list[HoursRow]:
    """Those who have most left first: hours that nobody uses are a reason to ask how they are."""
    banks = {bytes(one.request.bank): one for one in known if one.request.bank and one.booking}
    if not rules or not banks:
        return []
    entries, allowances, today = entries_of(list(banks)), [rule.allowance for rule in rules], localdate(at)
    found: list[tuple[int, HoursRow]] = []
    for bank, one in banks.items():
        since = localdate(one.request.asked_at)
        left = left_on(today, allowances=allowances, entries=entries[bank], since=since)
        rule = hour_rule_on(rules, today)
        apart = rule is not None and rule.lives_together and one.request.lives_together is False
        if left and left.left and one.booking and not apart:
            words = (hours_words(left.left), day_words(left.last_day, today=today))
            found.append((left.left, HoursRow(one.request.pk, name_of(one.booking), *words)))
    return [row for _, row in sorted(found, key=lambda pair: -pair[0])]


def hours_words(minutes: int) -> str:
    """ "13,5 timmar"."""
    hours = f"{minutes / MINUTES:g}".replace(".", ",")
    return f"{hours} timme" if minutes == MINUTES else f"{hours} timmar"


def left_words(left: Left, *, today: date) -> str:
    """ "6 av 10 timmar kvar till och med 31 december"."""
    there = f"{left.left / MINUTES:g}".replace(".", ",")
    return f"{there} av {hours_words(left.granted)} kvar till och med {day_words(left.last_day, today=today)}"
