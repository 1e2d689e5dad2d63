"""Behind the code of a booking: how it stands, yes or no, cancel in two screens, and away with all of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.cancel_meeting import cancel_group
from anhoriglots.booking.choices import Seating, Way
from anhoriglots.booking.models import Booking, BookingEvent, Group
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, at_work, books, hired, stored
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope
from anhoriglots.visitors.models import AccessCode

pytestmark = pytest.mark.django_db
LINK = "https://mote.exempel.se/grupp"


@pytest.fixture
def now() -> datetime:
    """The pages ask the clock themselves."""
    return timezone.now()


@pytest.fixture
def visitor() -> Visitor:
    """A visitor in Nyköping."""
    return Visitor("/nykoping/")


def group_soon(now: datetime, **changes: Any) -> Group:
    plan = replace(PLAN, first=timezone.localdate(now) + timedelta(days=7), skip_holidays=False)
    return a_group(hired(), at=now, plan=plan, **changes)


def comes_with(visitor: Visitor, booked: Booked) -> Visitor:
    visitor.open("kod/")
    visitor.send(words=booked.code)
    return visitor


def gives_back(booked: Booked, now: datetime) -> None:
    with scope(NYKOPING):
        cancel_booking(at=now, board_id=booked.board_id, booking_id=booked.booking_id)


def test_one_entry_leads_to_the_booking_and_a_neutral_title(visitor: Visitor, now: datetime) -> None:
    comes_with(visitor, books(group_soon(now), at=now))
    assert "Din plats är bokad" in visitor.text
    assert "Träffpunkten, Exempelgatan 1" in visitor.text
    assert "<title>Din tid" in visitor.html
    assert "Tisdagsgruppen" not in visitor.html.partition("</title>")[0]
    assert visitor.response["Cache-Control"] == "no-store"


def test_opening_a_booking_moves_no_day(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now), at=now)
    before = stored(booked).erase_on
    comes_with(visitor, booked)
    with scope(NYKOPING):
        assert AccessCode.objects.get(object_id=booked.booking_id).expires_on == before


def test_the_code_of_a_question_and_that_of_a_booking_open_each_their_own(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now), at=now)
    visitor.ask_to_be_called(call_me="Bo").send()
    asked = visitor.code
    visitor.open("kod/")
    visitor.send(words=asked)
    assert "Mottagen." in visitor.text
    assert "Din plats är bokad" in comes_with(visitor, booked).text


def test_the_token_of_a_question_opens_no_booking(visitor: Visitor, now: datetime) -> None:
    booked = comes_with(visitor, books(group_soon(now), at=now))
    token = booked.url.partition("?")[2]
    assert visitor.open(f"kod/sida/?{token}").status_code == 410
    assert visitor.open("kod/bokning/").status_code == 410


def test_another_browser_reads_nothing(visitor: Visitor, now: datetime) -> None:
    comes_with(visitor, books(group_soon(now), at=now))
    assert Client().get(visitor.url).status_code == 410


def test_cancelling_takes_two_screens_and_no_reason(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now), at=now)
    comes_with(visitor, booked).follow("Avboka min plats")
    assert "Vill du avboka din plats?" in visitor.text
    visitor.send()
    assert "Tack för att du sa till." in visitor.text
    assert stored(booked).step == BookingStep.CANCELLED


def test_one_tap_afterwards_tells_why_and_is_counted_once(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now), at=now)
    comes_with(visitor, booked).follow("Avboka min plats")
    visitor.send()
    page = visitor.url
    for reason in ("wrong_time", "too_costly"):
        visitor.open(page)
        visitor.send(reason=reason)
    assert "Det hjälper oss" in visitor.text
    with scope(NYKOPING), for_board(booked.board_id):
        reasons = BookingEvent.objects.filter(booking_id=booked.booking_id).exclude(reason="")
        assert [event.reason for event in reasons] == ["wrong_time"]


def test_no_tap_is_no_fault_but_an_invented_one_is(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now), at=now)
    comes_with(visitor, booked).follow("Avboka min plats")
    visitor.send()
    visitor.send(reason="nonsense")
    assert visitor.response.status_code == 422


def test_a_seat_that_is_kept_has_no_reason(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now), at=now)
    comes_with(visitor, booked)
    visitor.open(visitor.url.replace("/bokning/", "/bokning/avbokat/"))
    visitor.send(reason="wrong_time")
    with scope(NYKOPING), for_board(booked.board_id):
        assert not BookingEvent.objects.exclude(reason="").exists()


def test_who_waits_sees_the_place_and_is_offered_a_seat(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now, capacity=1)
    first = books(group, at=now)
    waits = books(group, at=now, or_queue=True)
    assert "Du har plats 1 i kön." in comes_with(visitor, waits).text
    gives_back(first, now)
    assert "Det finns en plats till dig" in comes_with(visitor, waits).text
    answers(visitor, "ja")
    assert "Tack. Din plats är bokad." in visitor.text
    assert stored(waits).step == BookingStep.BOOKED


def answers(visitor: Visitor, what: str) -> None:
    """Press the button of the form that leads to another address than the page's own."""
    visitor.url = visitor.url.replace("/bokning/?", "/bokning/svar/?")
    visitor.send(answer=what)


