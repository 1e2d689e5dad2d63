"""The page behind the code of a booking: how it stands, yes or no to a seat, cancel, and away with all of it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from anhoriglots.booking.actions.answer_offer import accept_offer
from anhoriglots.booking.actions.cancel_booking import cancel_booking, queue_again
from anhoriglots.booking.actions.say_why import say_why
from anhoriglots.booking.choices import CancelReason
from anhoriglots.booking.queries.own_booking import steps_of
from anhoriglots.booking.queries.own_words import own_words
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.calendar_file import CONTENT_TYPE, Event, calendar_file
from anhoriglots.kernel.decision import Refused
from anhoriglots.relief.actions.erase import erase_with_relief

from .booking_opening import ERASED, OpenedBooking, booking_opened_before
from .forms import WhyForm
from .opening import ThreadRequest, thread_page
from .relief import relief_context
from .wording import BOOKING_DONE

DONE_PARAMETER = "klart"
ACCEPT, QUEUE, LATE = "ja", "ko", "late"


@thread_page
def booking(request: ThreadRequest) -> HttpResponse:
    """How it stands, when and where."""
    at = timezone.now()
    opened = booking_opened_before(request, at=at)
    context = {"done": BOOKING_DONE.get(request.GET.get(DONE_PARAMETER, "")), **_context(opened)}
    return render(request, "selfservice/booking.html", context | relief_context(request, opened, at=at))


def _context(opened: OpenedBooking) -> dict[str, object]:
    pages = ("answer", "cancel", "erase", "calendar")
    urls = {f"{page}_url": opened.address(f"own-booking-{page}") for page in pages}
    return {"booking": opened.shown, "words": own_words(opened.shown), "room_url": opened.address("own-room"), **urls}


@thread_page
def answer(request: ThreadRequest) -> HttpResponse:
    """Yes to the seat that is offered, or a place in the queue once more; no is to cancel."""
    at = timezone.now()
    opened = booking_opened_before(request, at=at)
    chosen = request.POST.get("answer", "")
    if chosen not in (ACCEPT, QUEUE):
        return SeeOther(opened.address("own-booking"))
    try:
        accept_offer(**opened.keys(at)) if chosen == ACCEPT else queue_again(**opened.keys(at))
    except Refused:  # it has changed since the page was read: tell that, and how it is now
        chosen = LATE
    return SeeOther(f"{opened.address('own-booking')}&{DONE_PARAMETER}={chosen}")


@thread_page
def cancel(request: ThreadRequest) -> HttpResponse:
    """Give the seat back: asks once, and never why."""
    at = timezone.now()
    opened = booking_opened_before(request, at=at)
    if request.method == "POST":
        cancel_booking(**opened.keys(at))
        return SeeOther(opened.address("own-booking-cancelled"))
    if not opened.shown.may_cancel:
        return SeeOther(opened.address("own-booking"))
    context = {"back_url": opened.address("own-booking"), **_context(opened)}
    return render(request, "selfservice/booking_cancel.html", context | relief_context(request, opened, at=at))


@thread_page
def cancelled(request: ThreadRequest) -> HttpResponse:
    """Thanks, a tap about why for those who want, and the list for the next time."""
    at = timezone.now()
    opened = booking_opened_before(request, at=at)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        say_why(**opened.keys(at), reason=CancelReason(form.cleaned_data["reason"]))
        return SeeOther(f"{opened.address('own-booking')}&{DONE_PARAMETER}=why")
    context = {"back_url": opened.address("own-booking"), **_context(opened)}
    return render_form(request, "selfservice/booking_cancelled.html", form, context)


@thread_page
def erase(request: ThreadRequest) -> HttpResponse:
    """Take the booking and the code away: asks once, then both are gone."""
    at = timezone.now()
    opened = booking_opened_before(request, at=at)
    if request.method == "POST":
        erase_with_relief(**opened.keys(at))
        return SeeOther(reverse(ERASED))
    context = {"back_url": opened.address("own-booking"), **_context(opened)}
    return render(request, "selfservice/booking_erase.html", context | relief_context(request, opened, at=at))


@thread_page
def erased(request: ThreadRequest) -> HttpResponse:
    """What is gone and what is left."""
    return render(request, "selfservice/booking_erased.html")


erased.reads_only_public_tables = True  # type: ignore[attr-defined]


@thread_page
def calendar(request: ThreadRequest) -> HttpResponse:
    """The times as a file. Whoever sees the calendar reads when and where, and never what it is about."""
    opened = booking_opened_before(request, at=timezone.now())
    shown, words = opened.shown, own_words(opened.shown)
    steps = steps_of(opened.board_id, shown.id)
    events = [
        Event(
            key=f"{shown.id}-{one.id}",
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            written=one.decided_at,
            title=_("Tid"),
            revision=one.revision + steps,
            place=str(words.place),
            is_cancelled=one.is_cancelled or shown.is_over,
            is_sure=shown.is_booked,
        )
        for one in shown.times
    ]
    return HttpResponse(calendar_file(events, name=_("Tid")), content_type=CONTENT_TYPE)
