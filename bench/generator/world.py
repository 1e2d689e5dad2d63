"""The organisation that the invented people are put into: what the profiles have loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from .chance import Weighted, falling, mix, stream

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """One board with what its rows point at. ``answering`` is the unit that takes requests."""

    id: str
    key: str
    municipality: str
    units: tuple[str, ...]
    answering: str
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class World:
    """All boards, the largest first, with the support forms and each municipality's target groups."""

    boards: tuple[Board, ...]
    forms: tuple[str, ...]
    target_groups: dict[str, tuple[str, ...]]

    @property
    def shares(self) -> Weighted:
        """Draws the board of a carer: the second has half as many as the first, the third a third, and so on."""
        return Weighted(falling(len(self.boards)))

    @property
    def largest(self) -> Board:
        """The board that the ordinary user of the measurements works for."""
        return self.boards[0]


def read_world(connection: Connection[Row], *, seed: int) -> World:
    """Read it from the loaded profiles.

    Args:
        seed: decides which board is large; always one that answers requests.

    Raises:
        LookupError: no profile is loaded.
    """
    boards = [_board(connection, row) for row in connection.execute(_BOARDS)]
    if not boards:
        raise LookupError("no profile is loaded: there is no board with a unit")
    order = stream(seed, "boards")
    boards.sort(key=lambda board: (not board.answering, mix(order, int(board.id.replace("-", ""), 16))))
    groups: dict[str, list[str]] = {}
    for municipality, group in connection.execute(_GROUPS):
        groups.setdefault(municipality, []).append(str(group))
    forms = [str(row[0]) for row in connection.execute("SELECT code FROM catalogue_supportform ORDER BY position")]
    return World(tuple(boards), tuple(forms), {code: tuple(found) for code, found in groups.items()})


_BOARDS = """
SELECT b.id, b.key, b.municipality_id FROM organisations_board b
WHERE b.active AND EXISTS (SELECT 1 FROM organisations_unit u WHERE u.board_id = b.id AND u.active)
ORDER BY b.municipality_id, b.position
"""
_GROUPS = "SELECT municipality_id, id FROM organisations_targetgroup WHERE active ORDER BY municipality_id, position"
_UNITS = "SELECT id, answers_requests FROM organisations_unit WHERE board_id = %s AND active ORDER BY position"
_DISTRICTS = "SELECT id FROM organisations_district WHERE board_id = %s AND active ORDER BY position"


def _board(connection: Connection[Row], row: Row) -> Board:
    units = connection.execute(_UNITS, [row[0]]).fetchall()
    return Board(
        id=str(row[0]),
        key=row[1],
        municipality=row[2],
        units=_texts(units),
        answering=next((str(unit) for unit, answers in units if answers), ""),
        districts=_texts(connection.execute(_DISTRICTS, [row[0]]).fetchall()),
    )


def _texts(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in rows)
