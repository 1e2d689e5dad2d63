"""The invented people: the same every time, as unequal as in life, and nobody without a board."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from conftest import as_owner

from anhoriglots.database.encryption import decrypt
from anhoriglots.kernel.identity import PersonalIdentityNumber
from bench.generator.chance import Weighted, falling, key_by_time, mix
from bench.generator.contacts import MANY_NOTES
from bench.generator.fill import fill
from bench.generator.groups import CONTESTED_SEATS, LAST_SEATS, MANY
from bench.generator.people import invented_number
from bench.progress import Progress

pytestmark = pytest.mark.django_db

SIZE = 200
TODAY = date(2026, 11, 24)
BIG = "board_id = (SELECT board_id FROM people_carer GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)"
FORCED = "SELECT relname FROM pg_class WHERE relforcerowsecurity AND relkind = 'r' ORDER BY 1"
# Made afresh each time: a new nonce, a new salt.
SEALED = {"personal_number", "phone", "email", "text", "contact", "call_me", "call_words", "remark", "password"}


class _Undo(Exception):
    """Rolls back what a test has made."""


@pytest.fixture
def empty(django_db_setup: None) -> Iterator[Any]:
    """The owner's connection in a transaction that leaves nothing behind."""
    with as_owner() as owner:
        try:
            with owner.transaction():
                yield owner
                raise _Undo
        except _Undo:
            pass


@pytest.fixture
def filled(empty: Any, at: datetime) -> Any:
    """The same with 200 carers, and row security not holding the owner, so that a test can look."""
    fill(empty, size=SIZE, seed=7, now=at, progress=Progress(quiet=True))
    return _open(empty)


def _open(owner: Any) -> Any:
    for (table,) in owner.execute(FORCED).fetchall():
        owner.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    return owner


def _rows(owner: Any) -> dict[str, list[Any]]:
    found = {}
    # What boards have decided comes with the profile, not from the generator.
    made = (
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r' AND relname <> 'catalogue_boarddecision'"
    )
    for (table,) in owner.execute(made).fetchall():
        names = [row[0] for row in owner.execute(f"SELECT * FROM {table} LIMIT 0").description]
        kept = ", ".join(f'"{name}"' for name in names if name not in SEALED)
        found[table] = owner.execute(f"SELECT {kept} FROM {table} ORDER BY id").fetchall()
    return found


def test_the_same_seed_gives_the_same_rows(filled: Any, at: datetime) -> None:
    first = _rows(filled)
    filled.execute(f"TRUNCATE {', '.join(first)} CASCADE")
    fill(filled, size=SIZE, seed=7, now=at, progress=Progress(quiet=True))
    assert len(first["people_carer"]) == SIZE
    assert _rows(_open(filled)) == first


def test_another_seed_gives_other_people(filled: Any, at: datetime) -> None:
    first = _rows(filled)
    filled.execute(f"TRUNCATE {', '.join(first)} CASCADE")
    fill(filled, size=SIZE, seed=8, now=at, progress=Progress(quiet=True))
    assert not set(_rows(_open(filled))["people_carer"]) & set(first["people_carer"])


def test_no_row_is_without_its_board(filled: Any) -> None:
    """Each row's board exists in the row's municipality; carers, cases and contacts that belong together agree."""
    owned = filled.execute(
        "SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'board_id'"
        " WHERE c.relrowsecurity AND c.relkind = 'r'"
    ).fetchall()
    for (table,) in owned:
        astray = f"SELECT count(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM organisations_board b WHERE b.id = "
        assert filled.execute(astray + "t.board_id AND b.municipality_id = t.municipality)").fetchone() == (0,), table
    mixed = filled.execute(
        "SELECT count(*) FROM casework_identifiedcontact n JOIN casework_case c ON c.id = n.case_id"
        " JOIN people_carer p ON p.id = c.carer_id JOIN organisations_unit u ON u.id = n.unit_id"
        " JOIN accounts_assignment a ON a.user_id = n.author_id"
        " WHERE NOT (n.board_id = c.board_id AND c.board_id = p.board_id AND u.board_id = p.board_id"
        " AND a.board_id = p.board_id AND n.noted_at >= c.opened_at - interval '1 day')"
    ).fetchone()
    assert mixed == (0,)


def test_boards_are_of_very_different_size(filled: Any) -> None:
    sizes = [row[0] for row in filled.execute("SELECT count(*) FROM people_carer GROUP BY board_id ORDER BY 1 DESC")]
    assert 0.2 * SIZE < sizes[0] < 0.4 * SIZE
    assert sizes[0] > 5 * sizes[-1]
    assert filled.execute("SELECT count(DISTINCT municipality) FROM people_carer").fetchone() == (3,)


def test_names_have_their_dots_and_rings_and_the_skew_of_life(filled: Any) -> None:
    names = [row[0] for row in filled.execute("SELECT name FROM people_carer")]
    assert all(any(letter in name for name in names) for letter in "åäö")
    surnames = Counter(name.split()[1] for name in names)
    assert surnames["Andersson"] + surnames["Johansson"] > SIZE / 20
    assert len(surnames) > SIZE / 4


