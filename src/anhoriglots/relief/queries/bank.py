"""What stands in somebody's hour bank, found by a one-way mark."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.booking.models import Booking
from anhoriglots.booking.workflow import TAKES_A_SEAT
from anhoriglots.database.encryption import keyed_index

from ..choices import Ground
from ..hours import Entry, Kind, Left, left_on, round_of
from ..models import HourEntry, ReliefRequest
from ..workflow import ReliefStep
from .rules import HourRule
from .times import agreed, minutes_between, times_of


def bank_of(booking: Booking) -> bytes:
    """The mark of the bank that the booking draws from.

    The same number or address is the same bank, at one board and however often they book. Whoever is reached by the
    code alone cannot be known again, and has a bank for each booking.
    """
    who = booking.contact.strip().casefold() or str(booking.pk)
    return keyed_index(f"{booking.board_id}:{who}", use="relief-hours")


def entries_of(banks: Collection[bytes], *, but: UUID | None = None) -> dict[bytes, list[Entry]]:
    """All that is written and all that is promised, by bank; in the scope of the board.

    Args:
        but: a request whose promise is left out, since it is about to be made anew.
    """
    found: dict[bytes, list[Entry]] = {bytes(bank): [] for bank in banks}
    noted: set[tuple[UUID, date]] = set()
    for row in HourEntry.objects.filter(bank__in=list(found)).order_by("day", "pk"):
        found[bytes(row.bank)].append(Entry(row.day, row.minutes, Kind(row.kind)))
        if row.kind != Kind.GRANTED:
            noted.add((row.request_id, row.day))
    for request, day, minutes in _promised(list(found)):
        if (request.pk, day) not in noted and request.bank is not None and request.pk != but:
            found[bytes(request.bank)].append(Entry(day, minutes, Kind.PROMISED))
    return found


def since_of(bank: bytes) -> date | None:
    """When the first wish that is still kept was asked."""
    first = ReliefRequest.objects.filter(bank=bank).order_by("asked_at").values_list("asked_at", flat=True).first()
    return localdate(first) if first else None


def bank_left(bank: bytes, rules: Collection[HourRule], *, on: date) -> Left | None:
    """What is left on the day; None where there is no rule that day."""
    allowances = [rule.allowance for rule in rules]
    return left_on(on, allowances=allowances, entries=entries_of([bank])[bytes(bank)], since=since_of(bank))


def kept_until(day: date, rule: HourRule | None, *, days: int) -> date:
    """The last day on which an entry can change a count, and the days that the municipality keeps bookings after it."""
    if rule is None:
        return day + timedelta(days=days)
    last = round_of(day, rule.allowance.each)[1]
    for _ in range(rule.allowance.saved):
        last = round_of(last + timedelta(days=1), rule.allowance.each)[1]
    return last + timedelta(days=days)


def _promised(banks: list[bytes]) -> list[tuple[ReliefRequest, date, int]]:
    """Each coming or past time that has been answered with yes, while the seat is there."""
    rows = ReliefRequest.objects.filter(
        bank__in=banks, step=ReliefStep.ACCEPTED, ground=Ground.WITHOUT_ASSESSMENT, booking__step__in=TAKES_A_SEAT
    ).select_related("booking")
    requests = [(one, one.booking) for one in rows if one.booking]
    times = times_of(booking for _, booking in requests)
    return [
        (one, localdate(at), minutes_between(one.starts, one.ends))
        for one, booking in requests
        for at in _still(agreed(one), times[booking.pk])
        if one.starts and one.ends
    ]


def _still(promised: list[datetime], times: list[datetime]) -> list[datetime]:
    return [at for at in promised if at in times]
