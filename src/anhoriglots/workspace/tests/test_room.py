"""Samtalsrum: opened with good defaults, read by those who may, and nobody's name unless a life is in danger."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog, ReadLog
from anhoriglots.booking.actions.publish_group import withdraw_group
from anhoriglots.booking.models import Group
from anhoriglots.database.scope import for_board, scope
from anhoriglots.peerroom.actions.report_post import say_why_reported
from anhoriglots.peerroom.choices import Moderation, ReportReason
from anhoriglots.peerroom.models import Post, Room
from anhoriglots.peerroom.tests.rooms import Inside, a_room, members, posts
from anhoriglots.peerroom.workflow import PostStep, RoomStep

from .conftest import Desk
from .test_groups import ready
from .test_statements import FROZEN, statements

pytestmark = pytest.mark.django_db
SETTINGS: dict[str, Any] = {"moderation": "before", "hide_at": "2", "moderator": "", "rules": "Vi är vänliga."}


def open_room(desk: Desk, now: datetime, **changes: Any) -> Room:
    """The room of a group that the desk leads."""
    return a_room(desk.actor, at=now, group=ready(desk, at=now), **changes)


def found(desk: Desk, room: Room) -> Room:
    with desk.scope():
        return Room.objects.get(pk=room.pk)


def test_a_room_is_opened_from_the_group(alva: Desk, now: datetime) -> None:
    group = ready(alva, at=now)
    page = alva.get(f"grupper/{group.pk}")
    assert "Öppna ett samtalsrum" in page.text
    page = alva.get(f"grupper/{group.pk}/samtalsrum/installningar")
    assert "Vi ger inga råd om medicin." in page.text
    hours = {"looks_on": ["1", "3"], "looks_from": "9", "looks_to": "10.30"}
    page = alva.post(f"grupper/{group.pk}/samtalsrum/installningar", **SETTINGS, **hours)
    assert page.status == 303
    page = alva.get(f"grupper/{group.pk}/samtalsrum?gjort=open")
    assert "Rummet är öppet." in page.text
    assert "09.00–10.30" in page.text
    assert ">Samtalsrum</a>" in alva.get(f"grupper/{group.pk}").text


def test_without_hours_the_page_says_what_the_room_says(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now, looks_on=(), looks_from=None, looks_to=None)
    assert "Ingen tid är satt." in alva.get(f"grupper/{room.group_id}/samtalsrum").text


@pytest.mark.parametrize(
    "changes",
    [
        {"rules": ""},
        {"rules": "x" * 1001},
        {"rules": "Ring 19640823-3234"},
        {"moderation": "never"},
        {"hide_at": "6"},
        {"hide_at": "många"},
        {"moderator": "nobody"},
        {"looks_on": ["7"]},
        {"looks_on": ["1"]},
        {"looks_on": ["1"], "looks_from": "9", "looks_to": "8"},
        {"looks_on": ["1"], "looks_from": "26", "looks_to": "27"},
    ],
)
def test_nonsense_comes_back_with_what_was_typed(alva: Desk, now: datetime, changes: dict[str, Any]) -> None:
    group = ready(alva, at=now)
    page = alva.post(f"grupper/{group.pk}/samtalsrum/installningar", **{**SETTINGS, **changes})
    assert page.status == 422
    assert "<title>Fel: " in page.text
    with alva.scope():
        assert not Room.objects.exists()


def test_where_no_room_is_a_leader_reads_nothing_of_rooms(alva: Desk, desk: Any, now: datetime) -> None:
    otto = desk(Role.CARER_REPRESENTATIVE, name="Otto")
    group = ready(alva, at=now)
    with alva.scope():
        Group.objects.filter(pk=group.pk).update(leader_id=otto.actor.user_id)
    assert "amtalsrum" not in otto.get(f"grupper/{group.pk}").text
    assert "amtalsrum" not in otto.get("grupper").text
    assert otto.get(f"grupper/{group.pk}/samtalsrum").status == 404


def test_what_waits_is_told_on_the_first_page_and_in_the_list(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now, moderation=Moderation.BEFORE)
    assert "väntar på att någon läser" not in alva.get().text
    Inside(room, at=now, name="Ekorre").writes("Hej.")
    assert "Ett inlägg väntar på att någon läser det" in alva.get().text
    page = alva.get("grupper")
    assert "Att läsa i samtalsrum" in page.text
    assert f"grupper/{room.group_id}/samtalsrum" in page.text


def test_a_named_reader_who_leads_nothing_reads_this_room(alva: Desk, desk: Any, now: datetime) -> None:
    otto = desk(Role.CARER_REPRESENTATIVE, name="Otto")
    room = open_room(alva, now, moderation=Moderation.BEFORE, moderator_id=otto.actor.user_id)
    post = Inside(room, at=now, name="Ekorre").writes("Hej.")
    assert "Att läsa i samtalsrum" in otto.get("grupper").text
    page = otto.get(f"grupper/{room.group_id}/samtalsrum")
    assert "Hej." in page.text
    assert "Någons liv i fara" not in page.text
    assert otto.post(f"grupper/inlagg/{post.pk}", do="show").status == 303
    assert otto.post(f"grupper/inlagg/{post.pk}/vem", life_in_danger="on").status == 409


def test_a_post_is_shown_hidden_with_a_reason_and_removed(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now, moderation=Moderation.BEFORE)
    post = Inside(room, at=now, name="Ekorre").writes("Hej.")
    path = f"grupper/inlagg/{post.pk}"
    assert alva.post(path, do="show").status == 303
    assert posts(room)[0].step == PostStep.SHOWN
    assert alva.post(path, do="remove").status == 409
    assert "Den som skrev läser skälet." in alva.get(path).text
    assert alva.post(path, do="hide").status == 422
    assert alva.post(path, do="hide", reason="reported").status == 422
    assert alva.post(path, do="hide", reason="hurts").status == 303
    assert (posts(room)[0].step, posts(room)[0].hidden_as) == (PostStep.HIDDEN, "hurts")
    assert "Det kan såra någon." in alva.get(f"grupper/{room.group_id}/samtalsrum").text
    assert alva.post(path, do="remove").status == 303
    assert posts(room) == []
    assert alva.post(path, do="show").status == 404


def test_what_is_reported_stands_first_with_what_was_said(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now, hide_at=0)
    post = Inside(room, at=now, name="Ekorre").writes("Elakt.")
    Inside(room, at=now, name="Fjäril").reports(post)
    page = alva.get(f"grupper/{room.group_id}/samtalsrum")
    assert "En anmälan" in page.text
    assert page.text.index("Elakt.") < page.text.index(">Inlägg</h2>")
    alva.post(f"grupper/inlagg/{post.pk}", do="show")
    assert "En anmälan" not in alva.get(f"grupper/{room.group_id}/samtalsrum").text


def test_what_to_do_for_a_life_stands_open_when_somebody_is_worried(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now)
    post = Inside(room, at=now, name="Ekorre").writes("Jag orkar inte.")
    other = Inside(room, at=now, name="Fjäril")
    other.reports(post)
    path = f"grupper/{room.group_id}/samtalsrum"
    assert '<details class="ds-details">' in alva.get(path).text
    with scope("0480"):
        say_why_reported(**other.keys, post_id=post.pk, reason=ReportReason.WORRIED)
    page = alva.get(path)
    assert '<details class="ds-details" open>' in page.text
    assert "jag är orolig för den som skrev" in page.text


def test_the_page_names_no_booking_and_every_opening_is_logged(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now)
    Inside(room, at=now, name="Ekorre").writes("Hej.")
    page = alva.get(f"grupper/{room.group_id}/samtalsrum")
    assert "Ekorre" in page.text
    assert "Exempel-Inga" not in page.text
    assert "070-174 06 51" not in page.text
    with alva.scope():
        assert ReadLog.objects.filter(subject_id=room.pk, page="room", actor_id=alva.actor.user_id).count() == 1
    assert "läste i rummet" in alva.get(f"grupper/{room.group_id}/samtalsrum").text


def test_no_log_holds_a_text_or_a_name(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now)
    inside = Inside(room, at=now, name="Ekorre")
    post = inside.writes("Hemligt ord.")
    alva.post(f"grupper/inlagg/{post.pk}", do="hide", reason="hurts")
    alva.post(f"grupper/inlagg/{post.pk}", do="remove")
    member = members(room)[0]
    with alva.scope():
        rows = list(ActionLog.objects.filter(action__startswith="peerroom.").values())
    told = str(rows)
    assert rows
    assert all(word not in told for word in ("Hemligt", "Ekorre", str(member.pk), str(post.pk)))
    assert all(row["object_id"] in (room.pk, None) for row in rows)


def test_a_name_is_looked_up_for_a_life_alone_and_the_person_is_told(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now)
    inside = Inside(room, at=now, name="Ekorre")
    post = inside.writes("Jag orkar inte leva.")
    path = f"grupper/inlagg/{post.pk}/vem"
    page = alva.get(path)
    assert "Exempel-Inga" not in page.text
    assert "tel:112" in page.text
    page = alva.post(path)
    assert page.status == 422
    assert "Exempel-Inga" not in page.text
    page = alva.post(path, life_in_danger="on")
    assert "Exempel-Inga" in page.text
    assert "070-174 06 51" in page.text
    with alva.scope():
        assert ReadLog.objects.filter(subject_id=inside.booked.booking_id, page="room-who").count() == 1
        assert ActionLog.objects.filter(action="peerroom.show_who", object_id=room.pk).count() == 1
    assert members(room)[0].shown_on is not None


def test_a_room_is_closed_and_opened_again(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now)
    path = f"grupper/{room.group_id}/samtalsrum"
    assert alva.post(f"{path}/steg", do="close").status == 303
    assert found(alva, room).step == RoomStep.CLOSED
    assert "Öppna rummet igen" in alva.get(path).text
    alva.post(f"{path}/steg", do="open")
    assert found(alva, room).step == RoomStep.OPEN


def test_a_hidden_group_keeps_its_room(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now)
    with alva.scope():
        withdraw_group(actor=alva.actor, group_id=room.group_id, at=now)
    assert alva.get(f"grupper/{room.group_id}/samtalsrum").status == 200


def test_a_group_that_is_over_cannot_get_a_room(alva: Desk, now: datetime) -> None:
    group = ready(alva, at=now)
    with alva.scope():
        Group.objects.filter(pk=group.pk).update(starts_at=now - timedelta(days=2), ends_at=now - timedelta(days=1))
    page = alva.get(f"grupper/{group.pk}/samtalsrum/installningar")
    assert page.status == 409
    assert "Öppna ett samtalsrum" not in alva.get(f"grupper/{group.pk}").text


def test_many_posts_cost_no_more_statements_and_are_turned_over(alva: Desk, now: datetime) -> None:
    room = open_room(alva, now)
    inside = Inside(room, at=now, name="Ekorre")
    first = inside.writes("Inlägg nummer 0.")
    path = f"grupper/{room.group_id}/samtalsrum"
    alva.get(path)
    assert statements(lambda: alva.get(path)) == FROZEN["room"]
    with scope("0480"), for_board(room.board_id):
        owner = {"municipality": "0480", "board_id": room.board_id, "room": room, "member_id": first.member_id}
        Post.objects.bulk_create(
            Post(
                **owner,
                thread=first.pk,
                text=f"Svar {number}.",
                step="shown",
                written_at=now + timedelta(seconds=number),
            )
            for number in range(1, 300)
        )
    assert statements(lambda: alva.get(path)) == FROZEN["room"]
    assert "Svar 299." in alva.get(path).text
    assert "Inlägg nummer 0." not in alva.get(path).text
    assert "Inlägg nummer 0." in alva.get(path, sida="6").text
    for nonsense in ("0", "x", "999", "-1"):
        assert alva.get(path, sida=nonsense).status == 200
