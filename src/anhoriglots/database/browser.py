"""What only this browser has: the secret in the form cookie, which is gone when the browser is closed or left."""

from django.http import HttpRequest
from django.middleware.csrf import get_token


class OtherBrowser(Exception):
    """The browser holds no form cookie: it was closed, or the leave button was used, or the address was passed on."""


def secret_of(request: HttpRequest, *, make: bool = False) -> str:
    """The secret to bind a token to, together with the municipality's code.

    Args:
        request: from a browser that may hold the form cookie.
        make: give the browser a cookie when it has none. A page that only reads a token leaves this off.

    Raises:
        OtherBrowser: there is no cookie and none may be made.
    """
    if make:
        get_token(request)
    cookie = request.META.get("CSRF_COOKIE")
    if not cookie:
        raise OtherBrowser
    return f"{getattr(request, 'municipality').code}:{cookie}"  # noqa: B009 - set by a middleware
