"""The leave button, and the pages shown when something goes wrong. None of them asks the database."""

import sys
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from . import errors
from .context import page_of
from .pages import SeeOther
from .resend import TOKEN, comes_from_our_page, posted_again

NEUTRAL_PAGE = "https://sv.wikipedia.org/"
RETRY_SECONDS = "10"
LEFT_SECONDS = 300
LEAVE_PATH = "lamna/"


def leave(request: HttpRequest) -> HttpResponse:
    """Away from here at once: cookies and kept pages are removed, and the browser gets a neutral page.

    The cookies are named one by one: the header that removes them all would also remove the mark that closes pages.

    A plain link leads here, so that it works without JavaScript and past ``form-action``.
    """
    municipality = page_of(request).municipality
    response = SeeOther(municipality.leave_url if municipality else NEUTRAL_PAGE)
    response.headers["Clear-Site-Data"] = '"cache"'
    response.headers["Cache-Control"] = "no-store"
    for name in settings.OWN_COOKIES:
        response.delete_cookie(name)
    _close_pages(response)
    _end_session(request)
    return response


def _close_pages(response: HttpResponse) -> None:
    """For some minutes, Back shows no page that a bystander must not see. Holds nothing about the one who left."""
    secure = bool(settings.CSRF_COOKIE_SECURE)
    response.set_cookie(settings.LEFT_COOKIE, "1", max_age=LEFT_SECONDS, httponly=True, samesite="Lax", secure=secure)


def _end_session(request: HttpRequest) -> None:
    """A session left open must not be found by the next person at the desk. Leaving never fails because of it."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        with suppress(DatabaseError):
            request.session.flush()


def error_page(request: HttpRequest, text: errors.ErrorText, status: int, **context: Any) -> HttpResponse:
    """An error page from its words; rendered without context processors, which may be what failed."""
    words = {"text": text, "page": page_of(request), "address": request.get_full_path(), **context}
    page = render_to_string("design/error.html", words)
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return error_page(request, errors.BAD_REQUEST, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return error_page(request, errors.NOT_PERMITTED, 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; also the answer about another board's record."""
    return error_page(request, errors.NOT_FOUND, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when it is the database that is away or out of room.

    Django calls this while it handles the exception, wherever below it was raised: in a view, in another middleware,
    or when the transaction is committed.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return database_gone(request)
    return error_page(request, errors.SERVER_ERROR, 500)


def database_gone(request: HttpRequest) -> HttpResponse:
    """503 while the database is away: what was posted is offered again, with the token it came with.

    Whoever leaves in a hurry gets away all the same.
    """
    if request.path_info.endswith(f"/{LEAVE_PATH}"):
        return leave(request)
    if request.method != "POST":
        response = error_page(request, errors.CLOSED, 503)
    else:
        fields = posted_again(request)
        token = request.POST.get(TOKEN, "") if fields else ""
        response = error_page(request, errors.UNAVAILABLE, 503, fields=fields, token=token)
    response.headers["Retry-After"] = RETRY_SECONDS
    return response


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token has gone; the same answers can be sent with a fresh one."""
    fields = posted_again(request) if comes_from_our_page(request) else []
    return error_page(request, errors.TOO_LONG_OPEN, 403, fields=fields, token=get_token(request))