def test_no_thanks_gives_the_seat_to_the_next(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now, capacity=1)
    first, waits = books(group, at=now), books(group, at=now, or_queue=True)
    last = books(group, at=now + timedelta(seconds=1), or_queue=True)
    gives_back(first, now)
    comes_with(visitor, waits).follow("Tacka nej")
    assert "Vill du tacka nej till platsen?" in visitor.text
    visitor.send()
    assert (stored(waits).step, stored(last).step) == (BookingStep.CANCELLED, BookingStep.OFFERED)


def test_an_offer_that_nobody_answered_in_time_has_passed(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now, capacity=1)
    first, waits = books(group, at=now), books(group, at=now, or_queue=True)
    gives_back(first, now)
    with scope(NYKOPING), for_board(waits.board_id):
        Booking.objects.filter(pk=waits.booking_id).update(offered_until=now - timedelta(minutes=1))
    comes_with(visitor, waits)
    assert "Platsen gick till någon annan" in visitor.text
    answers(visitor, "ja")
    assert "Ditt svar kom inte med." in visitor.text
    answers(visitor, "ko")
    assert stored(waits).step == BookingStep.OFFERED  # nobody else waits, so the seat comes back


def test_who_has_cancelled_may_stand_on_the_list(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now, capacity=1)
    booked, waits = books(group, at=now), books(group, at=now, or_queue=True)
    comes_with(visitor, booked).follow("Avboka min plats")
    visitor.send()
    assert "Vill du stå kvar på listan?" in visitor.text
    visitor.open(visitor.url.replace("/avbokat/", "/"))
    answers(visitor, "ko")
    assert "Du har plats 1 i kön." in visitor.text
    assert stored(waits).step == BookingStep.OFFERED


def test_a_group_without_queue_has_no_list(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now, has_queue=False), at=now)
    gives_back(booked, now)
    assert "stå kvar på listan" not in comes_with(visitor, booked).text


def test_what_is_cancelled_is_told_and_nothing_can_be_done(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now)
    booked, advisor = books(group, at=now), hired()
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=group.pk, at=now)
    comes_with(visitor, booked)
    assert "Det är inställt" in visitor.text
    assert "Avboka min plats" not in visitor.text
    visitor.open(visitor.url.replace("/bokning/", "/bokning/avboka/"))
    assert visitor.response.status_code == 303


def test_the_online_link_is_for_those_who_have_a_seat(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now, way=Way.ONLINE, online_link=LINK, capacity=1)
    booked, waits = books(group, at=now), books(group, at=now, or_queue=True)
    assert LINK in comes_with(visitor, booked).html
    assert LINK not in comes_with(visitor, waits).html


def test_all_of_it_is_erased_at_once_and_the_code_opens_nothing(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now, capacity=1)
    booked, waits = books(group, at=now), books(group, at=now, or_queue=True)
    page = comes_with(visitor, booked).url
    visitor.follow("Ta bort allt nu")
    visitor.send()
    assert "Allt är borttaget" in visitor.text
    with scope(NYKOPING), for_board(booked.board_id):
        assert not Booking.objects.filter(pk=booked.booking_id).exists()
        assert not AccessCode.objects.filter(object_id=booked.booking_id).exists()
    assert stored(waits).step == BookingStep.OFFERED
    assert visitor.open(page).status_code == 303
    assert visitor.response["Location"].endswith("/kod/bokning/borttaget/")
    assert "Koden stämmer inte" in comes_with(visitor, booked).text


def test_the_calendar_file_never_tells_what_it_is_about(visitor: Visitor, now: datetime) -> None:
    booked = books(group_soon(now), at=now)
    comes_with(visitor, booked).follow("Lägg i min kalender")
    assert visitor.response["Content-Type"].startswith("text/calendar")
    assert "SUMMARY:Tid\r\n" in visitor.html
    assert "Tisdagsgruppen" not in visitor.html
    assert visitor.html.count("BEGIN:VEVENT") == 6


def test_one_time_is_one_time_in_the_calendar(visitor: Visitor, now: datetime) -> None:
    group = group_soon(now, seating=Seating.MEETING)
    with scope(NYKOPING):
        first = group.meetings.order_by("starts_at")[0]
    booked = books(group, at=now, meeting_id=first.pk)
    comes_with(visitor, booked).follow("Lägg i min kalender")
    assert visitor.html.count("BEGIN:VEVENT") == 1
