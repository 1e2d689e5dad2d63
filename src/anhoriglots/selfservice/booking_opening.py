"""The booking that this browser has opened: with the code, or by having booked it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from anhoriglots.booking.queries.own_booking import OwnBooking, own_booking
from anhoriglots.database.browser import Gone
from anhoriglots.visitors.models import AccessCode, Opens
from anhoriglots.visitors.queries import opened_here, opened_token

from .opening import TOKEN, Erased

ERASED = "own-booking-erased"


@dataclass(frozen=True, slots=True)
class OpenedBooking:
    """The booking, and the part of an address that opens it again."""

    board_id: UUID
    shown: OwnBooking
    query: str

    def address(self, name: str) -> str:
        """The address of a page of this booking."""
        return f"{reverse(name)}?{self.query}"

    def keys(self, at: datetime) -> dict[str, Any]:
        """As the actions take it."""
        return {"at": at, "board_id": self.board_id, "booking_id": self.shown.id}


def booking_opened_now(request: HttpRequest, code: AccessCode, *, at: datetime) -> str:
    """Open the booking in this browser; returns the address of its page."""
    token = opened_token(request, Opens.BOOKING, board_id=code.board_id, object_id=code.object_id, at=at)
    return f"{reverse('own-booking')}?{urlencode({TOKEN: token})}"


def booking_opened_before(request: HttpRequest, *, at: datetime) -> OpenedBooking:
    """The booking that the address opens.

    Raises:
        Gone: not in this browser, or not any longer.
        Erased: it has been deleted since.
    """
    token = request.GET.get(TOKEN, "")
    if not token:
        raise Gone("no token")
    board_id, booking_id = opened_here(request, token, Opens.BOOKING, at=at)
    shown = own_booking(board_id, booking_id, at=at)
    if shown is None:
        raise Erased(ERASED)
    return OpenedBooking(board_id, shown, urlencode({TOKEN: token}))
