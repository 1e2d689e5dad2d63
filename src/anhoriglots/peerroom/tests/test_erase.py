"""What somebody wrote is gone when they ask, when they leave, and when the group has been over for some days."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.cancel_meeting import cancel_group
from anhoriglots.booking.actions.erase_booking import erase_booking
from anhoriglots.booking.actions.erase_lists import erase_lists
from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import NYKOPING, at_work, hired, municipality
from anhoriglots.database.scope import for_board, scope
from anhoriglots.peerroom.actions.erase_mine import erase_mine, erase_one
from anhoriglots.peerroom.actions.erase_rooms import erase_rooms
from anhoriglots.peerroom.actions.moderate_post import hide_post
from anhoriglots.peerroom.choices import HideReason
from anhoriglots.peerroom.models import Member, Post, Report, Room
from anhoriglots.peerroom.policies import last_day
from anhoriglots.peerroom.queries.room_page import room_page
from anhoriglots.peerroom.tasks import erase_old_rooms

from .rooms import Inside, a_room, members, posts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def advisor() -> Actor:
    """Plans the group."""
    return hired()


@pytest.fixture
def room(advisor: Actor) -> Room:
    """The room of a group."""
    return a_room(advisor, at=AT)


def test_all_of_it_goes_also_what_is_hidden_and_reported(advisor: Actor, room: Room) -> None:
    ekorre, kotte = Inside(room, at=AT, name="Ekorre"), Inside(room, at=AT, name="Kotte")
    first, second = ekorre.writes("Ett."), ekorre.writes("Två.")
    answer = kotte.writes("Svar.", answers=first.pk)
    ekorre.reports(answer)
    kotte.reports(second)
    with at_work(advisor):
        hide_post(actor=advisor, post_id=first.pk, reason=HideReason.HURTS, at=AT)
    with scope(NYKOPING):
        erase_mine(**ekorre.keys)
        erase_mine(**ekorre.keys)
    assert [post.text for post in posts(room)] == ["Svar."]
    assert [member.name for member in members(room)] == ["Kotte"]
    with at_work(advisor):
        assert not Report.objects.exists()


def test_the_name_is_free_again_and_leads_to_nothing(room: Room) -> None:
    ekorre = Inside(room, at=AT, name="Ekorre")
    before = members(room)[0]
    with scope(NYKOPING):
        erase_mine(**ekorre.keys)
    Inside(room, at=AT, name="Ekorre")
    assert members(room)[0].pk != before.pk


def test_nobody_erases_what_another_wrote(room: Room) -> None:
    ekorre, kotte = Inside(room, at=AT, name="Ekorre"), Inside(room, at=AT, name="Kotte")
    post = ekorre.writes("Mitt.")
    with scope(NYKOPING):
        erase_one(**kotte.keys, post_id=post.pk)
        erase_mine(**kotte.keys)
    assert [post.text for post in posts(room)] == ["Mitt."]
    with scope(NYKOPING):
        erase_one(**ekorre.keys, post_id=post.pk)
    assert posts(room) == []


@pytest.mark.parametrize("leaves", [cancel_booking, erase_booking])
def test_who_leaves_the_group_leaves_nothing(room: Room, leaves: object) -> None:
    ekorre, kotte = Inside(room, at=AT, name="Ekorre"), Inside(room, at=AT, name="Kotte")
    ekorre.writes("Mitt.")
    kotte.writes("Ditt.")
    assert callable(leaves)
    with scope(NYKOPING):
        leaves(**ekorre.keys)
    assert [post.text for post in posts(room)] == ["Ditt."]


def test_when_a_colleague_cancels_on_the_telephone_it_goes_too(advisor: Actor, room: Room) -> None:
    ekorre = Inside(room, at=AT, name="Ekorre")
    ekorre.writes("Mitt.")
    with at_work(advisor):
        cancel_booking(**ekorre.keys, actor=advisor)
    assert posts(room) == []
    assert members(room) == []


def test_when_we_call_the_group_off_it_can_be_read_but_not_written(advisor: Actor, room: Room) -> None:
    ekorre = Inside(room, at=AT, name="Ekorre")
    ekorre.writes("Mitt.")
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=room.group_id, at=AT)
    with scope(NYKOPING):
        shown = room_page(ekorre.booked.board_id, ekorre.booked.booking_id, municipality=municipality(), at=AT)
    assert shown is not None
    assert shown.threads[0].posts[0].text == "Mitt."
    assert not shown.may_write


def test_the_list_takes_the_members_with_it(advisor: Actor, room: Room) -> None:
    Inside(room, at=AT, name="Ekorre").writes("Mitt.")
    with at_work(advisor):
        erase_lists(at=room.group.ends_at + timedelta(days=400))
    assert members(room) == []


def test_the_room_stands_until_the_day_that_the_page_tells(advisor: Actor, room: Room) -> None:
    Inside(room, at=AT, name="Ekorre").writes("Mitt.")
    day = last_day(room.group, municipality())
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    with at_work(advisor):
        assert erase_rooms(municipality(), at=noon) == 0
        assert Room.objects.filter(pk=room.pk).exists()
        assert erase_rooms(municipality(), at=noon + timedelta(days=1)) == 1
        assert erase_rooms(municipality(), at=noon + timedelta(days=1)) == 0
        for model in (Room, Member, Post):
            assert not model._default_manager.exists()
        assert not Group.objects.get(pk=room.group_id).has_room


def test_each_night_old_rooms_go_at_every_board(advisor: Actor, room: Room) -> None:
    Inside(room, at=AT, name="Ekorre").writes("Mitt.")
    erase_old_rooms(timestamp=0)
    assert len(posts(room)) == 1
    long_ago = timezone.now() - timedelta(days=400)
    with at_work(advisor):
        Group.objects.filter(pk=room.group_id).update(starts_at=long_ago - timedelta(hours=2), ends_at=long_ago)
    erase_old_rooms(timestamp=0)
    with scope(NYKOPING), for_board(room.board_id):
        assert not Room.objects.exists()
