"""What the one who asked reads and answers behind the code: the clock never decides for them."""

from datetime import datetime, time, timedelta

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.answer_offer import accept_offer
from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.choices import Reach
from anhoriglots.booking.models import Meeting
from anhoriglots.booking.schedule import Time
from anhoriglots.booking.tests.groups import NYKOPING, a_group, at_work, books, hired, municipality, stored
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.relief.actions.answer_as_carer import answer_as_carer
from anhoriglots.relief.actions.ask_relief import Wish
from anhoriglots.relief.actions.ask_what_to_do import ask_what_to_do
from anhoriglots.relief.choices import Answer, Ground, No, Place
from anhoriglots.relief.models import ReliefRequest
from anhoriglots.relief.queries.own_relief import OwnRelief, State, own_relief
from anhoriglots.relief.queries.own_words import ReliefWords, relief_words
from anhoriglots.relief.workflow import ReliefStep

from .wishes import (
    PLAN,
    WITHOUT,
    accepts,
    asks,
    declines,
    place,
    proposes,
    published,
    request_of,
    the_board_decides,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim(db: None) -> Actor:
    return hired(Role.COORDINATOR)


def own(booked: Booked, at: datetime, here: MunicipalityPage | None = None) -> OwnRelief:
    with scope(NYKOPING):
        found = own_relief(here or municipality(), booked.board_id, booked.booking_id, at=at)
    assert found is not None
    return found


def words(booked: Booked, at: datetime, here: MunicipalityPage | None = None) -> ReliefWords:
    return relief_words(own(booked, at, here))


def answers(booked: Booked, answer: Answer, at: datetime) -> None:
    with scope(NYKOPING):
        answer_as_carer(at=at, board_id=booked.board_id, booking_id=booked.booking_id, answer=answer)


def told(booked: Booked) -> list[str]:
    with scope(NYKOPING), for_board(booked.board_id):
        rows = OutgoingMessage.objects.filter(about_id=booked.booking_id, words=Words.NEWS)
        return [one.step for one in rows.order_by("pk")]


def test_the_seat_is_held_and_the_last_day_for_an_answer_is_told(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    said = words(booked, at)
    assert (said.heading, said.choices, said.may_give_back) == ("Vi håller din plats", (), False)
    assert said.lines[0].startswith("Du får svar om avlösning senast fredag 27 november")
    assert said.holds


def test_the_answer_is_due_some_days_before_the_first_meeting(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=datetime(2026, 12, 1, 9, tzinfo=at.tzinfo))
    last = own(booked, at).answer_by
    assert last is not None
    assert last <= datetime(2026, 12, 6, 18, tzinfo=at.tzinfo)


def test_without_an_answer_in_time_one_is_asked_what_to_do_and_keeps_the_seat(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    late = datetime(2026, 11, 27, 15, 0, tzinfo=at.tzinfo)
    assert own(booked, late - timedelta(seconds=1)).state is State.HELD
    said = words(booked, late)
    assert said.heading == "Vi har inte hittat avlösning än"
    assert [value for value, _ in said.choices] == [Answer.ANYWAY, Answer.TALK]
    assert said.may_give_back
    assert stored(booked).step == BookingStep.BOOKED


def test_one_whose_answer_is_late_is_told_once_however_often_the_clock_strikes(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    late = datetime(2026, 11, 27, 15, 0, tzinfo=at.tzinfo)
    counts = []
    for now in (late - timedelta(minutes=5), late, late + timedelta(minutes=5), late + timedelta(days=2)):
        with scope(NYKOPING, booked.board_id):
            counts.append(ask_what_to_do(municipality=municipality(), at=now))
    assert counts == [0, 1, 0, 0]
    assert len(told(booked)) == 1


def test_the_clock_tells_nobody_who_looks_with_the_code_or_has_no_seat(kim: Actor, at: datetime) -> None:
    group = a_group(kim, at=at, plan=PLAN, capacity=1)
    by_code = asks(group, at=at, reach=Reach.CODE, contact="")
    queued = asks(group, at=at, or_queue=True)
    with scope(NYKOPING, group.board_id):
        assert ask_what_to_do(municipality=municipality(), at=datetime(2026, 12, 3, tzinfo=at.tzinfo)) == 0
    assert told(by_code) == told(queued) == []
    assert own(queued, at).state is State.QUEUED


def test_the_time_to_answer_begins_when_the_seat_comes(kim: Actor, at: datetime) -> None:
    group = a_group(kim, at=at, plan=PLAN, capacity=1)
    first, second = books(group, at=at), asks(group, at=at, or_queue=True)
    later = datetime(2026, 11, 30, 10, tzinfo=at.tzinfo)
    with scope(NYKOPING):
        cancel_booking(at=later, board_id=first.board_id, booking_id=first.booking_id)
        accept_offer(at=later, board_id=second.board_id, booking_id=second.booking_id)
    assert own(second, later).answer_by == datetime(2026, 12, 3, 15, tzinfo=at.tzinfo)


def test_a_yes_tells_when_and_where(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    accepts(kim, booked, at=at)
    said = words(booked, at)
    assert (said.heading, said.choices) == ("Avlösningen är klar", ())
    assert said.lines == ("Varje gång klockan 17.30–21.00, hemma.",)


def test_a_moved_meeting_makes_the_yes_a_question_for_us(kim: Actor, at: datetime) -> None:
    group = a_group(kim, at=at, plan=PLAN)
    booked = asks(group, at=at)
    accepts(kim, booked, at=at)
    with at_work(kim):
        first = Meeting.objects.filter(group=group).order_by("starts_at")[0]
        to = Time(first.starts_at + timedelta(days=1), first.ends_at + timedelta(days=1))
        move_meeting(actor=kim, meeting_id=first.pk, to=to, at=at)
    assert own(booked, at).state is State.MOVED
    accepts(kim, booked, at=at)
    assert own(booked, at).state is State.ACCEPTED
    assert own(booked, to.starts_at + timedelta(hours=3)).state is State.ACCEPTED


def test_yes_to_a_proposal_is_a_yes_and_twice_changes_nothing(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    proposes(kim, booked, at=at, starts=time(16), ends=time(19))
    assert [value for value, _ in words(booked, at).choices] == [Answer.YES, Answer.NO, Answer.TALK]
    for minutes in (1, 2):
        answers(booked, Answer.YES, at + timedelta(minutes=minutes))
    request = request_of(booked)
    assert (request.step, request.step_at) == (ReliefStep.ACCEPTED, at + timedelta(minutes=1))


def test_no_to_a_proposal_keeps_the_seat_and_asks_what_to_do(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    proposes(kim, booked, at=at)
    answers(booked, Answer.NO, at)
    said = words(booked, at)
    assert (said.heading, said.lines[0]) == ("Det blir ingen avlösning", "Du sa nej till vårt förslag.")
    assert said.may_give_back
    assert stored(booked).step == BookingStep.BOOKED


def test_yes_to_what_nobody_has_proposed_is_told_to_be_late(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    for answer in (Answer.YES, Answer.NO):
        with pytest.raises(Refused):
            answers(booked, answer, at)
    assert request_of(booked).step == ReliefStep.ASKED


def test_one_can_come_without_relief(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    declines(kim, booked, at=at, no=No.NO_HOURS)
    answers(booked, Answer.ANYWAY, at)
    said = words(booked, at)
    assert (said.heading, said.choices, said.may_give_back) == ("Du kommer utan avlösning", (), False)
    assert stored(booked).step == BookingStep.BOOKED


def test_one_who_wants_to_talk_reads_the_number_and_we_see_it(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    declines(kim, booked, at=at, no=No.APPLY)
    answers(booked, Answer.TALK, at)
    said = words(booked, at)
    assert any("031-390 06 10" in line for line in said.lines)
    assert [value for value, _ in said.choices] == [Answer.ANYWAY]
    assert request_of(booked).wants_talk_at == at


def test_after_the_seat_is_given_back_there_is_nothing_to_answer(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=booked.board_id, booking_id=booked.booking_id)
        assert own_relief(municipality(), booked.board_id, booked.booking_id, at=at) is None
    with pytest.raises(Refused):
        answers(booked, Answer.ANYWAY, at)


def test_nothing_is_read_or_answered_where_nothing_was_asked(kim: Actor, at: datetime) -> None:
    booked = books(a_group(kim, at=at, plan=PLAN), at=at)
    with scope(NYKOPING):
        assert own_relief(municipality(), booked.board_id, booked.booking_id, at=at) is None
    with pytest.raises(ReliefRequest.DoesNotExist):
        answers(booked, Answer.YES, at)


def test_what_is_left_of_the_hours_is_told(kim: Actor, at: datetime) -> None:
    here = place(published()["ronneby"])
    the_board_decides(at)
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at, here=here)
    assert "Du har 24 timmar kvar till och med 31 december." in words(booked, at, here).lines
    accepts(kim, booked, at=at, here=here, ground=WITHOUT)
    assert "Du har 13,5 timmar kvar till och med 31 december." in words(booked, at, here).lines


def test_those_who_live_apart_are_told_what_there_is_instead(kim: Actor, at: datetime) -> None:
    here = place(published()["sunne"])
    wish = Wish(hours=3, lives_together=False)
    said = words(asks(a_group(kim, at=at, plan=PLAN), at=at, here=here, wish=wish), at, here)
    assert any("kan söka ändå" in line for line in said.lines)
    assert not [line for line in said.lines if "timmar kvar" in line]


@pytest.mark.parametrize("no", list(No))
def test_every_no_says_what_to_do(kim: Actor, at: datetime, no: No) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    declines(kim, booked, at=at, no=no)
    said = words(booked, at)
    assert len(said.lines) == 2
    assert said.lines[1] == "Din plats är kvar. Vad vill du göra?"


def test_outside_the_home_is_told(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at, wish=Wish(hours=2, place=Place.OUTSIDE))
    accepts(kim, booked, at=at, ground=Ground.LSS, place=Place.OUTSIDE)
    assert words(booked, at).lines == ("Varje gång klockan 17.30–21.00, någon annanstans.",)