def test_one_colleague_has_many_times_the_load_of_the_next(filled: Any) -> None:
    loads = filled.execute(
        f"SELECT count(*) FROM casework_supportcontact WHERE {BIG} AND step = 'accepted' GROUP BY worker_id ORDER BY 1"
    ).fetchall()
    assert loads[-1][0] >= 1.4 * loads[-2][0]


def test_one_carer_has_three_hundred_notes(filled: Any) -> None:
    most = filled.execute(
        f"SELECT count(*) FROM casework_identifiedcontact WHERE {BIG} GROUP BY case_id ORDER BY 1 DESC LIMIT 2"
    ).fetchall()
    assert most[0][0] == MANY_NOTES
    assert most[1][0] < MANY_NOTES / 2


def test_a_third_of_the_requests_is_closed_and_the_open_ones_are_unequally_shared(filled: Any) -> None:
    steps = dict(filled.execute("SELECT step, count(*) FROM casework_contactrequest GROUP BY 1").fetchall())
    assert steps["closed"] / sum(steps.values()) == pytest.approx(1 / 3, abs=0.02)
    assert set(steps) > {"received", "taken", "erased"}
    waiting = "SELECT count(*) FROM casework_contactrequest WHERE step = 'received' GROUP BY board_id ORDER BY 1"
    counts = [row[0] for row in filled.execute(waiting)]
    assert counts[-1] >= 4 * counts[0]


def test_no_seat_is_sold_twice_and_nobody_waits_where_there_is_room(filled: Any) -> None:
    counted = filled.execute(
        "SELECT g.capacity, sum(b.seats) FILTER (WHERE b.step = 'booked'), count(*) FILTER (WHERE b.step = 'queued')"
        " FROM booking_booking b JOIN booking_group g ON g.id = b.group_id GROUP BY g.id, b.meeting_id"
    ).fetchall()
    assert all(taken <= capacity for capacity, taken, _ in counted)
    assert {taken == capacity for capacity, taken, waiting in counted if waiting} == {True}
    assert sum(taken + waiting for _, taken, waiting in counted) == pytest.approx(10 * SIZE, rel=0.1)


def test_what_the_jobs_are_to_book_is_free_and_of_one_municipality(filled: Any) -> None:
    wanted = filled.execute(
        "SELECT count(*), count(DISTINCT municipality), min(capacity), max(capacity) FROM booking_group g"
        " WHERE capacity > 10 AND NOT EXISTS (SELECT 1 FROM booking_booking b WHERE b.group_id = g.id)"
    ).fetchone()
    assert wanted == (MANY + 2, 1, LAST_SEATS, CONTESTED_SEATS)


def test_sealed_values_can_be_read_with_the_programs_key(filled: Any) -> None:
    texts = filled.execute("SELECT text FROM casework_identifiedcontact LIMIT 20").fetchall()
    assert all(decrypt(bytes(row[0]), use="casework_identifiedcontact.text").decode().endswith(".") for row in texts)
    number = filled.execute("SELECT personal_number FROM people_carer WHERE personal_number <> '' LIMIT 1").fetchone()
    assert len(decrypt(bytes(number[0]), use="people_carer.personal_number")) == 12


def test_keys_indexes_and_row_security_are_as_before(empty: Any, at: datetime) -> None:
    before = _structure(empty)
    fill(empty, size=SIZE, seed=7, now=at, progress=Progress(quiet=True))
    assert _structure(empty) == before


def _structure(owner: Any) -> list[Any]:
    # PostgreSQL writes the same condition of a partial index in other brackets once it has read its own words back.
    indexes = owner.execute(
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 2"
    )
    plain = [(table, name, words.partition(" WHERE ")[0], " WHERE " in words) for table, name, words in indexes]
    return [
        *plain,
        *owner.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2"
        ),
        *owner.execute(FORCED),
    ]


def test_invented_personal_numbers_are_valid_and_nobodys() -> None:
    numbers = [invented_number(n) for n in range(0, 500_000, 9973)]
    assert len(set(numbers)) == len(numbers)
    assert all(980 <= int(number[8:11]) <= 999 for number in numbers)
    assert [PersonalIdentityNumber.parse(number, on=TODAY).digits for number in numbers] == numbers


@pytest.mark.parametrize("make", [mix, lambda seed, n: Weighted(falling(9)).draw_index(mix(seed, n))])
def test_chance_is_repeatable(make: Callable[[int, int], int]) -> None:
    assert [make(1, n) for n in range(50)] == [make(1, n) for n in range(50)]
    assert [make(1, n) for n in range(50)] != [make(2, n) for n in range(50)]


def test_keys_sort_by_time() -> None:
    keys = [key_by_time(1_700_000_000_000 + n, mix(3, n)) for n in range(50)]
    assert keys == sorted(keys)
    assert all(len(key) == 32 and key[12] == "7" and key[16] in "89ab" for key in keys)
