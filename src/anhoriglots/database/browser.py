"""Answers bound to this browser: the secret in the form cookie, which is gone when the browser is closed or left."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token

from .encryption import Unreadable
from .sealed import Expired, seal, unseal


class Gone(Exception):
    """The answers cannot be read here: too old, changed, another browser, or the browser was closed or left."""


def seal_for(request: HttpRequest, value: Any, *, use: str, at: datetime) -> str:
    """The value as a token that only this browser can bring back, for this municipality; see sealed.seal.

    Gives the browser the form cookie when it has none.
    """
    get_token(request)
    return seal(value, use=use, at=at, bound_to=_secret(request))


def unseal_from(request: HttpRequest, token: str, *, use: str, at: datetime) -> Any:
    """What was sealed; sets no cookie.

    Raises:
        Gone: it cannot be read here, or not any longer.
    """
    try:
        return unseal(token, use=use, at=at, bound_to=_secret(request))
    except (Unreadable, Expired) as error:
        raise Gone(use) from error


def _secret(request: HttpRequest) -> str:
    cookie = request.META.get("CSRF_COOKIE")
    if not cookie:
        raise Gone("no form cookie")
    municipality = getattr(request, "municipality", None)
    return f"{municipality.code if municipality else ''}:{cookie}"
