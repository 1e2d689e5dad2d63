"""Which pages a browser, a proxy or the program itself may keep. Nothing is kept unless its view says so."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_page

SECONDS = 60
PUBLIC = f"public, max-age={SECONDS}"

View = Callable[..., HttpResponseBase]


def public_page(view: View) -> View:
    """Marks a reading page that is the same for everybody: no form, no cookie, no name in it.

    Such a view reads public tables only, so the request opens no scope for it. Only a successful GET is marked, and is
    then rendered at most once a minute for each address. A page that sets a cookie all the same is kept by nobody:
    not here, and ``PrivacyHeaders`` takes the mark away.
    """

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method in ("GET", "HEAD") and response.status_code == 200:
            response.headers["Cache-Control"] = "no-store" if response.cookies else PUBLIC
        return response

    kept: View = cache_page(SECONDS)(marked)
    kept.reads_only_public_tables = True  # type: ignore[attr-defined]
    return kept
