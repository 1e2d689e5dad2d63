"""The list that everybody sees: the right groups in the order of time, the seats of every board, few statements."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.choices import Seating, Way
from anhoriglots.booking.models import Meeting
from anhoriglots.booking.queries.group_page import group_page
from anhoriglots.booking.queries.open_groups import Filter, OpenGroups, has_open_groups, open_groups
from anhoriglots.database.scope import current_scope, for_board, scope
from anhoriglots.organisations.models import Board, Unit

from .groups import NYKOPING, PLAN, a_group, at_work, books, hired

pytestmark = pytest.mark.django_db


def listed(at: datetime, **wanted: str) -> OpenGroups:
    with scope(NYKOPING):
        return open_groups(NYKOPING, Filter(**wanted), at=at)


def titles(at: datetime, **wanted: str) -> list[str]:
    return [row.texts["title"]["sv"] for row in listed(at, **wanted).rows]


def named(title: str) -> dict[str, dict[str, str]]:
    return {"title": {"sv": title}}


def test_each_group_stands_once_at_its_next_time(at: datetime) -> None:
    a_group(hired(), at=at, seating=Seating.MEETING)
    row = listed(at).rows[0]
    assert (row.starts_at.date(), row.more_times) == (date(2026, 12, 1), 5)
    later = listed(at + timedelta(days=10)).rows[0]
    assert (later.starts_at.date(), later.more_times) == (date(2026, 12, 15), 4)
    assert len(listed(at).rows) == 1


def test_a_course_that_has_begun_a_draft_and_what_is_cancelled_are_not_there(at: datetime) -> None:
    advisor = hired()
    course = a_group(advisor, at=at)
    a_group(advisor, at=at, published=False)
    cancelled = a_group(advisor, at=at)
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=cancelled.pk, at=at)
    assert [row.id for row in listed(at).rows] == [course.pk]
    assert listed(course.starts_at).rows == ()


def test_a_cancelled_time_is_jumped_over(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at, seating=Seating.OPEN, capacity=None)
    with at_work(advisor):
        first = Meeting.objects.filter(group=group).order_by("starts_at")[0]
        cancel_meeting(actor=advisor, meeting_id=first.pk, at=at)
    row = listed(at).rows[0]
    assert (row.starts_at.date(), row.more_times, row.seats) == (date(2026, 12, 15), 4, None)


def test_seats_of_several_boards_are_counted_with_one_statement(at: datetime) -> None:
    care, social = hired(), hired(board="social_board")
    for number, advisor in enumerate((care, social), start=1):
        group = a_group(advisor, at=at, capacity=3)
        for _ in range(number):
            books(group, at=at)
    with CaptureQueriesContext(connection) as asked:
        rows = listed(at).rows
    assert sorted(row.seats.left for row in rows if row.seats) == [1, 2]
    statements = [one["sql"] for one in asked if one["sql"].startswith("SELECT") and "set_config" not in one["sql"]]
    assert len(statements) == 2


def test_counting_seats_leaves_the_wall_between_boards_where_it_was(at: datetime) -> None:
    group = a_group(hired(), at=at)
    books(group, at=at)
    with scope(NYKOPING):
        open_groups(NYKOPING, Filter(), at=at)
        assert group.bookings.count() == 0
        other = Board.objects.get(municipality=NYKOPING, key="social_board")
        with for_board(other.pk):
            open_groups(NYKOPING, Filter(), at=at)
            assert group.bookings.count() == 0
            own = current_scope()
            assert own is not None
            assert own.board == other.pk


def test_a_queue_makes_it_full(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1)
    books(group, at=at)
    books(group, at=at, or_queue=True)
    seats = listed(at).rows[0].seats
    assert seats is not None
    assert (seats.left, seats.waiting, seats.has_room_for(1)) == (0, 1, False)


def test_the_filter_finds_by_whom_it_is_for(at: datetime) -> None:
    advisor = hired()
    a_group(advisor, at=at, texts=named("Alla"))
    a_group(advisor, at=at, texts=named("Äldre"), target_groups=("elderly",))
    a_group(advisor, at=at, texts=named("Beroende"), target_groups=("addiction",))
    assert sorted(titles(at, line="old")) == ["Alla", "Äldre"]
    assert sorted(titles(at, line="addiction")) == ["Alla", "Beroende"]
    assert titles(at, line="no such line") == ["Alla"]


def test_the_filter_finds_by_time_of_day(at: datetime) -> None:
    advisor = hired()
    a_group(advisor, at=at, texts=named("Kväll"))
    a_group(advisor, at=at, texts=named("Dag"), plan=replace(PLAN, starts=time(10), ends=time(12)))
    saturday = replace(PLAN, first=date(2026, 12, 5), starts=time(10), ends=time(12))
    a_group(advisor, at=at, texts=named("Lördag"), plan=saturday)
    assert titles(at, when="dag") == ["Dag"]
    assert sorted(titles(at, when="kvall")) == ["Kväll", "Lördag"]


def test_the_filter_finds_by_language_and_by_way(at: datetime) -> None:
    advisor = hired()
    a_group(advisor, at=at, texts=named("Finska"), languages=("fi", "sv"))
    a_group(advisor, at=at, texts=named("Nätet"), way=Way.ONLINE)
    a_group(advisor, at=at, texts=named("Båda"), way=Way.HYBRID)
    assert titles(at, language="fi") == ["Finska"]
    assert sorted(titles(at, way="online")) == ["Båda", "Nätet"]
    assert sorted(titles(at, way="place")) == ["Båda", "Finska"]


def test_the_filter_finds_what_is_near(at: datetime) -> None:
    a_group(hired(), at=at)
    unit = Unit.objects.get(pk=hired().unit_ids[0])
    assert bool(titles(at, district="nowhere")) == unit.is_central


def test_a_long_list_goes_on_on_the_next_page(at: datetime) -> None:
    advisor = hired()
    for number in range(26):
        a_group(advisor, at=at, plan=replace(PLAN, first=date(2026, 12, 1) + timedelta(days=number), times=1))
    assert (len(listed(at).rows), listed(at).more) == (25, True)
    with scope(NYKOPING):
        rest = open_groups(NYKOPING, Filter(), at=at, page=2)
    assert (len(rest.rows), rest.more) == (1, False)


def test_the_start_page_knows_whether_there_is_anything(at: datetime) -> None:
    assert not has_open_groups(NYKOPING)


def test_the_page_of_a_group_tells_seats_for_each_time_where_one_books_one(at: datetime) -> None:
    group = a_group(hired(), at=at, seating=Seating.MEETING, capacity=2)
    with scope(NYKOPING):
        first = Meeting.objects.filter(group=group).order_by("starts_at")[0]
    books(group, at=at, meeting_id=first.pk)
    with scope(NYKOPING):
        shown = group_page(group.pk, at=at)
    assert shown is not None
    assert [time.seats.left for time in shown.times if time.seats] == [1, 2, 2, 2, 2, 2]
    assert all(time.can_be_booked for time in shown.times)
    assert (shown.seats, shown.can_be_booked) == (None, False)


def test_a_draft_has_no_page_and_a_cancelled_group_has_one(at: datetime) -> None:
    advisor = hired()
    draft = a_group(advisor, at=at, published=False)
    group = a_group(advisor, at=at)
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=group.pk, at=at)
    with scope(NYKOPING):
        assert group_page(draft.pk, at=at) is None
        shown = group_page(group.pk, at=at)
    assert shown is not None
    assert shown.is_cancelled
    assert not shown.can_be_booked
    assert all(time.is_cancelled for time in shown.times)
