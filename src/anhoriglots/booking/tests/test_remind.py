"""Reminders go the working day before, to those who asked, once, and never to somebody who does not come."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import Settings

from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.cancel_meeting import cancel_meeting
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.actions.pass_on import pass_on, with_late_offers
from anhoriglots.booking.actions.remind import remind, to_remind_of
from anhoriglots.booking.choices import Reach, Rhythm, Seating
from anhoriglots.booking.models import Booking, Group, Meeting
from anhoriglots.booking.queries.to_be_told import to_be_reminded
from anhoriglots.booking.schedule import Plan, Time
from anhoriglots.booking.tasks import erase_old_lists, look_at_the_clock
from anhoriglots.booking.telling import remind_at
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import scope
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.notifications.workflow import MessageStep

from .groups import NYKOPING, a_group, at_work, books, hired, stored

SWEDEN = ZoneInfo("Europe/Stockholm")
ASKED: dict[str, Any] = {"reach": Reach.EMAIL, "contact": "inga@exempel.example", "wants_reminder": True}


@pytest.fixture(autouse=True)
def mail_is_set_up(settings: Settings) -> None:
    settings.EMAIL_HOST, settings.PUBLIC_URL = "mail.exempel.example", "https://tid.exempel.example"


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SWEDEN)


def look(group: Group, at: datetime) -> int:
    """What the task does at the board; returns how many reminders were queued."""
    with scope(NYKOPING, group.board_id):
        return sum(remind(meeting_id=key, at=at) for key in to_remind_of(at=at))


def reminders(group: Group) -> list[tuple[object, str]]:
    with scope(NYKOPING, group.board_id):
        rows = OutgoingMessage.objects.filter(words=Words.REMINDER).order_by("pk")
        return list(rows.values_list("about_id", "step"))


@pytest.mark.parametrize(
    ("starts", "reminded"),
    [
        ("2026-12-01 18:00", "2026-11-30 10:00"),
        ("2026-11-30 18:00", "2026-11-27 10:00"),  # over a weekend
        ("2026-12-28 18:00", "2026-12-23 10:00"),  # over Christmas
        ("2027-01-07 09:00", "2027-01-05 10:00"),  # over Epiphany
        ("2027-03-30 18:00", "2027-03-25 10:00"),  # over Easter and the change to summer time
        ("2026-10-26 18:00", "2026-10-23 10:00"),  # over the change to winter time
    ],
)
def test_the_reminder_goes_at_ten_the_working_day_before(starts: str, reminded: str) -> None:
    assert remind_at(wall(starts).astimezone(ZoneInfo("UTC"))) == wall(reminded)


@pytest.mark.django_db
@pytest.mark.parametrize("first", [date(2027, 3, 29), date(2026, 10, 26)])
def test_around_both_clock_changes_the_reminder_is_in_the_outbox_at_ten_and_not_before(first: date) -> None:
    before = datetime.combine(first - timedelta(days=20), time(9), SWEDEN)
    group = a_group(hired(), at=before, plan=Plan(first, time(18), time(20), skip_holidays=False))
    books(group, at=before, **ASKED)
    due = remind_at(group.starts_at)
    assert due.hour == 10
    assert look(group, due - timedelta(seconds=1)) == 0
    assert look(group, due) == 1


@pytest.mark.django_db
def test_only_those_who_asked_are_reminded_and_once_for_each_time(at: datetime) -> None:
    group = a_group(hired(), at=at)
    asked = books(group, at=at, **ASKED)
    books(group, at=at, **{**ASKED, "wants_reminder": False})
    books(group, at=at, reach=Reach.LETTER, contact="Exempelgatan 1", wants_reminder=True)
    books(group, at=at, reach=Reach.CODE, wants_reminder=True)
    due = remind_at(group.starts_at)
    assert look(group, due) == 1
    assert look(group, due + timedelta(minutes=5)) == 0
    assert reminders(group) == [(asked.booking_id, MessageStep.WAITING)]
    with scope(NYKOPING):
        second = Meeting.objects.filter(group=group).order_by("starts_at")[1]
    assert look(group, remind_at(second.starts_at)) == 1


@pytest.mark.django_db
def test_whoever_wants_to_be_rung_stands_on_the_list_of_those_to_remind(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    booked = books(group, at=at, wants_reminder=True)
    look(group, remind_at(group.starts_at))
    with at_work(advisor):
        meeting = Meeting.objects.get(group=group, starts_at=group.starts_at)
        (row,) = to_be_reminded(meeting, at=group.starts_at - timedelta(seconds=1)).by_phone
        assert to_be_reminded(meeting, at=group.starts_at).by_phone == ()
    assert row.about_id == booked.booking_id


@pytest.mark.django_db
def test_whoever_cancels_before_or_after_it_was_queued_gets_none(at: datetime) -> None:
    group = a_group(hired(), at=at)
    before, after = books(group, at=at, **ASKED), books(group, at=at, **ASKED)
    due = remind_at(group.starts_at)
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=before.board_id, booking_id=before.booking_id)
    assert look(group, due) == 1
    with scope(NYKOPING):
        cancel_booking(at=due, board_id=after.board_id, booking_id=after.booking_id)
    assert reminders(group) == [(after.booking_id, MessageStep.CALLED_OFF)]
    assert look(group, due + timedelta(minutes=5)) == 0


@pytest.mark.django_db
def test_a_meeting_cancelled_after_the_reminder_is_told_and_the_reminder_is_not(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    booked = books(group, at=at, **ASKED)
    due = remind_at(group.starts_at)
    look(group, due)
    with at_work(advisor):
        meeting = Meeting.objects.get(group=group, starts_at=group.starts_at)
        cancel_meeting(actor=advisor, meeting_id=meeting.pk, at=due)
        found = dict(OutgoingMessage.objects.filter(about_id=booked.booking_id).values_list("words", "step"))
    assert found == {Words.REMINDER: MessageStep.CALLED_OFF, Words.CANCELLED: MessageStep.WAITING}
    assert look(group, due + timedelta(minutes=5)) == 0


@pytest.mark.django_db
def test_a_meeting_that_is_moved_is_reminded_of_anew(at: datetime) -> None:
    advisor = hired()
    group = a_group(advisor, at=at)
    books(group, at=at, **ASKED)
    due = remind_at(group.starts_at)
    look(group, due)
    with at_work(advisor):
        meeting = Meeting.objects.get(group=group, starts_at=group.starts_at)
        to = Time(meeting.starts_at + timedelta(days=2), meeting.ends_at + timedelta(days=2))
        move_meeting(actor=advisor, meeting_id=meeting.pk, to=to, at=due)
    assert [step for _, step in reminders(group)] == [MessageStep.CALLED_OFF]
    assert look(group, due + timedelta(minutes=5)) == 0
    assert look(group, remind_at(to.starts_at)) == 1


@pytest.mark.django_db
def test_whoever_books_after_the_hour_of_reminding_is_not_reminded_of_what_was_just_done(at: datetime) -> None:
    group = a_group(hired(), at=at)
    due = remind_at(group.starts_at)
    books(group, at=due + timedelta(hours=1), **ASKED)
    assert look(group, due + timedelta(hours=2)) == 0


@pytest.mark.django_db
def test_a_reminder_missed_while_the_program_was_down_goes_before_the_start_and_not_after(at: datetime) -> None:
    group = a_group(hired(), at=at)
    books(group, at=at, **ASKED)
    assert look(group, group.starts_at) == 0
    assert look(group, group.starts_at - timedelta(minutes=30)) == 1


@pytest.mark.django_db
def test_who_has_booked_one_time_is_reminded_of_that_one(at: datetime) -> None:
    group = a_group(
        hired(), at=at, seating=Seating.MEETING, plan=Plan(date(2026, 12, 1), time(18), time(20), 2, Rhythm.WEEKLY)
    )
    with scope(NYKOPING):
        first, second = Meeting.objects.filter(group=group).order_by("starts_at")
    books(group, at=at, meeting_id=second.pk, **ASKED)
    assert look(group, remind_at(first.starts_at)) == 0
    assert look(group, remind_at(second.starts_at)) == 1


@pytest.mark.django_db
def test_another_board_reminds_nobody_of_ours_and_passes_nothing_on(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1)
    first = books(group, at=at, **ASKED)
    books(group, at=at, or_queue=True, **ASKED)
    due = remind_at(group.starts_at)
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=first.board_id, booking_id=first.booking_id)
    with scope(NYKOPING, hired(board="social_board").board_id):
        assert to_remind_of(at=due) == with_late_offers(at=due) == []
    with scope(NYKOPING, group.board_id):
        assert with_late_offers(at=due) == [(group.pk, None)]


@pytest.mark.django_db
def test_late_offers_go_on_one_after_the_other_until_nobody_waits(at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1)
    first = books(group, at=at)
    waiting = [books(group, at=at + timedelta(minutes=n), or_queue=True, **ASKED) for n in (1, 2)]
    now = at + timedelta(hours=1)
    with scope(NYKOPING):
        cancel_booking(at=now, board_id=first.board_id, booking_id=first.booking_id)
    for passed, then in ((waiting[0], waiting[1]), (waiting[1], None)):
        assert stored(passed).step == BookingStep.OFFERED
        now += timedelta(hours=48)
        with scope(NYKOPING, group.board_id):
            assert with_late_offers(at=now - timedelta(seconds=1)) == []
            assert pass_on(group_id=group.pk, meeting_id=None, at=now) == (1 if then else 0)
        assert stored(passed).step == BookingStep.PASSED_ON
    assert stored(books(group, at=now)).step == BookingStep.BOOKED


def test_two_workers_at_once_remind_once_and_offer_once(django_db_setup: None, committed: None, at: datetime) -> None:
    group = a_group(hired(), at=at, capacity=1)
    first = books(group, at=at, **ASKED)
    waiting = [books(group, at=at + timedelta(minutes=n), or_queue=True, **ASKED) for n in (1, 2)]
    due = remind_at(group.starts_at)
    with several_at_once(4) as run:
        assert sum(run(lambda _: look(group, due))) == 1
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=first.board_id, booking_id=first.booking_id)
    late = at + timedelta(hours=49)

    def hand_on(_: int) -> int:
        with scope(NYKOPING, group.board_id):
            return pass_on(group_id=group.pk, meeting_id=None, at=late)

    with several_at_once(4) as run:
        assert sum(run(hand_on)) == 1
    assert [stored(one).step for one in waiting] == [BookingStep.PASSED_ON, BookingStep.OFFERED]


@pytest.mark.django_db
def test_the_tasks_visit_the_board_and_delete_old_lists(at: datetime) -> None:
    """The tasks ask the clock, so what they find lies long ago."""
    long_ago = at.replace(year=2020, day=3)
    plan = Plan(date(2020, 12, 1), time(18), time(20))
    group = a_group(hired(), at=long_ago, plan=plan, capacity=1)
    first = books(group, at=long_ago)
    waits = books(group, at=long_ago, or_queue=True)
    with scope(NYKOPING):
        cancel_booking(at=long_ago, board_id=first.board_id, booking_id=first.booking_id)
    look_at_the_clock(0)
    assert stored(waits).step == BookingStep.PASSED_ON
    erase_old_lists(0)
    with scope(NYKOPING, group.board_id):
        assert not Booking.objects.exists()
        assert not OutgoingMessage.objects.exists()
