"""One transaction and one scope per request."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

from .scope import scope

Handler = Callable[[HttpRequest], HttpResponseBase]


class RequestScope:
    """Opens the municipality's scope before the view and closes it after the response is rendered.

    A view marked ``reads_only_public_tables`` (see design.caching.public_page) needs no scope and gets none: one
    round trip less on the pages that everybody reads. An exception rolls everything back; ATOMIC_REQUESTS stays
    off because lists evaluated while a template renders would come out empty under it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Keep the scope open until the inner handlers have answered."""
        with ExitStack() as stack:
            request.scopes = stack  # type: ignore[attr-defined]
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> None:
        """Enter the scope once it is known which view will answer."""
        municipality = getattr(request, "municipality", None)
        if municipality is not None and not getattr(view, "reads_only_public_tables", False):
            request.scopes.enter_context(scope(municipality.code))  # type: ignore[attr-defined]

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Leave nothing half-done, also when the exception becomes an ordinary page."""
        if transaction.get_connection().in_atomic_block:
            transaction.set_rollback(True)
