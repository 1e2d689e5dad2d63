"""Relief on the page behind the code: the one who asked reads the answer and decides what to do."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.models import Booking
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, books, hired, stored
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope
from anhoriglots.relief.models import ReliefRequest
from anhoriglots.relief.tests.wishes import accepts, asks, declines, proposes, request_of
from anhoriglots.relief.workflow import ReliefStep

from .test_booking import comes_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> datetime:
    """The pages ask the clock themselves."""
    return timezone.now()


@pytest.fixture
def visitor() -> Visitor:
    """A visitor in Nyköping."""
    return Visitor("/nykoping/")


@pytest.fixture
def kim(db: None) -> Actor:
    return hired(Role.COORDINATOR)


@pytest.fixture
def booked(kim: Actor, now: datetime) -> Booked:
    """A seat three weeks from now, with a wish for relief."""
    plan = replace(PLAN, first=timezone.localdate(now) + timedelta(days=21), skip_holidays=False)
    return asks(a_group(kim, at=now, plan=plan), at=now)


def presses(visitor: Visitor, answer: str) -> None:
    """Press one of the buttons about relief."""
    _, _, form = visitor.html.partition('id="relief"')
    visitor.url = form.partition('action="')[2].partition('"')[0].replace("&amp;", "&")
    visitor.send(answer=answer)


def test_while_it_waits_the_page_says_that_the_seat_is_held(visitor: Visitor, booked: Booked) -> None:
    comes_with(visitor, booked)
    assert "<h1" in visitor.html
    assert "Vi håller din plats" in visitor.text
    assert "Du får svar om avlösning senast" in visitor.text
    assert "Jag kommer ändå" not in visitor.text
    assert "<title>Din tid" in visitor.html


def test_a_yes_is_read(visitor: Visitor, kim: Actor, booked: Booked, now: datetime) -> None:
    accepts(kim, booked, at=now)
    comes_with(visitor, booked)
    assert "Avlösningen är klar" in visitor.text
    assert "17.30–21.00, hemma" in visitor.text
    visitor.follow("Avboka min plats")
    assert "Då ställer vi in avlösningen också." in visitor.text


def test_a_proposal_is_said_yes_to(visitor: Visitor, kim: Actor, booked: Booked, now: datetime) -> None:
    proposes(kim, booked, at=now, starts=time(16), ends=time(19))
    comes_with(visitor, booked)
    assert "16.00–19.00" in visitor.text
    presses(visitor, "ja")
    assert "Tack. Vi har fått ditt svar." in visitor.text
    assert "Avlösningen är klar" in visitor.text
    assert request_of(booked).step == ReliefStep.ACCEPTED


def test_after_a_no_one_comes_anyway_gives_back_or_talks(
    visitor: Visitor, kim: Actor, booked: Booked, now: datetime
) -> None:
    declines(kim, booked, at=now)
    comes_with(visitor, booked)
    for told in ("Jag kommer ändå, utan avlösning", "Jag ger tillbaka platsen", "Jag vill prata med någon"):
        assert told in visitor.text
    presses(visitor, "prata")
    assert "031-390 06 10" in visitor.text
    presses(visitor, "anda")
    assert "Du kommer utan avlösning" in visitor.text
    assert stored(booked).step == BookingStep.BOOKED


def test_the_seat_is_given_back_by_oneself_only(visitor: Visitor, kim: Actor, booked: Booked, now: datetime) -> None:
    declines(kim, booked, at=now)
    comes_with(visitor, booked)
    assert stored(booked).step == BookingStep.BOOKED
    visitor.follow("Jag ger tillbaka platsen")
    visitor.send()
    assert stored(booked).step == BookingStep.CANCELLED


@pytest.mark.parametrize("answer", ["", "JA", "ja\x00", "maybe", "nej; --"])
def test_nonsense_changes_nothing(visitor: Visitor, kim: Actor, booked: Booked, now: datetime, answer: str) -> None:
    proposes(kim, booked, at=now)
    comes_with(visitor, booked)
    presses(visitor, answer)
    assert request_of(booked).step == ReliefStep.PROPOSED


def test_an_answer_to_a_page_that_is_old_says_how_it_is_now(
    visitor: Visitor, kim: Actor, booked: Booked, now: datetime
) -> None:
    proposes(kim, booked, at=now)
    comes_with(visitor, booked)
    declines(kim, booked, at=now)
    presses(visitor, "ja")
    assert "Ditt svar kom inte med." in visitor.text
    assert "Det blir ingen avlösning" in visitor.text


def test_whoever_has_asked_for_nothing_sees_nothing_of_it(visitor: Visitor, kim: Actor, now: datetime) -> None:
    plan = replace(PLAN, first=timezone.localdate(now) + timedelta(days=21), skip_holidays=False)
    comes_with(visitor, books(a_group(kim, at=now, plan=plan), at=now))
    assert "vlösning" not in visitor.text
    page = visitor.url
    visitor.follow("Ta bort allt nu")
    visitor.url = page.replace("bokning/", "bokning/avlosning/")
    visitor.send(answer="ja")
    assert "Ditt svar kom inte med." in visitor.text


def test_erasing_all_takes_the_wish_too(visitor: Visitor, kim: Actor, booked: Booked, now: datetime) -> None:
    comes_with(visitor, booked)
    visitor.follow("Ta bort allt nu")
    visitor.send()
    assert "Allt är borttaget" in visitor.text
    with scope(NYKOPING), for_board(booked.board_id):
        assert not ReliefRequest.objects.exists()
        assert not Booking.objects.exists()
