"""Contact requests from the public, their steps, codes and messages.

A third are closed and wait for their erasing day, six in a hundred are open (more where that would not fill a list),
the rest are erased: nothing is left of them but that they were there. Open ones came in during the last days and are
promised an answer around now.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from anhoriglots.casework.choices import CallTime
from anhoriglots.casework.workflow import RequestStep

from .chance import Weighted, key_by_time, mix, stream
from .people import People
from .sealed import pool
from .staff import ORDINARY, Staff
from .words import CALL_ME, REMARKS, notes
from .world import Board

REQUEST_COLUMNS = (
    "id municipality board_id unit_id district_id submission reply for_another other_person_knows contact call_time"
    " may_say_who_calls call_me call_words remark target_group_lines needs interpreter_language language"
    " wants_support_contact support_contact_wish is_urgent received_at promised_at step step_at taken_by_id erase_on"
    " erased_at from_child talk_when silent_since"
)
EVENT_COLUMNS = "id municipality board_id request_id step actor_id at"
CODE_COLUMNS = "id municipality mark board_id opens object_id expires_on"
MESSAGE_COLUMNS = "id municipality board_id request_id from_staff author_id text at"
ONE_PER_CARERS = 10
_FEWEST, _FEWEST_OPEN = 1000, 300  # where there are so many carers: lists are full at every size
_OPEN, _CLOSED = 0.06, 1 / 3  # of all
_TAKEN_BY_ORDINARY = 30
_REPLIES = Weighted({"call": 60, "text": 15, "email": 10, "code": 15})
_STEPS = Weighted({"received": 50, "released": 5, "reopened": 5, "taken": 20, "tried": 10, "answered": 10})
_NEEDS = (["talk"], ["respite"], ["information"], ["talk", "respite"], ["group"], ["economy", "guiding"])


@dataclass(frozen=True)
class Facts:
    """What all rows of one request agree on."""

    number: int
    bits: int
    id: str
    board_index: int
    board: Board
    step: str
    received: datetime
    promised: datetime
    taker: str

    @property
    def stepped(self) -> datetime:
        """When the last step was taken."""
        return self.received if self.step == RequestStep.RECEIVED else self.received + timedelta(hours=2)


@dataclass(frozen=True)
class Requests:
    """All requests to boards that answer."""

    people: People
    staff: Staff
    seed: int
    now: datetime

    @property
    def count(self) -> int:
        """How many there are, erased ones included."""
        return max(self.people.size // ONE_PER_CARERS, min(self.people.size, _FEWEST))

    @property
    def open_count(self) -> int:
        """How many somebody still has to do something about."""
        return max(int(self.count * _OPEN), min(int(self.count * 0.3), _FEWEST_OPEN))

    @property
    def closed_count(self) -> int:
        """How many are done and wait for their erasing day."""
        return int(self.count * _CLOSED)

    @cached_property
    def _shares(self) -> Weighted:
        boards = self.people.world.boards
        return Weighted({str(at): 1_000_000 // (at + 1) for at, board in enumerate(boards) if board.answering})

    def facts(self) -> Iterator[Facts]:
        """Oldest first; the open ones are the newest."""
        source = stream(self.seed, "requests")
        held_by_ordinary = 0
        for number in range(self.count):
            bits = mix(source, number)
            at = int(self._shares.draw(bits))
            step = self._step(number, bits)
            received = self._received(number, bits)
            taker = self.staff.some(at, bits >> 32).id
            if at == 0 and step in ("taken", "tried", "answered") and held_by_ordinary < _TAKEN_BY_ORDINARY:
                held_by_ordinary += 1
                taker = self.staff.by_board[0][ORDINARY].id
            yield Facts(
                number,
                bits,
                key_by_time(int(received.timestamp() * 1000), bits),
                at,
                self.people.world.boards[at],
                step,
                received,
                received + timedelta(days=1 + bits % 3),
                "" if step in ("received", "released", "reopened", "erased") else taker,
            )

    def _step(self, number: int, bits: int) -> str:
        behind = self.count - number - 1
        if behind < self.open_count:
            return _STEPS.draw(bits >> 16)
        return "closed" if behind < self.open_count + self.closed_count else "erased"

    def _received(self, number: int, bits: int) -> datetime:
        behind = self.count - number
        open_days = min(behind / self.open_count, 1) * 4
        older_days = max(behind - self.open_count, 0) / self.count * 365
        return self.now - timedelta(days=open_days + older_days, minutes=bits % 300 + 1)

    def requests(self) -> Iterator[str]:
        """The requests themselves."""
        sealed = _Sealed()
        return (_request_line(facts, sealed) for facts in self.facts())

    def events(self) -> Iterator[str]:
        """Every step that led there."""
        source = stream(self.seed, "steps")
        for facts in self.facts():
            path = _PATHS.get(facts.step, ("received", "taken", facts.step))
            for place, step in enumerate(path):
                bits = mix(source, facts.number * 8 + place)
                at = facts.received + timedelta(hours=place)
                actor = (facts.taker or self.staff.some(facts.board_index, bits).id) if place else r"\N"
                key = key_by_time(int(at.timestamp() * 1000), bits)
                yield "\t".join((*_owner(key, facts), facts.id, step, actor, at.isoformat()))

    def codes(self) -> Iterator[str]:
        """The keyed mark of each code that still opens something."""
        for facts in self.facts():
            if facts.step != "erased":
                mark = hashlib.sha256(f"{self.seed}/{facts.number}".encode()).hexdigest()
                ends = (facts.received + timedelta(days=90)).date()
                key = key_by_time(int(facts.received.timestamp() * 1000), facts.bits >> 1)
                yield "\t".join(
                    (key, facts.board.municipality, rf"\\x{mark}", facts.board.id, "request", facts.id, str(ends))
                )

    def messages(self) -> Iterator[str]:
        """A line from staff to everyone who was answered and is not erased."""
        texts = pool("casework.ThreadMessage", "text", notes()[:200])
        for facts in self.facts():
            if facts.step in ("answered", "closed", "reopened"):
                at = facts.received + timedelta(hours=2)
                author = facts.taker or self.staff.some(facts.board_index, facts.bits).id
                key = key_by_time(int(at.timestamp() * 1000), facts.bits >> 2)
                text = texts[facts.bits % len(texts)]
                yield "\t".join((*_owner(key, facts), facts.id, "t", author, text, at.isoformat()))


_PATHS = {
    "received": ("received",),
    "taken": ("received", "taken"),
    "reopened": ("received", "taken", "answered", "reopened"),
    "closed": ("received", "taken", "answered", "closed"),
    "erased": ("received", "taken", "answered", "closed", "erased"),
}


def _owner(key: str, facts: Facts) -> tuple[str, str, str]:
    return key, facts.board.municipality, facts.board.id


class _Sealed:
    def __init__(self) -> None:
        model = "casework.ContactRequest"
        self.contact = pool(model, "contact", (f"070-174 06 {n:02}" for n in range(100)))
        self.call_me = pool(model, "call_me", CALL_ME)
        self.call_words = pool(model, "call_words", (f"björk älv{n}" for n in range(100)))
        self.remark = pool(model, "remark", REMARKS)


def _request_line(facts: Facts, sealed: _Sealed) -> str:
    bits, erased = facts.bits, facts.step == "erased"
    districts = facts.board.districts or (r"\N",)
    erase_on = facts.received + timedelta(days=90)

    def told(value: str, empty: str = "") -> str:
        return empty if erased else value

    def secret(values: Sequence[str], shift: int) -> str:
        return told(values[(bits >> shift) % len(values)], r"\\x")

    return "\t".join(
        (
            *_owner(facts.id, facts),
            facts.board.answering,
            told(districts[bits % len(districts)], r"\N"),
            rf"\\x{hashlib.sha256(facts.id.encode()).hexdigest()}",
            told(_REPLIES.draw(bits >> 8)),
            "f",
            r"\N",
            secret(sealed.contact, 4),
            told(CallTime.values[bits % 3]),
            told("t" if bits & 8 else "f", "f"),
            secret(sealed.call_me, 12),
            secret(sealed.call_words, 20),
            secret(sealed.remark, 28),
            "[]",
            told(json.dumps(_NEEDS[bits % len(_NEEDS)]), "[]"),
            told("ar" if bits % 25 == 0 else ""),
            told("sv"),
            told("t" if bits % 3 == 0 else "f", "f"),
            "",
            told("t" if bits % 50 == 0 else "f", "f"),
            facts.received.isoformat(),
            facts.promised.isoformat(),
            facts.step,
            facts.stepped.isoformat(),
            told(facts.taker, "") or r"\N",
            str(erase_on.date()) if facts.step == "closed" else r"\N",
            erase_on.isoformat() if erased else r"\N",
            told("t" if bits % 40 == 0 else "f", "f"),
            r"\\x",
            r"\N",
        )
    )


def midday(now: datetime) -> datetime:
    """Noon of the day, so that two runs on one day give the same rows."""
    return now.astimezone(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
