"""Groups, their times, and who comes: three years back and a quarter ahead; and groups that are fought for.

Assumption: bookings are not erased some days after the last time, as the program does it, so that as many as are to be
measured lie there. Seats are never sold twice here either.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from .chance import key_by_time, mix, stream
from .copying import literal
from .sealed import pool
from .world import Board, World

GROUP_COLUMNS = (
    "id municipality board_id unit_id support_form_id texts target_groups languages seating way online_link access"
    " capacity has_queue trial_allowed fee leader_kind leader_name leader_id step step_at card erased_on erased_seats"
    " starts_at ends_at checked has_room"
)
MEETING_COLUMNS = "id municipality board_id group_id starts_at ends_at cancelled_at came dropped_in revision"
BOOKING_COLUMNS = (
    "id municipality board_id group_id meeting_id submission seats call_me companion reach contact is_trial"
    " wants_reminder language booked_by step step_at queued_at offered_until erase_on"
)
BOOKING_EVENT_COLUMNS = "id municipality board_id booking_id step reason actor_id at"

PER_CARER, MOST_BOOKINGS = 10, 1_000_000
SEATS, TIMES, QUEUED = 10, 6, 2
TAKEN_EACH_TIME = 8
BOOKINGS_PER_GROUP = 29  # on average of a course and a series that is booked one time at a time
BACK, AHEAD = timedelta(days=3 * 365), timedelta(days=84)
# What the jobs book: one group that everybody wants, one that is nearly full, and many that nobody fights for.
CONTESTED_SEATS, LAST_SEATS, MANY_SEATS, MANY = 20_000, 50, 400, 1_000
FOUGHT_FOR = timedelta(days=60)


@dataclass(frozen=True)
class Planned:
    """One group; ``capacity`` seats for the whole of it, or for each time where ``seating`` is "meeting"."""

    id: str
    number: int
    board: Board
    seating: str
    capacity: int
    starts_at: datetime
    bits: int

    def time(self, place: int) -> tuple[str, datetime]:
        """Key and start of one of its times."""
        starts = self.starts_at + timedelta(weeks=place)
        return key_by_time(_milliseconds(starts), mix(self.bits, place + 1)), starts

    @property
    def ends_at(self) -> datetime:
        """When the last time ends."""
        return self.starts_at + timedelta(weeks=TIMES - 1, hours=2)


@dataclass(frozen=True)
class Groups:
    """All of them, for so many carers."""

    world: World
    size: int
    seed: int
    noon: datetime

    @property
    def bookings(self) -> int:
        """How many there are, roughly."""
        return min(self.size * PER_CARER, MOST_BOOKINGS)

    @property
    def count(self) -> int:
        """Groups, with those that are fought for."""
        return self.bookings // BOOKINGS_PER_GROUP + 1 + MANY + 2

    @cached_property
    def _ordinary(self) -> int:
        return self.count - MANY - 2

    def planned(self) -> Iterator[Planned]:
        """In the order of time; last those that are fought for."""
        source, shares = stream(self.seed, "groups"), self.world.shares
        for number in range(self.count):
            bits = mix(source, number)
            fought = number - self._ordinary
            board = self.world.boards[shares.draw_index(bits >> 16)] if fought < 0 else self.open_board
            starts = self._starts(number) if fought < 0 else self._evening(self.noon + FOUGHT_FOR)
            capacity = SEATS if fought < 0 else {0: CONTESTED_SEATS, 1: LAST_SEATS}.get(fought, MANY_SEATS)
            seating = "meeting" if fought < 0 and number % 2 else "course"
            yield Planned(key_by_time(_milliseconds(starts), bits), number, board, seating, capacity, starts, bits)

    @cached_property
    def open_board(self) -> Board:
        """Of the municipality where the visitors of the measurement come: see ``runner.stage``."""
        districts: dict[str, int] = {}
        for board in self.world.boards:
            districts[board.municipality] = districts.get(board.municipality, 0) + len(board.districts)
        others = {code: count for code, count in districts.items() if code != self.world.largest.municipality}
        chosen = min(others or districts, key=lambda code: (districts[code], code))
        return next(board for board in self.world.boards if board.municipality == chosen and board.answering)

    def _starts(self, number: int) -> datetime:
        return self._evening(self.noon - BACK + (BACK + AHEAD) * number / self._ordinary)

    def _evening(self, day: datetime) -> datetime:
        return datetime(day.year, day.month, day.day, 17, tzinfo=UTC)

    def groups(self) -> Iterator[str]:
        """The groups, all published."""
        for one in self.planned():
            texts = {
                "title": {"sv": f"Grupp {one.number} (exempel)"},
                "place": {"sv": "Träffpunkten, Exempelgatan 1"},
                "for_whom": {"sv": "Du som hjälper någon som är gammal"},
            }
            form = self.world.forms[one.bits % len(self.world.forms)]
            unit = one.board.units[one.bits % len(one.board.units)]
            planned = (one.starts_at - timedelta(days=60)).isoformat()
            yield _line(
                one.id, one.board.municipality, one.board.id, unit, form, json.dumps(texts, ensure_ascii=False), "[]",
                '["sv"]', one.seating, "place", "", '["lift"]', one.capacity, True, True, 0, "staff", "", None,
                "published", planned, f"{one.number:020x}", None, None, one.starts_at.isoformat(),
                one.ends_at.isoformat(), "{}", False,
            )  # fmt: skip

    def meetings(self) -> Iterator[str]:
        """Six times each."""
        for one in self.planned():
            for key, starts in map(one.time, range(TIMES)):
                ends = starts + timedelta(hours=2)
                yield _line(
                    key, one.board.municipality, one.board.id, one.id, starts.isoformat(), ends.isoformat(), None, None,
                    None, 0,
                )  # fmt: skip

    def bookings_rows(self) -> Iterator[str]:
        """Those who come, and those who wait where it is full."""
        names = pool("booking.Booking", "call_me", ("Åsa", "Bo", "Märta", "Exempel-Inga"))
        numbers = pool("booking.Booking", "contact", (f"070-174 06 {number}" for number in range(10, 60)))
        for key, one, meeting, step, at, bits in self._booked():
            erase = (one.ends_at + timedelta(days=30)).date()
            queued = at if step == "queued" else None
            submission = rf"\\x{mix(bits, 1):016x}{mix(bits, 2):016x}{mix(bits, 3):016x}{mix(bits, 4):016x}"
            yield "\t".join(
                (
                    _line(key, one.board.municipality, one.board.id, one.id, meeting),
                    submission,
                    _line(1),
                    names[bits % len(names)],
                    "",
                    "phone",
                    numbers[bits % len(numbers)],
                    _line(False, bits % 2 == 0, "sv", None, step, at, queued, None, erase.isoformat()),
                )
            )

    def events(self) -> Iterator[str]:
        """One step each."""
        for key, one, _, step, at, bits in self._booked():
            own = key_by_time(int(key[:12], 16), mix(bits, 5))
            yield _line(own, one.board.municipality, one.board.id, key, step, "", None, at)

    def _booked(self) -> Iterator[tuple[str, Planned, str | None, str, str, int]]:
        source = stream(self.seed, "bookings")
        number = 0
        for one in self.planned():
            for meeting, step in _seats(one):
                number += 1
                bits = mix(source, number)
                at = one.starts_at - timedelta(days=1 + bits % 50, seconds=bits % 36_000)
                yield key_by_time(_milliseconds(at), bits), one, meeting, step, at.isoformat(), bits


def _seats(one: Planned) -> Iterator[tuple[str | None, str]]:
    """Which time, and which step. Nobody has booked what the jobs are to book."""
    if one.capacity != SEATS:
        return
    if one.seating == "meeting":
        for place in range(TIMES):
            yield from ((one.time(place)[0], "booked") for _ in range(TAKEN_EACH_TIME))
        return
    free = one.bits % 4
    yield from ((None, "booked") for _ in range(SEATS - free))
    if not free:
        yield from ((None, "queued") for _ in range(QUEUED))


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _line(*values: object) -> str:
    return "\t".join(map(literal, values))
