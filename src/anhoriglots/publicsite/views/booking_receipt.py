"""After booking: how it went, the code, and the ways on. Only the browser that booked can read it."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.queries.own_booking import OwnBooking, own_booking
from anhoriglots.booking.queries.own_words import own_words
from anhoriglots.database.browser import Gone
from anhoriglots.relief.queries.own_relief import own_relief
from anhoriglots.relief.queries.own_words import relief_words
from anhoriglots.visitors.models import Opens
from anhoriglots.visitors.queries import opened_token

from ..answers import TOKEN, Answers, address, read
from ..pages import OpenRequest, open_page

LINKS = ("own-booking", "own-booking-cancel", "own-booking-calendar")


@dataclass(frozen=True, slots=True)
class BookedAnswers(Answers):
    """Where the booking lies and the code that opens it, which is stored nowhere; never what stands in it."""

    board: str = ""
    booking: str = ""
    code: str = ""


def receipt_address(request: HttpRequest, booked: Booked, *, at: datetime) -> str:
    """The address of the receipt, for this browser only."""
    where = BookedAnswers(board=booked.board_id.hex, booking=booked.booking_id.hex, code=booked.code)
    return address(request, "booking-receipt", where, at=at)


@open_page
def receipt(request: OpenRequest) -> HttpResponse:
    """The receipt; it can be read again with Back and reload, and nothing is booked anew."""
    at = timezone.now()
    where, booking = _receipt(request, at)
    relief = own_relief(request.municipality, UUID(where.board), booking.id, at=at)
    context = {
        "booking": booking,
        "words": own_words(booking),
        "relief": relief_words(relief) if relief else None,
        "code": where.code.split(),
        "host": request.get_host(),
        "urls": {name.replace("-", "_"): url for name, url in _links(request, where, at).items()},
    }
    return render(request, "publicsite/booking_receipt.html", context)


def _receipt(request: OpenRequest, at: datetime) -> tuple[BookedAnswers, OwnBooking]:
    where: BookedAnswers = read(request, BookedAnswers, at=at)
    booking = own_booking(UUID(where.board), UUID(where.booking), at=at) if where.board else None
    if booking is None:
        raise Gone("no receipt")
    return where, booking


def _links(request: OpenRequest, where: BookedAnswers, at: datetime) -> dict[str, str]:
    """The pages behind the code, opened in this browser."""
    board, booking = UUID(where.board), UUID(where.booking)
    token = urlencode({TOKEN: opened_token(request, Opens.BOOKING, board_id=board, object_id=booking, at=at)})
    return {name: f"{reverse(settings.SITE_PAGES[name])}?{token}" for name in LINKS}
