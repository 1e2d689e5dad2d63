"""The support form that was used last, so that the next note begins with it: kept by the browser, never by the server.

A session that was written each time a contact is noted would be a clock beside a contact that is meant to have no
author and no day.
"""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from .sealed_cookie import seal, unseal

COOKIE = "stodform"
USE = "workspace.last_form"


def remember_form(response: HttpResponseBase, value: str, *, actor_id: UUID) -> None:
    """Let the browser keep it until it is closed, readable for the same person only."""
    token = seal([value, str(actor_id)], use=USE)
    response.set_cookie(COOKIE, token, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE)


def last_form(request: HttpRequest, *, actor_id: UUID) -> str:
    """What was remembered; empty when there is nothing, or it is somebody else's."""
    value, owner = unseal(request.COOKIES.get(COOKIE, ""), use=USE) or ("", "")
    return str(value) if owner == str(actor_id) else ""
