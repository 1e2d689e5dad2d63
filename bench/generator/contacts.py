"""Contacts in the three documentation modes, oldest first as they were noted: a carer's notes lie far apart on disk."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from anhoriglots.casework.choices import AgeBand, Channel, Duration, NextStep, Topic

from .chance import key_by_time, mix, random_key, stream
from .people import People
from .sealed import pool
from .staff import Staff
from .words import notes
from .world import Board

_FACTS = (
    "support_form_id target_group_id channel topics duration next_step decline_reason people age_band language"
    " interpreter is_first"
)
IDENTIFIED_COLUMNS = f"id municipality board_id unit_id case_id author_id noted_at happened_on text {_FACTS}"
COUNSELLING_COLUMNS = f"id municipality board_id unit_id author_id noted_at happened_on {_FACTS}"
DEIDENTIFIED_COLUMNS = f"id municipality board_id unit_id week {_FACTS}"
RETRACTION_COLUMNS = "id municipality board_id contact_id mode"
EACH = 4  # identified contacts per carer on average
MANY_NOTES = 300
_FACT_VARIANTS = 2048


@dataclass(frozen=True)
class Contacts:
    """All contacts of the people, noted by the staff."""

    people: People
    staff: Staff
    seed: int

    @property
    def count(self) -> int:
        """How many identified contacts there are."""
        return self.people.size * EACH

    @cached_property
    def _facts(self) -> dict[str, list[str]]:
        return {code: [self._fact(code, n) for n in range(_FACT_VARIANTS)] for code in self.people.world.target_groups}

    def _fact(self, municipality: str, number: int) -> str:
        bits = mix(stream(self.seed, "facts"), number)
        world = self.people.world
        groups = world.target_groups[municipality]
        topics = sorted({Topic.values[(bits >> shift) % len(Topic.values)] for shift in (0, 8)})
        return "\t".join(
            (
                world.forms[(bits >> 12) % len(world.forms)],
                groups[(bits >> 20) % len(groups)],
                Channel.values[(bits >> 24) % len(Channel.values)],
                json.dumps(topics),
                Duration.values[(bits >> 28) % len(Duration.values)],
                NextStep.values[(bits >> 32) % (len(NextStep.values) - 1)],
                "",
                "1",
                AgeBand.values[(bits >> 36) % len(AgeBand.values)],
                "",
                r"\N",
                "t" if (bits >> 40) % 4 == 0 else "f",
            )
        )

    @cached_property
    def thick(self) -> list[int]:
        """Carers of the largest board with 300 notes each: one at 1,000 carers, twenty at 100,000 and more."""
        wanted = min(20, max(1, self.people.size // 5000))
        early = (n for n in range(self.people.size // 10, self.people.size) if self.people.board_index(n) == 0)
        return [number for number, _ in zip(early, range(wanted), strict=False)]

    @cached_property
    def _first_of_thick(self) -> int:
        return (self.thick[-1] + 1) * EACH

    @cached_property
    def _stride(self) -> int:
        return max(1, (self.count - self._first_of_thick) // (MANY_NOTES * len(self.thick)))

    def carer(self, number: int) -> int:
        """Whom a contact concerns. Any carer whose file was open by then, or in turn one of those with many notes."""
        turn, rest = divmod(number - self._first_of_thick, self._stride)
        if turn >= 0 and rest == 0 and turn < MANY_NOTES * len(self.thick):
            return self.thick[turn % len(self.thick)]
        known = number // EACH + 1
        found = mix(self._carer_seed, number) * known >> 64
        while found in self._thick_set:
            found -= 1
        return found

    @cached_property
    def _thick_set(self) -> frozenset[int]:
        return frozenset(self.thick)

    @cached_property
    def _carer_seed(self) -> int:
        return stream(self.seed, "whom")

    def key(self, number: int) -> str:
        """The key of an identified contact."""
        bits = mix(self._key_seed, number)
        return key_by_time(self.people.calendar.moment(number, self.count, bits)[2], bits)

    @cached_property
    def _key_seed(self) -> int:
        return stream(self.seed, "contacts")

    def identified(self) -> Iterator[str]:
        """Lines for identified contacts."""
        texts = pool("casework.IdentifiedContact", "text", notes())
        units = stream(self.seed, "units")
        people, moment = self.people, self.people.calendar.moment
        for number in range(self.count):
            bits = mix(self._key_seed, number)
            carer = self.carer(number)
            at = people.board_index(carer)
            board = people.world.boards[at]
            day, instant, milliseconds = moment(number, self.count, bits)
            yield "\t".join(
                (
                    key_by_time(milliseconds, bits),
                    board.municipality,
                    board.id,
                    board.units[mix(units, carer) % len(board.units)],
                    people.case_key(carer),
                    self.staff.some(at, bits).id,
                    instant,
                    day,
                    texts[(bits >> 16) % len(texts)],
                    self._facts[board.municipality][(bits >> 32) % _FACT_VARIANTS],
                )
            )

    def retractions(self) -> Iterator[str]:
        """One note in 250 was undone, never one of those with many."""
        source = stream(self.seed, "undone")
        for number in range(0, self.count, 250):
            carer = self.carer(number)
            if carer in self._thick_set:
                continue
            board = self.people.board(carer)
            key = key_by_time(0, mix(source, number))
            yield "\t".join((key, board.municipality, board.id, self.key(number), "identified"))

    def counselling(self) -> Iterator[str]:
        """One for every ten carers."""
        count = self.people.size // 10
        source = stream(self.seed, "counsel")
        for number in range(count):
            bits = mix(source, number)
            at = self.people.board_index(number)
            board = self.people.world.boards[at]
            day, instant, milliseconds = self.people.calendar.moment(number, count, bits)
            key = key_by_time(milliseconds, bits)
            author = self.staff.some(at, bits).id
            yield "\t".join((*self._place(key, board, bits), author, instant, day, self._facts_of(board, bits)))

    def deidentified(self) -> Iterator[str]:
        """One for every two carers, by week."""
        count = self.people.size // 2
        source = stream(self.seed, "nameless")
        for number in range(count):
            bits = mix(source, number)
            board = self.people.board(number)
            day = self.people.calendar.days[number * len(self.people.calendar.days) // count]
            week = day.fromordinal(day.toordinal() - day.weekday()).isoformat()
            key = random_key(bits, mix(source + 1, number))
            yield "\t".join((*self._place(key, board, bits), week, self._facts_of(board, bits)))

    def _place(self, key: str, board: Board, bits: int) -> tuple[str, str, str, str]:
        return key, board.municipality, board.id, board.units[bits % len(board.units)]

    def _facts_of(self, board: Board, bits: int) -> str:
        return self._facts[board.municipality][(bits >> 32) % _FACT_VARIANTS]
