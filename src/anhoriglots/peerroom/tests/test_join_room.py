"""A name of one's own choice that tells nothing, and a table that leads from no name to a booking."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.booking.tests.groups import NYKOPING, a_group, at_work, hired
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.actions.join_room import join_room
from anhoriglots.peerroom.models import Member, Room
from anhoriglots.peerroom.names import PROPOSED, may_be_a_name, name_mark, proposals

from .rooms import Inside, a_room, members

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def room() -> Room:
    """The room of a group."""
    return a_room(hired(), at=AT)


def refusal(inside: Inside, name: str) -> str:
    with pytest.raises(Refused) as refused:
        inside.joins(name)
    return refused.value.decision.reason


def test_a_name_is_kept_once_it_is_taken(room: Room) -> None:
    siv = Inside(room, at=AT, name="Ekorre")
    assert siv.joins("Fjäril").name == "Ekorre"
    assert [member.name for member in members(room)] == ["Ekorre"]


@pytest.mark.parametrize("name", ["Ekorre", "ekorre", " EKORRE ", "Ek orre", "Ek-orre", "E\u200bkorre"])
def test_a_name_that_reads_the_same_is_taken(room: Room, name: str) -> None:
    Inside(room, at=AT, name="Ekorre")
    assert refusal(Inside(room, at=AT), name) == "name-is-taken"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("19640823-3234", "personal-number"),
        ("640823-3234", "personal-number"),
        ("070-174 06 51", "contact-details"),
        ("+46701740651", "contact-details"),
        ("Siv 12345", "contact-details"),
        ("siv@exempel.se", "contact-details"),
        ("siv@exempel", "contact-details"),
        ("", "length"),
        ("x", "length"),
        ("...", "length"),
        ("x" * 25, "length"),
    ],
)
def test_a_name_that_could_be_traced_is_refused(room: Room, name: str, reason: str) -> None:
    assert refusal(Inside(room, at=AT), name) == reason


@pytest.mark.parametrize("name", ["Exempel-Inga", "exempel inga", "Exempel-Bo"])
def test_the_name_of_the_booking_is_refused(room: Room, name: str) -> None:
    assert refusal(Inside(room, at=AT, seats=2, companion="Exempel-Bo"), name) == "own-name"


def test_the_same_name_may_be_used_in_another_room(room: Room) -> None:
    Inside(room, at=AT, name="Ekorre")
    Inside(a_room(hired(), at=AT), at=AT, name="Ekorre")


def test_who_waits_for_a_seat_does_not_get_in() -> None:
    advisor = hired()
    room = a_room(advisor, at=AT, group=a_group(advisor, at=AT, capacity=1))
    Inside(room, at=AT, name="Ekorre")
    assert refusal(Inside(room, at=AT, or_queue=True), "Fjäril") == "no-seat"


def test_a_group_without_a_room_lets_nobody_in() -> None:
    group = a_group(hired(), at=AT)
    inside = Inside(Room(group=group), at=AT)
    assert refusal(inside, "Fjäril") == "no-room"


def test_another_boards_code_opens_no_room_here(room: Room) -> None:
    inside = Inside(room, at=AT)
    with scope(NYKOPING), pytest.raises(Refused):
        join_room(at=AT, board_id=uuid4(), booking_id=inside.booked.booking_id, name="Fjäril")


def test_the_table_holds_nothing_of_the_booking(room: Room) -> None:
    inside = Inside(room, at=AT, name="Ekorre")
    with at_work(hired()), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(m)::text FROM peerroom_member m")
        row = cursor.fetchone()[0]
    key = inside.booked.booking_id
    assert all(part not in row for part in (str(key), key.hex, "Ekorre", "Exempel-Inga", "2026-11-24"))
    assert {field.name for field in Member._meta.concrete_fields} == {
        *("id", "municipality", "board_id", "room", "mark", "name", "name_mark", "shown_on"),
    }


def test_nothing_tells_when_somebody_came(room: Room) -> None:
    inside = Inside(room, at=AT, name="Ekorre")
    assert {member.pk.version for member in members(room)} == {4}
    with at_work(hired()), connection.cursor() as cursor:
        said = "action = 'peerroom.join_room'"
        cursor.execute(f"SELECT at, object_id, actor_id, details FROM audit_actionlog WHERE {said}")
        [(at, *rest)] = cursor.fetchall()
    assert at < inside.at.replace(hour=0)
    assert rest == [None, None, "{}"]


def test_proposals_are_free_and_end_never() -> None:
    taken = frozenset(name_mark(name, room="a") for name in PROPOSED)
    assert len(set(proposals(4, taken=taken, room="a"))) == 4
    assert not set(proposals(4, taken=taken, room="a")) & set(PROPOSED)
    assert set(proposals(len(PROPOSED), taken=frozenset(), room="a")) == set(PROPOSED)


@pytest.mark.parametrize("name", PROPOSED)
def test_every_proposal_may_be_taken(name: str) -> None:
    assert may_be_a_name(name)


@given(st.text(max_size=40))
def test_no_name_breaks_the_check(name: str) -> None:
    assert may_be_a_name(name).reason in ("a-name", "personal-number", "contact-details", "length")
