"""Offers what was just posted once more, so that a fault of ours costs the person nothing."""

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError

from .fields import SECRET_NAME

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field, no secret


def posted_again(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and values to put in hidden fields; empty when nothing was posted or it must not be repeated.

    A form with a password or a file is not repeated at all: half a form would be sent as if it were whole.
    """
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except (RequestDataTooBig, SuspiciousOperation, UnreadablePostError):
        return []
    if request.FILES or any(SECRET_NAME in name for name, _ in fields):
        return []
    return [(name, value) for name, value in fields if name != TOKEN]


def comes_from_our_page(request: HttpRequest) -> bool:
    """True when the browser says that the form stood on this very site.

    Otherwise a foreign page could post here and have the visitor confirm it with one friendly button.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
