"""Whoever asked for it is told what has happened, once; the others stand on a list for somebody who rings or writes."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from anhoriglots.booking.actions.answer_offer import accept_offer
from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.actions.erase_booking import erase_booking
from anhoriglots.booking.actions.erase_lists import erase_lists
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.actions.note_told import note_told
from anhoriglots.booking.choices import Reach, Seating
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.queries.to_be_told import (
    moved_to_be_told,
    offered_to_be_told,
    to_be_told,
)
from anhoriglots.booking.schedule import Time
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.notifications.workflow import MessageStep

from .groups import NYKOPING, a_group, at_work, books, hired, stored

pytestmark = pytest.mark.django_db
EMAIL: dict[str, Any] = {"reach": Reach.EMAIL, "contact": "inga@exempel.example"}


@pytest.fixture(autouse=True)
def mail_is_set_up(settings: Settings) -> None:
    settings.EMAIL_HOST, settings.PUBLIC_URL = "mail.exempel.example", "https://tid.exempel.example"


def told(booked: Booked, words: Words | None = None) -> list[tuple[str, str]]:
    """What lies in the outbox about the booking: words and step."""
    with scope(NYKOPING), for_board(booked.board_id):
        rows = OutgoingMessage.objects.filter(about_id=booked.booking_id).order_by("time")
        rows = rows.filter(words=words) if words else rows
        return list(rows.values_list("words", "step"))


def first_of(group: Group) -> Meeting:
    with scope(NYKOPING):
        return Meeting.objects.filter(group=group).order_by("starts_at")[0]


def test_nobody_is_written_to_after_booking(at: datetime) -> None:
    group = a_group(hired(), at=at)
    assert told(books(group, at=at, wants_reminder=True, **EMAIL)) == []


def test_a_cancelled_meeting_is_told_by_message_and_the_others_stand_on_lists(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    by_mail = books(group, at=at, **EMAIL)
    by_text = books(group, at=at, reach=Reach.TEXT)  # no service is set up
    by_phone = books(group, at=at)
    by_letter = books(group, at=at, reach=Reach.LETTER, contact="Exempelgatan 1")
    looks = books(group, at=at, reach=Reach.CODE)
    meeting = first_of(group)
    with at_work(advisor):
        assert len(cancel_meeting(actor=advisor, meeting_id=meeting.pk, at=at).bookings) == 5
        assert cancel_meeting(actor=advisor, meeting_id=meeting.pk, at=at).bookings == ()
        lists = to_be_told(meeting)
        other = to_be_told(Meeting.objects.filter(group=group).order_by("starts_at")[1])
    assert [one.about_id for one in lists.on_the_way] == [by_mail.booking_id]
    assert {one.about_id: one.why for one in lists.by_phone} == {
        by_text.booking_id: "Kommunen skickar inte sådana meddelanden än",
        by_phone.booking_id: "Vill bli nådd så",
    }
    assert [one.about_id for one in lists.by_letter] == [by_letter.booking_id]
    assert told(looks) == []
    assert (lists.done, other.by_phone) == ((), ())


def test_whoever_has_rung_notes_it_and_no_other_board_can(at: datetime) -> None:
    advisor, other = hired(), hired(board="social_board")
    group = a_group(advisor, at=at)
    books(group, at=at)
    meeting = first_of(group)
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=meeting.pk, at=at)
        (row,) = to_be_told(meeting).by_phone
    with at_work(other), pytest.raises(OutgoingMessage.DoesNotExist):
        note_told(actor=other, message_id=row.message_id, at=at)
    stranger = hired(unit=1)
    with at_work(stranger), pytest.raises(Refused):
        note_told(actor=stranger, message_id=row.message_id, at=at)
    with at_work(advisor):
        note_told(actor=advisor, message_id=row.message_id, at=at)
        after = to_be_told(meeting)
    assert (after.by_phone, [one.step for one in after.done]) == ((), [MessageStep.TOLD])


def test_a_cancelled_group_is_told_once_to_all_who_were_in_it(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at, capacity=1)
    comes, waits = books(group, at=at, **EMAIL), books(group, at=at, or_queue=True, **EMAIL)
    gone = books(group, at=at, or_queue=True, **EMAIL)
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=gone.board_id, booking_id=gone.booking_id)
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=group.pk, at=at)
        lists = to_be_told(group)
    assert {one.about_id for one in lists.on_the_way} == {comes.booking_id, waits.booking_id}
    assert told(comes) == [(Words.ALL_CANCELLED, MessageStep.WAITING)]
    assert told(gone) == []


def test_those_who_booked_one_time_are_told_of_theirs_when_the_group_is_cancelled(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at, seating=Seating.MEETING)
    with scope(NYKOPING):
        times = list(Meeting.objects.filter(group=group).order_by("starts_at"))
    booked = [books(group, at=at, meeting_id=one.pk, **EMAIL) for one in times[:2]]
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=times[0].pk, at=at)
        cancel_group(actor=advisor, group_id=group.pk, at=at + timedelta(hours=1))
    assert [told(one) for one in booked] == [[(Words.CANCELLED, MessageStep.WAITING)]] * 2
    with scope(NYKOPING), for_board(group.board_id):
        found = OutgoingMessage.objects.order_by("time").values_list("time", flat=True)
        assert list(found) == [one.starts_at for one in times[:2]]


def test_an_offered_seat_is_told_with_the_last_instant_and_no_longer_when_it_is_answered(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at, capacity=1)
    first = books(group, at=at)
    waits = books(group, at=at, or_queue=True, **EMAIL)
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=first.board_id, booking_id=first.booking_id)
    with at_work(advisor):
        (offer,) = OutgoingMessage.objects.filter(about_id=waits.booking_id)
        assert len(offered_to_be_told(group).on_the_way) == 1
    assert (offer.words, offer.time, offer.until) == (Words.OFFERED, group.starts_at, at + timedelta(hours=48))
    with scope(NYKOPING):
        accept_offer(at=at, board_id=waits.board_id, booking_id=waits.booking_id)
    assert told(waits) == [(Words.OFFERED, MessageStep.CALLED_OFF)]


def test_an_answer_that_comes_too_late_gives_the_seat_to_the_next_who_is_told(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1)
    first = books(group, at=at)
    late = books(group, at=at, or_queue=True, **EMAIL)
    next_one = books(group, at=at + timedelta(minutes=1), or_queue=True, **EMAIL)
    later = at + timedelta(hours=49)
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=first.board_id, booking_id=first.booking_id)
        with pytest.raises(Refused):
            accept_offer(at=later, board_id=late.board_id, booking_id=late.booking_id)
    assert stored(late).step == BookingStep.PASSED_ON
    assert stored(next_one).step == BookingStep.OFFERED
    assert told(late) == [(Words.OFFERED, MessageStep.CALLED_OFF)]
    assert told(next_one) == [(Words.OFFERED, MessageStep.WAITING)]


def test_a_moved_meeting_is_told_and_the_last_move_only(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    booked = books(group, at=at, **EMAIL)
    meeting = first_of(group)
    with at_work(advisor):
        for hours in (1, 2):
            moved = Time(meeting.starts_at + timedelta(hours=hours), meeting.ends_at + timedelta(hours=hours))
            move_meeting(actor=advisor, meeting_id=meeting.pk, to=moved, at=at + timedelta(minutes=hours))
        (told_now,) = moved_to_be_told(meeting).on_the_way
        row = OutgoingMessage.objects.get(pk=told_now.message_id)
    assert row.time == meeting.starts_at + timedelta(hours=2)
    assert told(booked) == [(Words.MOVED, MessageStep.CALLED_OFF), (Words.MOVED, MessageStep.WAITING)]


def test_a_cancelled_meeting_leaves_time_to_ring_when_the_message_does_not_go(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    booked = books(group, at=at, **EMAIL)
    meeting = first_of(group)
    now = meeting.starts_at - timedelta(hours=6)
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=meeting.pk, at=now)
        row = OutgoingMessage.objects.get(about_id=booked.booking_id)
    assert row.give_up_at == now + timedelta(hours=3)


@pytest.mark.parametrize("how", ["by the person", "by the night"])
def test_what_was_told_is_deleted_with_the_booking(at: datetime, how: str) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    booked = books(group, at=at, **EMAIL)
    kept_until = stored(booked).erase_on
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=first_of(group).pk, at=at)
    if how == "by the person":
        with scope(NYKOPING):
            erase_booking(at=at, board_id=booked.board_id, booking_id=booked.booking_id)
    else:
        after = datetime.combine(kept_until + timedelta(days=1), time(4), at.tzinfo)
        with at_work(advisor):
            assert erase_lists(at=after - timedelta(days=1)) == 0
            assert erase_lists(at=after) == 1
    assert told(booked) == []


def test_another_boards_lists_are_empty_for_us(at: datetime) -> None:
    advisor, other = hired(), hired(board="social_board")
    group = a_group(advisor, at=at)
    books(group, at=at)
    meeting = first_of(group)
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=meeting.pk, at=at)
    with at_work(other):
        assert to_be_told(meeting).by_phone == to_be_told(group).by_phone == ()
