"""A calendar that follows a group learns that a time is moved or called off; two readers understand it alike."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import icalendar
import pytest
import vobject
from django.core.cache import cache
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.schedule import Time
from anhoriglots.booking.tests.groups import NYKOPING, at_work, books, hired
from anhoriglots.database.scope import scope

from .groups import group_soon, opens

pytestmark = pytest.mark.django_db
# Start, sequence, state and the last change of each time, by its key.
Told = dict[str, tuple[datetime, int, str, datetime]]


@pytest.fixture
def visitor() -> Visitor:
    """A visitor in Nyköping."""
    cache.clear()
    return Visitor("/nykoping/")


def by_icalendar(file: bytes) -> Told:
    events: list[Any] = list(icalendar.Calendar.from_ical(file).walk("VEVENT"))
    return {
        str(one["UID"]): (
            one["DTSTART"].dt.astimezone(UTC),
            int(one["SEQUENCE"]),
            str(one["STATUS"]),
            one["LAST-MODIFIED"].dt,
        )
        for one in events
    }


def by_vobject(file: bytes) -> Told:
    return {
        one.uid.value: (
            one.dtstart.value.astimezone(UTC),
            int(one.sequence.value),
            one.status.value,
            one.last_modified.value,
        )
        for one in getattr(vobject.readOne(file.decode()), "vevent_list", [])
    }


def read(visitor: Visitor, address: str) -> Told:
    file = visitor.open(address).content
    told = by_icalendar(file)
    assert told == by_vobject(file)
    return told


def times_of(group: Group) -> list[Meeting]:
    with scope(NYKOPING):
        return list(Meeting.objects.filter(group=group).order_by("starts_at"))


@pytest.mark.parametrize("feed", ["grupper/kalender.ics", "grupper/{key}/kalender.ics"], ids=["all", "one group"])
def test_what_is_moved_or_called_off_is_told_under_the_same_key(visitor: Visitor, feed: str) -> None:
    group, now = group_soon(times=3), timezone.now() + timedelta(minutes=1)
    address = feed.format(key=group.pk)
    before = read(visitor, address)
    moved, cancelled, left = (f"{one.pk}@anhoriglots" for one in times_of(group))
    to = Time(times_of(group)[0].starts_at + timedelta(hours=2), times_of(group)[0].ends_at + timedelta(hours=3))
    with at_work(advisor := hired()):
        move_meeting(actor=advisor, meeting_id=UUID(moved.partition("@")[0]), to=to, at=now)
        cancel_meeting(actor=advisor, meeting_id=UUID(cancelled.partition("@")[0]), at=now)
    after = read(visitor, address)
    assert after.keys() == before.keys()
    assert after[left] == before[left]
    assert before[moved][1:3] == (0, "CONFIRMED")
    assert after[moved][:3] == (to.starts_at.astimezone(UTC), 1, "CONFIRMED")
    assert after[cancelled][:3] == (before[cancelled][0], 1, "CANCELLED")
    assert after[moved][3] == after[cancelled][3] == now.astimezone(UTC).replace(microsecond=0)
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=UUID(moved.partition("@")[0]), at=now + timedelta(minutes=1))
    assert read(visitor, address)[moved][1:3] == (2, "CANCELLED")


def test_a_group_that_is_called_off_calls_off_every_time_that_is_left(visitor: Visitor) -> None:
    group, now = group_soon(times=3), timezone.now()
    with at_work(advisor := hired()):
        cancel_group(actor=advisor, group_id=group.pk, at=now)
    told = read(visitor, f"grupper/{group.pk}/kalender.ics")
    assert {one[1:3] for one in told.values()} == {(1, "CANCELLED")}


def test_the_own_file_follows_the_seat_and_the_time(visitor: Visitor) -> None:
    group, now = group_soon(times=2), timezone.now()
    visitor.open("kod/")
    booked = books(group, at=now)
    visitor.send(words=booked.code)
    page = visitor.url
    visitor.follow("Lägg i min kalender")
    file = visitor.url
    before = read(visitor, file)
    first = times_of(group)[0]
    with at_work(advisor := hired()):
        cancel_meeting(actor=advisor, meeting_id=first.pk, at=now)
    after = read(visitor, file)
    keys = sorted(before, key=lambda key: before[key][0])
    assert [after[key][1:3] for key in keys] == [(1, "CANCELLED"), (0, "CONFIRMED")]
    with scope(NYKOPING):
        cancel_booking(at=now, board_id=booked.board_id, booking_id=booked.booking_id)
    assert [read(visitor, file)[key][1:3] for key in keys] == [(2, "CANCELLED"), (1, "CANCELLED")]
    assert visitor.open(page).status_code == 200


def test_what_has_been_is_not_called_off_when_it_is_over(visitor: Visitor) -> None:
    now = timezone.now()
    booked = books(group_soon(times=1), at=now)
    visitor.open("kod/")
    visitor.send(words=booked.code)
    visitor.follow("Lägg i min kalender")
    with scope(NYKOPING, booked.board_id):
        Meeting.objects.update(starts_at=now - timedelta(hours=3), ends_at=now - timedelta(hours=1))
    assert {one[2] for one in read(visitor, visitor.url).values()} == {"CONFIRMED"}


def test_whoever_waits_has_no_time_that_is_sure(visitor: Visitor) -> None:
    group, now = group_soon(times=1, capacity=1), timezone.now()
    books(group, at=now)
    waits = books(group, at=now, or_queue=True)
    opens(visitor, group)
    visitor.open("kod/")
    visitor.send(words=waits.code)
    address = visitor.url.replace("/bokning/", "/bokning/kalender.ics", 1)
    assert {one[2] for one in read(visitor, address).values()} == {"TENTATIVE"}
