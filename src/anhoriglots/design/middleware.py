"""Headers that keep visits private: nothing stored, nothing told to other sites, no device opened."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .caching import PUBLIC

PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


class PrivacyHeaders:
    """Stands outside the session and CSRF middleware, so that it sees the cookies and ``Vary`` they add."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers["Referrer-Policy"] = referrer_policy(request)
        if response.headers.get("Cache-Control") == PUBLIC and not response.cookies:
            remove_from_vary(response, "cookie")
        elif not may_be_stored(response):
            response.headers["Cache-Control"] = "no-store"
        return response


def may_be_stored(response: HttpResponse) -> bool:
    """True when a view chose its own rule for something that is not a page, such as a stylesheet."""
    return "Cache-Control" in response.headers and not response.cookies and not is_page(response)


def is_page(response: HttpResponse) -> bool:
    """True for HTML."""
    return response.headers.get("Content-Type", "").startswith("text/html")


def referrer_policy(request: HttpRequest) -> str:
    """Other sites are never told where a visitor comes from.

    "no-referrer" also makes browsers send ``Origin: null`` with a posted form, which the CSRF check must refuse. Where
    a form token is in play the policy is therefore "same-origin", which tells other sites just as little. The answer to
    what was posted may offer it once more, also when the database was away before anybody looked at the token.
    """
    return "same-origin" if "CSRF_COOKIE" in request.META or request.method == "POST" else "no-referrer"


def remove_from_vary(response: HttpResponse, name: str) -> None:
    """Take one header name out of ``Vary``; what is left stays in its order."""
    kept = [part for part in response.headers.get("Vary", "").split(",") if part.strip().lower() not in ("", name)]
    if kept:
        response.headers["Vary"] = ", ".join(part.strip() for part in kept)
    else:
        response.headers.pop("Vary", None)
