"""Who may see the page behind a code: the browser in which the code was written, until it is closed.

The code itself is never in an address. A right code gives a token that is bound to the form cookie, so an address left
in the history opens nothing once the browser is closed, the leave button is used, or 20 hours have passed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from anhoriglots.casework.actions.receive_request import Received
from anhoriglots.database.browser import Gone, seal_for, unseal_from
from anhoriglots.design.pages import SeeOther
from anhoriglots.organisations.queries import MunicipalityPage

USE = "thread"
TOKEN = "t"  # noqa: S105 - the name in the address
GONE = 410

View = Callable[..., HttpResponse]


class Erased(Exception):
    """What the browser has opened has been taken away since; ``page`` says so."""

    def __init__(self, page: str = "thread-erased") -> None:
        super().__init__(page)
        self.page = page


class ThreadRequest(HttpRequest):
    """A request that these pages get: the municipality is known."""

    municipality: MunicipalityPage


@dataclass(frozen=True, slots=True)
class Opened:
    """The thread that the browser has opened, and the part of an address that opens it again."""

    where: Received
    query: str

    def address(self, name: str) -> str:
        """The address of a page of this thread."""
        return f"{reverse(name)}?{self.query}"


def thread_page(view: View) -> View:
    """Lead a visitor without municipality to the list, and one whose language has no such page to one that can be read;
    tell the one whose token is over to write the code again, and the one who has taken all of it away that it is gone.
    """

    @wraps(view)
    def opened(request: ThreadRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        municipality = getattr(request, "municipality", None)
        if municipality is None:
            return HttpResponseRedirect("/")
        if not municipality.has(municipality.page, get_language() or ""):
            return HttpResponseRedirect(municipality.nearest_address())
        try:
            return view(request, *args, **kwargs)
        except Gone:
            return render(request, "selfservice/gone.html", status=GONE)
        except Erased as erased:
            return SeeOther(reverse(erased.page))

    return opened


def opened_now(request: HttpRequest, where: Received, *, at: datetime) -> Opened:
    """Open the thread in this browser."""
    token = seal_for(request, [where.board_id.hex, where.request_id.hex], use=USE, at=at)
    return Opened(where, urlencode({TOKEN: token}))


def opened_before(request: HttpRequest, *, at: datetime) -> Opened:
    """The thread that the address opens.

    Raises:
        Gone: not in this browser, or not any longer.
    """
    token = request.GET.get(TOKEN, "")
    if not token:
        raise Gone("no token")
    board, thread = unseal_from(request, token, use=USE, at=at)
    return Opened(Received(UUID(board), UUID(thread)), urlencode({TOKEN: token}))
