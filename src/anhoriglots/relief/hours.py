"""The hour bank: what is left of a municipality's hours on a day. Plain functions; no database, no clock.

A day is a day on Swedish clocks, and minutes are counted on the day when the relief begins. The hours of a week, a
month or a year are there from its first day. When the rule changes in the middle, the new one holds from its first day
and what has been used since the week, month or year began is counted against it; hours never add up from both. Hours
that may be saved are used oldest first. Whoever uses more than there is owes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from anhoriglots.kernel.dates import monday_of
from anhoriglots.kernel.period import Period

MINUTES = 60
DECEMBER = 12
ONE_DAY = timedelta(days=1)


class Round(StrEnum):
    """For how long the hours are."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Kind(StrEnum):
    """What an entry says. Promised is relief that has been answered with yes and has not been yet."""

    GRANTED = "granted"
    USED = "used"
    CANCELLED_LATE = "cancelled_late"
    CANCELLED_IN_TIME = "cancelled_in_time"
    PROMISED = "promised"


TAKES = frozenset({Kind.USED, Kind.CANCELLED_LATE, Kind.PROMISED})


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many minutes there are, for how long, and in how many later rounds they can still be used."""

    minutes: int
    each: Round
    saved: int
    days: Period


@dataclass(frozen=True, slots=True)
class Entry:
    """Minutes on a day."""

    day: date
    minutes: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Left:
    """How it stands on a day.

    Attributes:
        granted: minutes of this round, with what a person has added.
        used: minutes taken in this round.
        left: minutes that can still be used, saved ones among them; never below zero.
        last_day: the last day of this round, or of the rule when it ends before.
    """

    granted: int
    used: int
    left: int
    last_day: date


@dataclass(frozen=True, slots=True)
class _Lot:
    """What is left of the minutes of one round."""

    minutes: int
    rounds: int


def left_on(
    day: date, *, allowances: Sequence[Allowance], entries: Iterable[Entry], since: date | None = None
) -> Left | None:
    """What is left on the day, all entries of its round counted, also those of later days in it.

    Args:
        allowances: the rules; no two may hold on the same day.
        since: when the person's bank begins, unless something is entered earlier; the day itself when left out.

    Returns:
        None on a day without a rule.
    """
    known = sorted(entries, key=lambda entry: entry.day)
    begins = min([day, *([since] if since else []), *(entry.day for entry in known[:1])])
    opening: list[_Lot] = []
    lots: list[_Lot] = []
    before: _Stretch | None = None
    for stretch in _stretches(allowances, begins, day):
        opening = _opening(opening, lots, stretch, before)
        lots = _taken(opening, stretch, known)
        before = stretch
    return _told(lots, before, known) if before else None


def round_of(day: date, each: Round) -> tuple[date, date]:
    """First and last day of the week, month or year that the day lies in."""
    if each is Round.WEEK:
        return monday_of(day), monday_of(day) + timedelta(days=6)
    if each is Round.YEAR:
        return date(day.year, 1, 1), date(day.year, DECEMBER, 31)
    after = date(day.year + day.month // DECEMBER, day.month % DECEMBER + 1, 1)
    return day.replace(day=1), after - ONE_DAY


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days of one round under one rule, or days without any. ``round_first`` may lie before the rule's first day."""

    allowance: Allowance | None
    first: date
    last: date
    round_first: date

    @property
    def begins_the_round(self) -> bool:
        return self.first == self.round_first


def _on(allowances: Sequence[Allowance], day: date) -> Allowance | None:
    return next((one for one in allowances if day in one.days), None)


def _stretches(allowances: Sequence[Allowance], begins: date, day: date) -> Iterator[_Stretch]:
    """From the round in which the bank begins to the one of the day, without a gap."""
    at_first = _on(allowances, begins)
    first = begins
    if at_first:
        first = max(round_of(begins, at_first.each)[0], at_first.days.start or begins)
    while first <= day:
        allowance = _on(allowances, first)
        stretch = _stretch(allowance, first) if allowance else _without(allowances, first, day)
        yield stretch
        first = stretch.last + ONE_DAY


def _stretch(allowance: Allowance, first: date) -> _Stretch:
    round_first, round_last = round_of(first, allowance.each)
    last = min(round_last, allowance.days.end - ONE_DAY) if allowance.days.end else round_last
    return _Stretch(allowance, first, last, round_first)


def _without(allowances: Sequence[Allowance], first: date, day: date) -> _Stretch:
    coming = [one.days.start for one in allowances if one.days.start and one.days.start > first]
    last = min([*(start - ONE_DAY for start in coming), day])
    return _Stretch(None, first, last, first)


def _opening(opening: list[_Lot], lots: list[_Lot], stretch: _Stretch, before: _Stretch | None) -> list[_Lot]:
    """What is saved from earlier rounds as this one begins; the same while the round goes on under another rule."""
    if stretch.allowance is None or before is None or before.allowance is None:
        return []
    if stretch.begins_the_round:
        return [replace(lot, rounds=lot.rounds - 1) for lot in lots if lot.rounds > 0]
    return opening if before.round_first == stretch.round_first else lots[:-1]


def _taken(opening: Sequence[_Lot], stretch: _Stretch, entries: Sequence[Entry]) -> list[_Lot]:
    """The lots after what was added and taken; what an earlier rule of the same round gave out counts as well."""
    if stretch.allowance is None:
        return []
    inside = _inside(stretch, entries)
    taken = _sum(inside, TAKES)
    found = []
    new = _Lot(stretch.allowance.minutes + _sum(inside, {Kind.GRANTED}), stretch.allowance.saved)
    for lot in (*opening, new):
        used = min(lot.minutes, taken)
        found.append(replace(lot, minutes=lot.minutes - used))
        taken -= used
    return found


def _told(lots: Sequence[_Lot], stretch: _Stretch, entries: Sequence[Entry]) -> Left | None:
    if stretch.allowance is None:
        return None
    inside = _inside(stretch, entries)
    return Left(
        granted=stretch.allowance.minutes + _sum(inside, {Kind.GRANTED}),
        used=_sum(inside, TAKES),
        left=sum(lot.minutes for lot in lots),
        last_day=stretch.last,
    )


def _inside(stretch: _Stretch, entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if stretch.round_first <= entry.day <= stretch.last]


def _sum(entries: Iterable[Entry], kinds: Set[Kind]) -> int:
    return sum(entry.minutes for entry in entries if entry.kind in kinds)
