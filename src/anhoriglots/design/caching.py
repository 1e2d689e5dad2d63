"""Which pages a browser or a proxy may keep. Nothing is kept unless its view says so."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

PUBLIC = "public, max-age=60"

View = Callable[..., HttpResponseBase]


def public_page(view: View) -> View:
    """Marks a reading page that is the same for everybody: no form, no cookie, no name in it.

    Such a view reads public tables only, so the request opens no scope for it. Only a successful GET is marked. Should
    the page set a cookie all the same, ``PrivacyHeaders`` takes the mark away.
    """

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method in ("GET", "HEAD") and response.status_code == 200:
            response.headers["Cache-Control"] = PUBLIC
        return response

    marked.reads_only_public_tables = True  # type: ignore[attr-defined]
    return marked
