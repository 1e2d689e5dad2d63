"""A group that goes on one time more keeps the seats of those who have one, and tells them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import Settings

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.add_meeting import add_meeting
from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.choices import Reach, Seating
from anhoriglots.booking.models import Booking, Group, Meeting
from anhoriglots.booking.queries.places_left import places_left
from anhoriglots.booking.schedule import MOST_MEETINGS, Time
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.notifications.workflow import MessageStep
from anhoriglots.visitors.models import AccessCode

from .groups import NYKOPING, a_group, at_work, books, hired, stored

pytestmark = pytest.mark.django_db
SWEDEN = ZoneInfo("Europe/Stockholm")


@pytest.fixture(autouse=True)
def mail_is_set_up(settings: Settings) -> None:
    settings.EMAIL_HOST, settings.PUBLIC_URL = "mail.exempel.example", "https://tid.exempel.example"


def evening(day: datetime, hour: int = 18) -> Time:
    """Two hours on Swedish clocks."""
    on = day.astimezone(SWEDEN).date()
    return Time(*(datetime.combine(on, time(clock), SWEDEN) for clock in (hour, hour + 2)))


def told(group: Group) -> list[tuple[object, str]]:
    """In the order of the bookings."""
    with scope(NYKOPING, group.board_id):
        rows = OutgoingMessage.objects.filter(words=Words.ADDED).order_by("about_id")
        return list(rows.values_list("about_id", "step"))


def test_those_of_a_course_have_the_seat_then_too_and_are_told(at: datetime) -> None:
    group = a_group(advisor := hired(), at=at, capacity=2)
    by_mail = books(group, at=at, reach=Reach.EMAIL, contact="inga@exempel.example")
    by_phone = books(group, at=at)
    waits = books(group, at=at, or_queue=True)
    looks, days = stored(by_mail), 35
    to = evening(group.ends_at + timedelta(days=days))
    with at_work(advisor):
        alive = add_meeting(actor=advisor, group_id=group.pk, to=to, at=at)
    assert {one.pk for one in alive} == {by_mail.booking_id, by_phone.booking_id, waits.booking_id}
    assert told(group) == [(by_mail.booking_id, MessageStep.WAITING), (by_phone.booking_id, MessageStep.BY_HAND)]
    with at_work(advisor):
        assert add_meeting(actor=advisor, group_id=group.pk, to=to, at=at) == ()
    assert len(told(group)) == 2
    assert stored(by_mail).erase_on == looks.erase_on + timedelta(days=days)
    with scope(NYKOPING, group.board_id):
        group.refresh_from_db()
        assert (group.ends_at, Meeting.objects.filter(group=group).count()) == (to.ends_at, 7)
        assert set(AccessCode.objects.values_list("expires_on", flat=True)) == {stored(waits).erase_on}


def test_a_time_between_the_others_keeps_nothing_longer(at: datetime) -> None:
    group = a_group(advisor := hired(), at=at)
    booked = books(group, at=at)
    before = stored(booked).erase_on
    with at_work(advisor):
        add_meeting(actor=advisor, group_id=group.pk, to=evening(group.starts_at + timedelta(days=1)), at=at)
    assert stored(booked).erase_on == before


def test_a_time_that_is_booked_by_itself_has_all_its_seats_and_tells_nobody(at: datetime) -> None:
    group = a_group(advisor := hired(), at=at, seating=Seating.MEETING, capacity=3)
    with at_work(advisor):
        first = Meeting.objects.filter(group=group).earliest("starts_at")
        books(group, at=at, meeting_id=first.pk)
        assert add_meeting(actor=advisor, group_id=group.pk, to=evening(group.ends_at + timedelta(days=7)), at=at) == ()
        new = Meeting.objects.filter(group=group).latest("starts_at")
        assert places_left([group]).of(group.pk, new.pk).left == 3
    books(group, at=at, meeting_id=new.pk, seats=2)
    assert told(group) == []
    with at_work(advisor):
        assert Booking.objects.filter(meeting=new).count() == 1


def test_a_time_that_is_added_and_called_off_again_is_not_told_first(at: datetime) -> None:
    group = a_group(advisor := hired(), at=at)
    booked = books(group, at=at, reach=Reach.EMAIL, contact="inga@exempel.example")
    with at_work(advisor):
        add_meeting(actor=advisor, group_id=group.pk, to=evening(group.ends_at + timedelta(days=7)), at=at)
        cancel_meeting(actor=advisor, meeting_id=Meeting.objects.filter(group=group).latest("starts_at").pk, at=at)
    assert told(group) == [(booked.booking_id, MessageStep.CALLED_OFF)]


@pytest.mark.parametrize(
    ("days", "hour", "reason"),
    [(-400, 18, "in-the-past"), (0, 19, "overlaps"), (0, 17, "overlaps")],
)
def test_a_time_that_cannot_be_is_refused(at: datetime, days: int, hour: int, reason: str) -> None:
    group = a_group(advisor := hired(), at=at)
    to = evening(group.starts_at + timedelta(days=days), hour)
    with at_work(advisor), pytest.raises(Refused) as refused:
        add_meeting(actor=advisor, group_id=group.pk, to=to, at=at)
    assert refused.value.decision.reason == reason


def test_the_start_of_a_cancelled_time_cannot_be_used_again_but_an_hour_later_can(at: datetime) -> None:
    group = a_group(advisor := hired(), at=at)
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=Meeting.objects.filter(group=group).earliest("starts_at").pk, at=at)
        with pytest.raises(Refused):
            add_meeting(actor=advisor, group_id=group.pk, to=evening(group.starts_at), at=at)
        add_meeting(actor=advisor, group_id=group.pk, to=evening(group.starts_at, 19), at=at)


def test_what_is_over_or_cancelled_or_somebody_elses_goes_on_no_longer(at: datetime) -> None:
    group = a_group(advisor := hired(), at=at)
    later = group.ends_at + timedelta(days=1)
    with at_work(advisor), pytest.raises(Refused) as over:
        add_meeting(actor=advisor, group_id=group.pk, to=evening(later + timedelta(days=7)), at=later)
    assert over.value.decision.reason == "is-over"
    for other in (hired(Role.CARER_REPRESENTATIVE, name="Otto"), hired(unit=1, name="Annan enhet")):
        with at_work(other), pytest.raises(Refused):
            add_meeting(actor=other, group_id=group.pk, to=evening(later), at=at)
    with at_work(outsider := hired(board="social_board")), pytest.raises(Group.DoesNotExist):
        add_meeting(actor=outsider, group_id=group.pk, to=evening(later), at=at)
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=group.pk, at=at)
        with pytest.raises(Refused) as cancelled:
            add_meeting(actor=advisor, group_id=group.pk, to=evening(later), at=at)
    assert cancelled.value.decision.reason == "cancelled"


def test_a_group_has_no_more_times_than_a_plan_may_have(at: datetime) -> None:
    group = a_group(advisor := hired(), at=at)
    with at_work(advisor):
        left = MOST_MEETINGS - Meeting.objects.filter(group=group).count()
        for number in range(left):
            to = evening(group.starts_at + timedelta(days=1 + number // 2), 8 + 4 * (number % 2))
            add_meeting(actor=advisor, group_id=group.pk, to=to, at=at)
        with pytest.raises(Refused) as refused:
            add_meeting(actor=advisor, group_id=group.pk, to=evening(group.ends_at + timedelta(days=2)), at=at)
    assert refused.value.decision.reason == "too-many"


@pytest.mark.parametrize("day", [datetime(2027, 3, 30, 12, tzinfo=SWEDEN), datetime(2026, 11, 25, 12, tzinfo=SWEDEN)])
def test_the_clock_of_a_time_is_swedish_on_both_sides_of_a_change(at: datetime, day: datetime) -> None:
    group = a_group(advisor := hired(), at=at)
    with at_work(advisor):
        add_meeting(actor=advisor, group_id=group.pk, to=evening(day), at=at)
        new = Meeting.objects.exclude(changed_at=None).get(group=group)
    assert new.starts_at.astimezone(SWEDEN).hour == 18
