"""Relief on the page behind the code: how it stands, and what the one who asked wants to do."""

from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone

from anhoriglots.design.pages import SeeOther
from anhoriglots.kernel.decision import Refused
from anhoriglots.relief.actions.answer_as_carer import answer_as_carer
from anhoriglots.relief.choices import Answer
from anhoriglots.relief.models import ReliefRequest
from anhoriglots.relief.queries.own_relief import own_relief
from anhoriglots.relief.queries.own_words import relief_words

from .booking_opening import OpenedBooking, booking_opened_before
from .opening import ThreadRequest, thread_page

DONE_PARAMETER, ANSWERED, LATE = "klart", "relief", "late"


@thread_page
def relief(request: ThreadRequest) -> HttpResponse:
    """Yes or no to a proposal, come anyway, or talk to somebody. To give the seat back has a page of its own."""
    at = timezone.now()
    opened = booking_opened_before(request, at=at)
    try:
        answer = Answer(request.POST.get("answer", ""))
    except ValueError:
        return SeeOther(opened.address("own-booking"))
    done = ANSWERED
    try:
        answer_as_carer(**opened.keys(at), answer=answer)
    except (Refused, ReliefRequest.DoesNotExist):  # it has changed since the page was read: tell how it is now
        done = LATE
    return SeeOther(f"{opened.address('own-booking')}&{DONE_PARAMETER}={done}")


def relief_context(request: ThreadRequest, opened: OpenedBooking, *, at: datetime) -> dict[str, object]:
    """For pages of the booking: the relief in words, or None, and where an answer is sent."""
    found = own_relief(request.municipality, opened.board_id, opened.shown.id, at=at)
    return {"relief": relief_words(found) if found else None, "relief_url": opened.address("own-booking-relief")}
