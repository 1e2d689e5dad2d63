"""Book a seat or a place in the queue: who, check, send. Nothing is kept until it is sent."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.booking.actions.book import FULL, Booked, book
from anhoriglots.booking.policies import erase_day
from anhoriglots.booking.queries.own_booking import booked_before
from anhoriglots.database.returned import returned_address, returned_form
from anhoriglots.database.throttle import Limit, attempt, client_address
from anhoriglots.design.foreign import spoken_language
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.words import clock_in_words, day_in_words
from anhoriglots.kernel.decision import Refused
from anhoriglots.relief.actions.ask_relief import book_with_relief

from ..booking_answers import BookingAnswers, Place, booking_address, booking_answers, may_ask_for_relief, read_booking
from ..booking_forms import MoreForm, WhoForm
from ..booking_rows import booking_rows
from ..contact_forms import SendForm
from ..pages import OpenRequest, open_page
from .booking_receipt import receipt_address

# A library or a care home may share one network address, so this stops machines only.
SENDING = Limit("booking", attempts=30, window=timedelta(hours=1))
TOO_MANY = 429


@open_page
def who(request: OpenRequest, group_id: UUID) -> HttpResponse:
    """What do we call you, and how do we reach you?"""
    at = timezone.now()
    answers, place = read_booking(request, group_id, at=at)
    if not place.can_be_booked:
        return SeeOther(place.page_url)
    form = WhoForm.of(place, answers, request.POST or returned_form(request, at=at))
    if request.method == "POST" and form.is_valid():
        return to_check(request, form.changed(answers), at)
    if request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    back = booking_address(request, "booking-check", answers, at=at) if answers.checked else place.page_url
    days = request.municipality.own["retention"]["booking_days"]
    return render_form(request, "publicsite/booking.html", form, {"place": place, "back_url": back, "days": days})


@open_page
def more(request: OpenRequest, group_id: UUID) -> HttpResponse:
    """Two persons, a reminder, on trial."""
    at = timezone.now()
    answers, place = read_booking(request, group_id, at=at)
    if not answers.reach:
        return SeeOther(booking_address(request, "booking", answers, at=at))
    form = MoreForm.of(place, answers, request.POST or returned_form(request, at=at), at=at)
    if request.method == "POST" and form.is_valid():
        return to_check(request, form.changed(answers), at)
    if request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    back = booking_address(request, "booking-check", answers, at=at)
    return render_form(request, "publicsite/booking_more.html", form, {"place": place, "back_url": back})


def to_check(request: OpenRequest, answers: BookingAnswers, at: datetime) -> HttpResponse:
    """On to the page with all the answers."""
    return SeeOther(booking_address(request, "booking-check", replace(answers.begun(), checked=True), at=at))


@open_page
def check(request: OpenRequest, group_id: UUID) -> HttpResponse:
    """All of it on one page before anything is sent."""
    at = timezone.now()
    form = SendForm(request.POST or None)
    # What is sent is looked up and judged by the action itself; the page is read only when it is to be shown.
    if request.method == "POST" and form.is_valid() and (answer := _tried(request, group_id, form, at)):
        return answer
    answers, place = read_booking(request, group_id, at=at)
    if not answers.checked:
        return SeeOther(booking_address(request, "booking", answers, at=at))
    # Back or reload after sending.
    if before := booked_before(place.group.board_id, answers.submission, municipality=request.municipality):
        return SeeOther(receipt_address(request, before, at=at))
    return render_form(request, "publicsite/booking_check.html", form, _checked(request, place, answers, at))


def _tried(request: OpenRequest, group_id: UUID, form: SendForm, at: datetime) -> HttpResponse | None:
    """Where the booking leads; None when it is refused, and the form tells why, or has nothing to send yet."""
    answers = booking_answers(request, group_id, at=at)
    if not answers.checked:
        return None
    try:
        return _send(request, answers, at)
    except Refused as refused:
        if refused.decision.reason == FULL:
            return SeeOther(booking_address(request, "booking-full", answers, at=at))
        form.refuse(refused.decision)
        return None
    except ObjectDoesNotExist as error:  # the group or the time is gone
        raise Http404 from error


def _checked(request: OpenRequest, place: Place, answers: BookingAnswers, at: datetime) -> dict[str, object]:
    offers_relief = answers.relief_hours > 0 or may_ask_for_relief(request, place, at=at)
    return {
        "answers": answers,
        "place": place,
        "rows": booking_rows(request, answers, place, offers_relief=offers_relief, at=at),
        "relief_url": booking_address(request, "booking-relief", answers, at=at) if offers_relief else "",
        "erase_on": day_in_words(erase_day(request.municipality, place.ends_at), year=True),
        "back_url": booking_address(request, "booking", answers, at=at),
    }


def _send(request: OpenRequest, answers: BookingAnswers, at: datetime) -> HttpResponse:
    tried = attempt(SENDING, visitor=client_address(request), at=at)
    if not tried.allowed:
        back = booking_address(request, "booking-check", answers, at=at)
        wait = {"opens": clock_in_words(tried.opens_at), "back_url": back}
        return render(request, "publicsite/too_many.html", wait, status=TOO_MANY)
    return SeeOther(receipt_address(request, _booked(request, answers, at), at=at))


def _booked(request: OpenRequest, answers: BookingAnswers, at: datetime) -> Booked:
    booking: dict[str, Any] = {
        "at": at,
        "municipality": request.municipality,
        "group_id": UUID(answers.group),
        "meeting_id": UUID(answers.meeting) if answers.meeting else None,
        "submission": answers.submission,
        "wanted": answers.wanted,
        "language": spoken_language(),
    }
    return book_with_relief(**booking, wish=answers.wish) if answers.wish else book(**booking)


@open_page
def full(request: OpenRequest, group_id: UUID) -> HttpResponse:
    """It became full while one wrote: stand in the queue, or look at the others."""
    at = timezone.now()
    answers, place = read_booking(request, group_id, at=at)
    if not answers.checked:
        return SeeOther(booking_address(request, "booking", answers, at=at))
    queue_url = booking_address(request, "booking-check", replace(answers, queue=True), at=at)
    context = {"place": place, "queue_url": queue_url, "groups_url": reverse("groups"), "back_url": place.page_url}
    return render(request, "publicsite/booking_full.html", context)
