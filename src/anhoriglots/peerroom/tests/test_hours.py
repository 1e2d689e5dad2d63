"""When somebody looks in next is told from what is set, also over holidays and clock changes."""

from datetime import date, datetime, time

import pytest

from anhoriglots.accounts.models import User
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.tests.groups import at_work, hired
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.peerroom.hours import next_look
from anhoriglots.peerroom.models import Room
from anhoriglots.peerroom.queries.room_page import watch_of

from .rooms import a_room

TUESDAYS = Room(looks_on=[1], looks_from=time(9), looks_to=time(10))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SWEDEN)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (at(date(2026, 11, 23), 12), date(2026, 11, 24)),
        (at(date(2026, 11, 24), 8), date(2026, 11, 24)),
        (at(date(2026, 11, 24), 9, 30), date(2026, 11, 24)),
        (at(date(2026, 11, 24), 10), date(2026, 12, 1)),
        (at(date(2027, 3, 27), 12), date(2027, 3, 30)),  # the clock changes between
        (at(date(2026, 12, 29), 12), date(2027, 1, 5)),
    ],
)
def test_the_next_time(now: datetime, day: date) -> None:
    look = next_look(TUESDAYS, at=now)
    assert look is not None
    assert (look.starts_at, look.ends_at) == (at(day, 9), at(day, 10))


def test_nobody_looks_in_on_a_holiday() -> None:
    fridays = Room(looks_on=[4], looks_from=time(9), looks_to=time(10))
    look = next_look(fridays, at=at(date(2026, 12, 19), 12))
    assert look is not None
    assert look.starts_at == at(date(2027, 1, 8), 9)  # not on 25 December, not on 1 January


@pytest.mark.parametrize("room", [Room(), Room(looks_on=[1]), Room(looks_from=time(9), looks_to=time(10))])
def test_without_hours_there_is_no_next_time(room: Room) -> None:
    assert next_look(room, at=at(date(2026, 11, 24), 9)) is None


@pytest.mark.django_db
def test_who_has_left_looks_at_nothing() -> None:
    advisor = hired()
    otto = hired(Role.CARER_REPRESENTATIVE, name="Otto")
    now = at(date(2026, 11, 24), 8)
    room = a_room(advisor, at=now, moderator_id=otto.user_id)
    with at_work(advisor):
        room = Room.objects.select_related("moderator").get(pk=room.pk)
        assert watch_of(room, at=now).name == "Otto"
        assert watch_of(room, at=now).look is not None
        User.objects.filter(pk=otto.user_id).update(is_active=False)
        assert watch_of(room, at=now).look is None
        assert watch_of(room, at=now).name == ""
