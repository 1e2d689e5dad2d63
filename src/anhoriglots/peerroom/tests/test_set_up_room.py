"""A room is off until the one who plans the group opens it."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.booking.choices import Seating
from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import a_group, at_work, hired
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.actions.set_up_room import set_up_room
from anhoriglots.peerroom.choices import Moderation
from anhoriglots.peerroom.models import Room

from .rooms import a_room, kept

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_a_group_has_no_room_until_it_is_opened() -> None:
    advisor = hired()
    group = a_group(advisor, at=AT)
    with at_work(advisor):
        assert not Group.objects.get(pk=group.pk).has_room
    room = a_room(advisor, at=AT, group=group)
    with at_work(advisor):
        assert Group.objects.get(pk=group.pk).has_room
        assert ActionLog.objects.filter(action="peerroom.open_room", object_id=room.pk).count() == 1


def test_opening_twice_changes_the_one_room() -> None:
    advisor = hired()
    room = a_room(advisor, at=AT)
    again = a_room(advisor, at=AT, group=room.group, moderation=Moderation.BEFORE)
    with at_work(advisor):
        assert Room.objects.get().moderation == Moderation.BEFORE
        assert again.pk == room.pk


@pytest.mark.parametrize("role", [Role.CARER_REPRESENTATIVE, Role.LOG_REVIEWER, Role.SYSTEM_ADMINISTRATOR])
def test_who_plans_no_groups_opens_no_room(role: Role) -> None:
    other = hired(role)
    with pytest.raises(Refused) as refused:
        a_room(other, at=AT, group=a_group(hired(), at=AT))
    assert refused.value.decision.reason == "plans-no-groups-here"


def test_another_boards_group_is_not_there() -> None:
    group = a_group(hired(), at=AT)
    stranger = hired(board="social_board")
    with at_work(stranger), pytest.raises(Group.DoesNotExist):
        set_up_room(actor=stranger, group_id=group.pk, kept=kept(), at=AT)


def test_a_group_where_nobody_books_has_no_room() -> None:
    advisor = hired()
    with pytest.raises(Refused) as refused:
        a_room(advisor, at=AT, group=a_group(advisor, at=AT, seating=Seating.OPEN, capacity=None))
    assert refused.value.decision.reason == "nobody-books"


def test_a_group_that_is_over_gets_no_room() -> None:
    advisor = hired()
    group = a_group(advisor, at=AT)
    with pytest.raises(Refused) as refused:
        a_room(advisor, at=group.ends_at + timedelta(seconds=1), group=group)
    assert refused.value.decision.reason == "group-is-over"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"rules": " "}, "rules"),
        ({"rules": "x" * 1001}, "rules"),
        ({"rules": "Ring 19640823-3234"}, "rules"),
        ({"hide_at": 6}, "hide-at"),
        ({"hide_at": -1}, "hide-at"),
        ({"looks_on": (7,)}, "looks-on"),
        ({"looks_on": ()}, "looks-on"),
        ({"looks_from": None}, "looks-on"),
        ({"looks_to": time(9)}, "looks-to"),
        ({"moderator_id": uuid4()}, "not-a-moderator"),
    ],
)
def test_what_is_not_whole_is_refused(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        a_room(hired(), at=AT, **changes)
    assert refused.value.decision.reason == reason


def test_hours_may_be_left_out() -> None:
    room = a_room(hired(), at=AT, looks_on=(), looks_from=None, looks_to=None)
    assert room.looks_on == []
