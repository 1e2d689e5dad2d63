"""A seat and a wish for relief are saved together or not at all, and the seat is held for the one who asked."""

from datetime import date, datetime, timedelta
from unittest.mock import patch
from uuid import UUID

import pytest

from anhoriglots.booking.models import Booking
from anhoriglots.booking.queries.places_left import places_left
from anhoriglots.booking.tests.groups import NYKOPING, a_group, books, hired, stored
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Board
from anhoriglots.relief.actions.ask_relief import Wish
from anhoriglots.relief.choices import Place
from anhoriglots.relief.models import ReliefEvent, ReliefRequest
from anhoriglots.relief.workflow import ReliefStep

from .wishes import PLAN, asks, place, request_of

pytestmark = pytest.mark.django_db


def rows_of(board: UUID) -> tuple[int, int, int]:
    with scope(NYKOPING), for_board(board):
        return Booking.objects.count(), ReliefRequest.objects.count(), ReliefEvent.objects.count()


def test_a_seat_and_a_wish_are_saved_together(at: datetime) -> None:
    group = a_group(hired(), at=at, plan=PLAN)
    booked = asks(group, at=at, wish=Wish(hours=4, lives_together=True))
    request = request_of(booked)
    assert stored(booked).step == BookingStep.BOOKED
    assert (request.step, request.hours, request.place) == (ReliefStep.ASKED, 4, Place.HOME)
    assert request.unit.key == "carer_support"
    assert rows_of(group.board_id) == (1, 1, 1)


def test_the_same_form_twice_is_one_wish(at: datetime) -> None:
    group = a_group(hired(), at=at, plan=PLAN)
    first = asks(group, at=at, submission="form")
    assert asks(group, at=at, submission="form") == first
    assert rows_of(group.board_id) == (1, 1, 1)


def test_a_held_seat_counts_as_taken_by_everybody(at: datetime) -> None:
    group = a_group(hired(), at=at, plan=PLAN, capacity=1)
    asks(group, at=at)
    with pytest.raises(Refused) as refused:
        books(group, at=at)
    assert refused.value.decision.reason == "full"
    with scope(NYKOPING):
        assert places_left([group]).of(group.pk, None).left == 0


def test_when_the_wish_cannot_be_saved_there_is_no_seat_either(at: datetime) -> None:
    group = a_group(hired(), at=at, plan=PLAN)
    where = "anhoriglots.relief.actions.ask_relief.log_relief_step"
    with patch(where, side_effect=RuntimeError("failed in the middle")), pytest.raises(RuntimeError):
        asks(group, at=at)
    assert rows_of(group.board_id) == (0, 0, 0)


@pytest.mark.parametrize("hours", [0, -1, 9, 10_000])
def test_hours_out_of_reason_book_nothing(at: datetime, hours: int) -> None:
    group = a_group(hired(), at=at, plan=PLAN)
    with pytest.raises(Refused) as refused:
        asks(group, at=at, wish=Wish(hours=hours))
    assert refused.value.decision.reason == "hours-out-of-reason"
    assert rows_of(group.board_id) == (0, 0, 0)


def test_it_can_be_asked_for_until_there_is_no_time_to_answer(at: datetime) -> None:
    """Three working days to answer, and two days before the first meeting on a Tuesday: until the Tuesday before."""
    group = a_group(hired(), at=at, plan=PLAN)
    tuesday = datetime(2026, 12, 1, 14, 59, tzinfo=at.tzinfo)
    assert request_of(asks(group, at=tuesday)).step == ReliefStep.ASKED
    with pytest.raises(Refused) as refused:
        asks(group, at=tuesday + timedelta(days=2))
    assert refused.value.decision.reason == "no-relief-here"


def test_where_nobody_answers_nothing_can_be_asked(at: datetime) -> None:
    group = a_group(hired(board="social_board"), at=at, plan=PLAN)
    assert Board.objects.get(pk=group.board_id).key == "social_board"
    with pytest.raises(Refused) as refused:
        asks(group, at=at)
    assert refused.value.decision.reason == "no-relief-here"


def test_a_profile_that_was_loaded_before_there_was_such_a_part_offers_nothing(at: datetime) -> None:
    group = a_group(hired(), at=at, plan=PLAN)
    here = place()
    del here.settings["relief"]
    with pytest.raises(Refused):
        asks(group, at=at, here=here)


def test_outside_the_home_only_from_the_day_the_law_says(at: datetime) -> None:
    outside = Wish(hours=3, place=Place.OUTSIDE)
    assert request_of(asks(a_group(hired(), at=at, plan=PLAN), at=at, wish=outside)).place == Place.OUTSIDE
    before = datetime(2026, 6, 1, 10, tzinfo=at.tzinfo)
    last_day, first_day = (
        a_group(hired(), at=before, plan=PLAN.__class__(first=day, starts=PLAN.starts, ends=PLAN.ends))
        for day in (date(2026, 6, 30), date(2026, 7, 1))
    )
    assert request_of(asks(first_day, at=before, wish=outside)).place == Place.OUTSIDE
    with pytest.raises(Refused) as refused:
        asks(last_day, at=before, wish=outside)
    assert [citation.number for citation in refused.value.decision.citations] == ["1993:387"]


def test_one_who_queues_has_asked_already_when_a_seat_comes(at: datetime) -> None:
    group = a_group(hired(), at=at, plan=PLAN, capacity=1)
    books(group, at=at)
    booked = asks(group, at=at, or_queue=True)
    assert stored(booked).step == BookingStep.QUEUED
    assert request_of(booked).step == ReliefStep.ASKED
