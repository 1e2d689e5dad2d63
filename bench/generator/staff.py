"""Invented colleagues: enough for each board's carers, two of them with a known workload."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bench.names import COMMON_SURNAMES, FIRST_NAMES

from .chance import Weighted, key_by_time, mix, stream
from .copying import literal
from .world import Board, World

USER_COLUMNS = "id municipality board_id password username first_name last_name phone phone_hours is_active"
ASSIGNMENT_COLUMNS = "id municipality user_id board_id unit_id role starts_on"
CARERS_EACH = 200
# The ordinary user of the measurements, and the colleague with far too much.
ORDINARY, OVERLOADED = 0, 1
_START = 1_600_000_000_000  # milliseconds; every account is older than every carer


@dataclass(frozen=True)
class Worker:
    """One colleague."""

    id: str
    username: str
    unit: str


@dataclass(frozen=True)
class Staff:
    """All colleagues, by board."""

    by_board: tuple[tuple[Worker, ...], ...] = field(repr=False)

    def some(self, board: int, bits: int) -> Worker:
        """One of a board's colleagues; the first are drawn most often."""
        workers = self.by_board[board]
        share = (bits & 0xFFFF) / 0x10000
        return workers[int(len(workers) * share * share)]


def make_staff(world: World, size: int, seed: int) -> Staff:
    """Two colleagues at each board at least."""
    return Staff(tuple(tuple(_workers(board, at, world, size, seed)) for at, board in enumerate(world.boards)))


def _workers(board: Board, at: int, world: World, size: int, seed: int) -> Iterator[Worker]:
    largest = size / sum(1 / (n + 1) for n in range(len(world.boards)))
    source = stream(seed, "staff") + at
    for number in range(max(2, int(largest / (at + 1) / CARERS_EACH))):
        # The first two stand where requests are answered, so that their day is a full one.
        unit = board.answering if number < 2 and board.answering else board.units[number % len(board.units)]
        yield Worker(key_by_time(_START, mix(source, number)), f"{at}-{number}", unit)


def user_lines(world: World, staff: Staff, seed: int, password: str) -> Iterator[str]:
    """One account each; all have the same password."""
    first, last = Weighted(FIRST_NAMES), Weighted(COMMON_SURNAMES)
    source = stream(seed, "accounts")
    for at, workers in enumerate(staff.by_board):
        for number, worker in enumerate(workers):
            bits = mix(source + at, number)
            yield "\t".join(
                (
                    worker.id,
                    world.boards[at].municipality,
                    world.boards[at].id,
                    literal(password),
                    worker.username,
                    first.draw(bits),
                    last.draw(bits >> 32),
                    "08-465 004 01",
                    "vardagar 9–15",
                    "t",
                )
            )


def assignment_lines(world: World, staff: Staff, seed: int, since: date) -> Iterator[str]:
    """All are carer advisors at one board; the ordinary user has no other rights."""
    source = stream(seed, "assigned")
    for at, workers in enumerate(staff.by_board):
        board = world.boards[at]
        for number, worker in enumerate(workers):
            key = key_by_time(_START, mix(source + at, number))
            yield "\t".join((key, board.municipality, worker.id, board.id, worker.unit, "carer_advisor", str(since)))
