"""What is written lies encrypted, belongs to a thread, and is shown as the room is kept."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from anhoriglots.booking.tests.groups import NYKOPING, at_work, hired
from anhoriglots.database.scope import for_board, scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.actions.step_room import close_room, reopen_room
from anhoriglots.peerroom.actions.write_post import MOST_IN_A_THREAD
from anhoriglots.peerroom.choices import Moderation
from anhoriglots.peerroom.models import Post, Room
from anhoriglots.peerroom.policies import WRITING
from anhoriglots.peerroom.workflow import PostStep

from .rooms import Inside, a_room, posts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def room() -> Room:
    """A room that is read afterwards."""
    return a_room(hired(), at=AT)


def refusal(inside: Inside, text: str = "Hej.") -> str:
    with pytest.raises(Refused) as refused:
        inside.writes(text)
    return refused.value.decision.reason


@pytest.mark.parametrize(("kept", "step"), [(Moderation.AFTER, PostStep.SHOWN), (Moderation.BEFORE, PostStep.WAITING)])
def test_it_is_shown_as_the_room_is_kept(kept: Moderation, step: PostStep) -> None:
    inside = Inside(a_room(hired(), at=AT, moderation=kept), at=AT, name="Ekorre")
    assert inside.writes("  Hej.\n").step == step
    assert [post.text for post in posts(inside.room)] == ["Hej."]


def test_nobody_who_reads_the_table_reads_the_text(room: Room) -> None:
    Inside(room, at=AT, name="Ekorre").writes("Hemligt ord.")
    with at_work(hired()), connection.cursor() as cursor:
        cursor.execute("SELECT text FROM peerroom_post")
        assert b"Hemligt" not in bytes(cursor.fetchone()[0])


def test_an_answer_to_an_answer_stands_in_the_same_thread(room: Room) -> None:
    ekorre, kotte = Inside(room, at=AT, name="Ekorre"), Inside(room, at=AT, name="Kotte")
    first = ekorre.writes("Ett.")
    second = kotte.writes("Två.", answers=first.pk)
    assert ekorre.writes("Tre.", answers=second.pk).thread == first.pk


def test_what_one_may_not_read_cannot_be_answered() -> None:
    room = a_room(hired(), at=AT, moderation=Moderation.BEFORE)
    waiting = Inside(room, at=AT, name="Ekorre").writes("Ett.")
    with pytest.raises(Post.DoesNotExist):
        Inside(room, at=AT, name="Kotte").writes("Två.", answers=waiting.pk)


def test_a_post_of_another_room_cannot_be_answered(room: Room) -> None:
    elsewhere = Inside(a_room(hired(), at=AT), at=AT, name="Ekorre").writes("Ett.")
    with pytest.raises(Post.DoesNotExist):
        Inside(room, at=AT, name="Kotte").writes("Två.", answers=elsewhere.pk)


def test_a_second_click_saves_nothing_new(room: Room) -> None:
    inside, key = Inside(room, at=AT, name="Ekorre"), uuid4()
    assert inside.writes("Hej.", post_id=key) == inside.writes("Hej igen.", post_id=key)
    assert [post.text for post in posts(room)] == ["Hej."]


def test_without_a_name_nothing_is_written(room: Room) -> None:
    assert refusal(Inside(room, at=AT)) == "no-name"


@pytest.mark.parametrize(
    ("text", "reason"), [(" \n", "empty"), ("x" * 1001, "too-long"), ("Jag är 640823-3234.", "personal-number")]
)
def test_what_may_not_be_posted_is_refused(room: Room, text: str, reason: str) -> None:
    assert refusal(Inside(room, at=AT, name="Ekorre"), text) == reason


def test_when_the_last_meeting_is_over_nothing_is_written(room: Room) -> None:
    inside = Inside(room, at=AT, name="Ekorre")
    inside.at = room.group.ends_at
    assert refusal(inside) == "room-is-closed"


def test_in_a_closed_room_nothing_is_written_until_it_is_opened() -> None:
    advisor = hired()
    room = a_room(advisor, at=AT)
    inside = Inside(room, at=AT, name="Ekorre")
    with at_work(advisor):
        close_room(actor=advisor, group_id=room.group_id, at=AT)
        close_room(actor=advisor, group_id=room.group_id, at=AT)
    assert refusal(inside) == "room-is-closed"
    with at_work(advisor):
        reopen_room(actor=advisor, group_id=room.group_id, at=AT)
    inside.writes("Hej.")


def test_a_machine_is_stopped_and_a_person_may_go_on_later(room: Room) -> None:
    inside = Inside(room, at=AT, name="Ekorre")
    for number in range(WRITING.attempts):
        inside.writes(f"Rad {number}.")
    assert refusal(inside) == "too-many"
    Inside(room, at=AT, name="Kotte").writes("Jag får skriva.")
    inside.at = AT + timedelta(hours=1, seconds=1)
    inside.writes("Nu får jag det.")


def test_a_long_thread_ends_and_a_new_one_may_begin(room: Room) -> None:
    inside = Inside(room, at=AT, name="Ekorre")
    first = inside.writes("Ett.")
    with scope(NYKOPING), for_board(room.board_id):
        owner = {"municipality": NYKOPING, "board_id": room.board_id, "room": room, "member_id": first.member_id}
        Post.objects.bulk_create(
            Post(**owner, thread=first.pk, text="Svar.", step=PostStep.SHOWN, written_at=AT)
            for _ in range(MOST_IN_A_THREAD - 1)
        )
    with pytest.raises(Refused) as refused:
        inside.writes("Ett till.", answers=first.pk)
    assert refused.value.decision.reason == "thread-is-full"
    inside.writes("Nytt.")
