"""The room that this browser's booking opens."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from anhoriglots.design.words import day_in_words, instant_in_words, span_in_words
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.peerroom.queries.room_page import RoomPage, room_page

from .booking_opening import OpenedBooking, booking_opened_before
from .opening import ThreadRequest

DONE_PARAMETER = "klart"
MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class OpenedRoom:
    """The room as the member sees it, and the booking that opens it."""

    booking: OpenedBooking
    shown: RoomPage

    def address(self, name: str, *more: tuple[str, object], post_id: UUID | None = None) -> str:
        """The address of a page of this room, or of one post in it, with more parameters on request."""
        extra = "".join(f"&{key}={value}" for key, value in more)
        return f"{reverse(name, args=[post_id] if post_id else [])}?{self.booking.query}{extra}"

    def done(self, what: str) -> str:
        """The address of the room, where it is told what was done."""
        return self.address("own-room", (DONE_PARAMETER, what))

    def keys(self, at: datetime) -> dict[str, Any]:
        """As the actions take it."""
        return self.booking.keys(at)

    def context(self) -> dict[str, Any]:
        """What every page of the room shows."""
        look = self.shown.watch.look
        return {
            "room": self.shown,
            "query": self.booking.query,
            "room_url": self.address("own-room"),
            "closes": instant_in_words(self.shown.closes_at),
            "last_day": day_in_words(self.shown.last_day, year=True),
            "look": span_in_words(look.starts_at, look.ends_at) if look else "",
            "shown_on": day_in_words(self.shown.shown_on) if self.shown.shown_on else "",
        }


def room_opened(request: ThreadRequest, *, at: datetime) -> OpenedRoom:
    """The room that the address opens.

    Raises:
        Gone: the booking cannot be read in this browser, or not any longer.
        Erased: the booking has been deleted.
        NoRoom: the booking opens no room.
    """
    booking = booking_opened_before(request, at=at)
    shown = _shown(request.municipality, booking, at, _page(request)) if booking.shown.has_room else None
    if shown is None:
        raise NoRoom(booking.address("own-booking"))
    return OpenedRoom(booking, shown)


class NoRoom(Exception):
    """There is no room to show; ``address`` is the page of the booking."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


def _shown(municipality: MunicipalityPage, booking: OpenedBooking, at: datetime, page: int) -> RoomPage | None:
    return room_page(booking.board_id, booking.shown.id, municipality=municipality, at=at, page=page)


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("sida", "1")
    return min(max(int(asked), 1), MOST_PAGES) if asked.isdecimal() and len(asked) < 5 else 1
