"""The pages for children and for those who are afraid. They show nothing to whoever goes Back to them after somebody
has left in a hurry.

The leave button sets a mark for some minutes (see design.views.leave). No page here sets it, so reading sets no cookie.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from anhoriglots.design.caching import public_page
from anhoriglots.design.pages import SeeOther

from .help_lines import has_safety
from .pages import OpenRequest, View, open_page

OPEN_AGAIN = "oppna"
NOT_FOUND_BY_BACK = "no-store"


def safe_page(view: View) -> View:
    """One of these pages with a form; there is none where the loaded profile does not say who to ring."""
    return closed_when_left(open_page(_where_there_is_help(view)))


def safe_reading_page(view: View) -> View:
    """One without: made at most once a minute by the program, kept by no browser."""
    return closed_when_left(public_page(open_page(_where_there_is_help(view))))


def _where_there_is_help(view: View) -> View:
    @wraps(view)
    def found(request: OpenRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not has_safety(request.municipality):
            raise Http404
        return view(request, *args, **kwargs)

    return found


def closed_when_left(view: Callable[..., HttpResponseBase]) -> View:
    """Show that the page is closed while the mark is there, until somebody chooses to open it again.

    The browser keeps no copy of the page, so that Back has to ask; the server may still keep one.
    """

    @wraps(view)
    def opened(request: OpenRequest, *args: Any, **kwargs: Any) -> Any:
        if request.COOKIES.get(settings.LEFT_COOKIE):
            return _closed(request)
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = NOT_FOUND_BY_BACK
        return response

    return opened


def _closed(request: OpenRequest) -> HttpResponse:
    if OPEN_AGAIN in request.GET:
        response = SeeOther(request.path)
        response.delete_cookie(settings.LEFT_COOKIE)
        return response
    return render(request, "publicsite/closed.html", {"again": f"?{OPEN_AGAIN}=1"})
