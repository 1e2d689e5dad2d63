"""The next time of each support form at each unit: the same groups and seats as in the list, in one statement."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.choices import Seating
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.queries.next_times import NextTime, next_times
from anhoriglots.database.scope import current_scope, scope

from .groups import GROUPS, NYKOPING, a_group, at_work, books, hired

pytestmark = pytest.mark.django_db
Found = dict[tuple[str, UUID], NextTime]


def found(at: datetime, *, municipality: str = NYKOPING) -> Found:
    return next_times(municipality, [GROUPS, "DS02"], at=at)


def place(group: Group) -> tuple[str, UUID]:
    return GROUPS, group.unit_id


def test_the_nearest_group_of_the_unit_is_told_with_its_seats(at: datetime) -> None:
    advisor = hired()
    a_group(advisor, at=at, seating=Seating.MEETING, capacity=5)
    near = a_group(advisor, at=at, capacity=3)
    books(near, at=at, seats=2, companion="Exempel-Bo")
    with at_work(advisor):
        cancelled = Meeting.objects.exclude(group=near).order_by("starts_at")[0]
        cancel_meeting(actor=advisor, meeting_id=cancelled.pk, at=at)
    told = found(at)[place(near)]
    assert (told.group, told.starts_at) == (near.pk, near.starts_at)
    assert told.seats is not None
    assert (told.seats.left, told.seats.waiting) == (1, 0)


def test_one_time_at_a_time_has_the_seats_of_the_next_time_only(at: datetime) -> None:
    group = a_group(hired(), at=at, seating=Seating.MEETING, capacity=1)
    with scope(NYKOPING):
        first, second = Meeting.objects.filter(group=group).order_by("starts_at")[:2]
    books(group, at=at, meeting_id=first.pk)
    books(group, at=at, meeting_id=first.pk, or_queue=True)
    seats, later = found(at)[place(group)].seats, found(first.starts_at)[place(group)]
    assert seats is not None
    assert (seats.left, seats.waiting) == (0, 1)
    assert later.starts_at == second.starts_at
    assert later.seats is not None
    assert later.seats.left == 1


def test_an_open_group_has_no_seats_to_count(at: datetime) -> None:
    group = a_group(hired(), at=at, seating=Seating.OPEN, capacity=None)
    assert found(at)[place(group)].seats is None


def test_drafts_what_is_cancelled_and_a_course_that_has_begun_are_not_told(at: datetime) -> None:
    advisor = hired()
    a_group(advisor, at=at, published=False)
    cancelled = a_group(advisor, at=at)
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=cancelled.pk, at=at)
    assert found(at) == {}
    course = a_group(advisor, at=at)
    assert found(course.starts_at - timedelta(minutes=1))
    assert found(course.starts_at) == {}


def test_other_units_and_forms_and_municipalities_are_kept_apart(at: datetime) -> None:
    one, other = a_group(hired(), at=at), a_group(hired(unit=1), at=at)
    a_group(hired(), at=at, support_form="DS01")
    assert set(found(at)) == {place(one), place(other)}
    assert found(at, municipality="0662") == {}
    assert next_times(NYKOPING, [], at=at) == {}


def test_it_is_one_statement_without_any_scope_and_leaves_none_behind(at: datetime) -> None:
    for unit in (0, 0, 1):
        books(a_group(hired(unit=unit), at=at), at=at)
    with CaptureQueriesContext(connection) as queries:
        assert len(found(at)) == 2
    assert len(queries) == 1
    assert current_scope() is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.municipality', true), current_setting('app.board', true)")
        assert cursor.fetchone() in {("", ""), (None, None)}


def test_it_leaves_the_scope_of_the_one_who_asks(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    with at_work(advisor):
        found(at, municipality="0662")
        assert Group.objects.filter(pk=group.pk).exists()
