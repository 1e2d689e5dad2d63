"""A seat is booked once, the last one goes to one only, and nobody passes those who wait."""

from datetime import datetime, timedelta

import pytest

from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.choices import Reach, Seating
from anhoriglots.booking.models import Booking, BookingEvent, Group, Meeting
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.visitors.models import AccessCode, Opens

from .groups import NYKOPING, a_group, books, hired, stored

pytestmark = pytest.mark.django_db


def test_a_seat_is_booked_with_a_code_and_the_day_it_is_deleted(at: datetime) -> None:
    group = a_group(hired(), at=at)
    booked = books(group, at=at)
    saved = stored(booked)
    assert (saved.step, saved.seats, saved.call_me) == (BookingStep.BOOKED, 1, "Exempel-Inga")
    assert saved.erase_on == group.ends_at.date() + timedelta(days=14)
    with scope(NYKOPING):
        code = AccessCode.objects.get(object_id=saved.pk)
    assert (code.opens, code.expires_on) == (Opens.BOOKING, saved.erase_on)
    assert len(booked.code.split()) == 4


def test_the_same_form_twice_is_one_booking_with_the_same_code(at: datetime) -> None:
    group = a_group(hired(), at=at)
    first = books(group, at=at, submission="form")
    assert books(group, at=at, submission="form") == first
    assert books(group, at=at, submission="form").code == first.code
    with scope(NYKOPING), for_board(group.board_id):
        assert Booking.objects.count() == BookingEvent.objects.count() == 1


def test_a_full_group_says_so_and_lets_one_queue(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1)
    books(group, at=at)
    with pytest.raises(Refused) as refused:
        books(group, at=at)
    assert refused.value.decision.reason == "full"
    assert "ställa dig i kö" in refused.value.decision.sentence
    assert stored(books(group, at=at, or_queue=True)).step == BookingStep.QUEUED


def test_a_group_without_queue_has_none(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1, has_queue=False)
    books(group, at=at)
    with pytest.raises(Refused) as refused:
        books(group, at=at, or_queue=True)
    assert "kö" not in refused.value.decision.sentence


def test_nobody_new_passes_those_who_wait_for_two_seats(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=2)
    books(group, at=at)
    waits = books(group, at=at, seats=2, companion="Exempel-Ove", or_queue=True)
    assert stored(waits).step == BookingStep.QUEUED
    with pytest.raises(Refused):
        books(group, at=at)  # one seat is free, but somebody is before


@pytest.mark.parametrize("seats", [0, 3, -1])
def test_a_booking_is_for_one_or_two(at: datetime, seats: int) -> None:
    group = a_group(hired(), at=at)
    with pytest.raises(Refused):
        books(group, at=at, seats=seats)


def test_a_personal_number_is_never_kept_as_a_name(at: datetime) -> None:
    group = a_group(hired(), at=at)
    with pytest.raises(Refused):
        books(group, at=at, call_me="19121212-1212")


def test_a_draft_cannot_be_booked_nor_what_has_begun(at: datetime) -> None:
    draft = a_group(hired(), at=at, published=False)
    with pytest.raises(Refused):
        books(draft, at=at)
    group = a_group(hired(), at=at)
    with pytest.raises(Refused) as refused:
        books(group, at=group.starts_at)
    assert refused.value.decision.reason == "has-begun"
    assert stored(books(group, at=group.starts_at - timedelta(seconds=1))).step == BookingStep.BOOKED


def test_each_meeting_has_its_own_seats_where_one_books_one_time(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1, seating=Seating.MEETING)
    with scope(NYKOPING):
        first, second = Meeting.objects.filter(group=group).order_by("starts_at")[:2]
    assert stored(books(group, at=at, meeting_id=first.pk)).erase_on == first.ends_at.date() + timedelta(days=14)
    books(group, at=at, meeting_id=second.pk)
    with pytest.raises(Refused):
        books(group, at=at, meeting_id=first.pk)
    with pytest.raises(Meeting.DoesNotExist):
        books(group, at=at)


def test_nobody_books_where_the_door_is_open(at: datetime) -> None:
    group = a_group(hired(), at=at, seating=Seating.OPEN, capacity=None)
    with scope(NYKOPING):
        first = Meeting.objects.filter(group=group).order_by("starts_at")[0]
    with pytest.raises(Refused):
        books(group, at=at, meeting_id=first.pk)


def test_who_only_looks_with_the_code_leaves_no_number(at: datetime) -> None:
    group = a_group(hired(), at=at)
    assert stored(books(group, at=at, reach=Reach.CODE, contact="070-174 06 51")).contact == ""


def test_a_meeting_of_another_group_is_not_found(at: datetime) -> None:
    advisor = hired()
    group, other = (a_group(advisor, at=at, seating=Seating.MEETING) for _ in range(2))
    with scope(NYKOPING):
        elsewhere = Meeting.objects.filter(group=other).order_by("starts_at")[0]
    with pytest.raises(Meeting.DoesNotExist):
        books(group, at=at, meeting_id=elsewhere.pk)


def test_another_municipality_sees_no_group_of_ours(at: datetime) -> None:
    group = a_group(hired(), at=at)
    with scope("0662"):
        assert not Group.objects.filter(pk=group.pk).exists()
    with scope(NYKOPING):
        assert Group.objects.filter(pk=group.pk).exists()


def test_another_board_reads_what_is_published_and_can_change_nothing(at: datetime) -> None:
    group = a_group(hired(), at=at)
    booked = books(group, at=at)
    other = hired(board="social_board")
    with scope(NYKOPING, other.board_id):
        assert Group.objects.filter(pk=group.pk).exists()
        assert Group.objects.filter(pk=group.pk).update(capacity=1) == 0
        assert Group.objects.filter(pk=group.pk).delete()[0] == 0
        assert not Booking.objects.filter(pk=booked.booking_id).exists()


def test_cancelling_offers_the_seat_to_the_first_who_waits(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1)
    first = books(group, at=at)
    second = books(group, at=at + timedelta(minutes=1), or_queue=True)
    third = books(group, at=at + timedelta(minutes=2), or_queue=True)
    later = at + timedelta(minutes=3)
    with scope(NYKOPING):
        told = cancel_booking(at=later, board_id=first.board_id, booking_id=first.booking_id)
    assert [one.pk for one in told] == [second.booking_id]
    assert stored(second).offered_until == later + timedelta(hours=48)
    assert stored(third).step == BookingStep.QUEUED
    with scope(NYKOPING):
        assert cancel_booking(at=later, board_id=first.board_id, booking_id=first.booking_id) == []
