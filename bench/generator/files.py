"""Rows about carers: the file, the case, and who has read it."""

from collections.abc import Iterator

from anhoriglots.database.encryption import keyed_index

from .chance import key_by_time, mix, stream
from .copying import literal
from .people import People, invented_number
from .sealed import pool
from .staff import Staff

CARER_COLUMNS = (
    "id municipality board_id name personal_number personal_number_index phone email language needs_interpreter"
    " created_at"
)
CASE_COLUMNS = "id municipality board_id carer_id unit_id number opened_at"
READ_COLUMNS = "id municipality board_id at actor_id subject_id page"
ACT_COLUMNS = "id municipality board_id at actor_id action object_id details"
_LANGUAGES = ("", "", "", "", "", "", "", "", "ar", "fi", "so", "en")


def carer_lines(people: People, seed: int) -> Iterator[str]:
    """One file per carer; four in five have a personal number."""
    numbers = pool("people.Carer", "personal_number", (invented_number(n) for n in range(256)))
    phones = pool("people.Carer", "phone", (f"070-174 06 {n:02}" for n in range(100)))
    mails = pool("people.Carer", "email", ("", *(f"anhorig{n}@example.se" for n in range(99))))
    source = stream(seed, "details")
    for number in range(people.size):
        bits = mix(source, number)
        board = people.board(number)
        mark = keyed_index(invented_number(number), use="people.personal_number") if _has_number(number) else None
        yield "\t".join(
            (
                people.key(number),
                board.municipality,
                board.id,
                people.name(number),
                numbers[bits % 256] if mark else r"\\x",
                literal(mark),
                phones[(bits >> 8) % 100],
                mails[(bits >> 16) % 100],
                _LANGUAGES[(bits >> 24) % 12],
                "t" if (bits >> 28) % 20 == 0 else "f",
                people.opened(number)[1],
            )
        )


def _has_number(number: int) -> bool:
    # There are only half a million numbers that belong to nobody; beyond them a file has none.
    return number % 5 != 0 and number < 500_000


def case_lines(people: People, seed: int) -> Iterator[str]:
    """One case per carer, at one of the board's units."""
    source = stream(seed, "units")
    for number in range(people.size):
        board = people.board(number)
        day, opened_at, _ = people.opened(number)
        unit = board.units[mix(source, number) % len(board.units)]
        matter = f"{day[:4]}-{number + 1:07}"
        yield "\t".join(
            (people.case_key(number), board.municipality, board.id, people.key(number), unit, matter, opened_at)
        )


def read_lines(people: People, staff: Staff, seed: int) -> Iterator[str]:
    """One reading of each file."""
    source = stream(seed, "reads")
    for number in range(people.size):
        bits = mix(source, number)
        board = people.board(number)
        _, at, milliseconds = people.opened(number)
        actor = staff.some(people.board_index(number), bits).id
        key = key_by_time(milliseconds, bits)
        yield "\t".join((key, board.municipality, board.id, at, actor, people.key(number), "carer"))


def act_lines(people: People, staff: Staff, seed: int) -> Iterator[str]:
    """One act for each file: that it was opened."""
    source = stream(seed, "acts")
    for number in range(people.size):
        bits = mix(source, number)
        board = people.board(number)
        _, at, milliseconds = people.opened(number)
        actor = staff.some(people.board_index(number), bits).id
        key = key_by_time(milliseconds, bits)
        yield "\t".join(
            (key, board.municipality, board.id, at, actor, "casework.open_case", people.case_key(number), "{}")
        )
