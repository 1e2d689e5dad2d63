"""One transaction and one scope per request, and a session that is saved with it or not at all."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from .scope import scope

Handler = Callable[[HttpRequest], HttpResponseBase]
FAULT = 500


class RequestScope:
    """Opens the municipality's scope before the view and closes it after the response is rendered.

    A view marked ``reads_only_public_tables`` (see design.caching.public_page) needs no scope and gets none: one
    round trip less on the pages that everybody reads. An exception rolls everything back, and so does a fault that
    never passed as one; ATOMIC_REQUESTS stays off because lists evaluated while a template renders would come out empty
    under it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Keep the scope open until the inner handlers have answered."""
        with ExitStack() as stack:
            request.scopes = stack  # type: ignore[attr-defined]
            response = self.get_response(request)
            if response.status_code >= FAULT:
                _roll_back()
            return response

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> None:
        """Enter the scope once it is known which view will answer."""
        municipality = getattr(request, "municipality", None)
        if municipality is not None and not getattr(view, "reads_only_public_tables", False):
            request.scopes.enter_context(scope(municipality.code))  # type: ignore[attr-defined]

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Leave nothing half-done, also when the exception becomes an ordinary page."""
        _roll_back()


class SessionInTransaction(SessionMiddleware):
    """Keeps the session as it was when what changed it is rolled back; stands inside ``RequestScope``.

    Otherwise the broken transaction would be asked to save it, and its fault would be shown instead of the page; or a
    sign-out that never came about would take the cookie away.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save the session, unless nothing of this request is saved."""
        if response.status_code >= FAULT or _is_rolled_back():
            request.session = self.SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
        return super().process_response(request, response)


def _is_rolled_back() -> bool:
    return transaction.get_connection().in_atomic_block and transaction.get_rollback()


def _roll_back() -> None:
    if transaction.get_connection().in_atomic_block:
        transaction.set_rollback(True)
