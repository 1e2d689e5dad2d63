"""What lets a saved contact be undone: sealed, and kept by the browser for ten minutes, never by the server.

A server that kept it would tell who wrote a contact that is meant to have no author.
"""

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from anhoriglots.casework.actions.note_contact import UNDO_TIME, Receipt
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.casework.queries.when import clock
from anhoriglots.database.encryption import Unreadable, decrypt, encrypt

COOKIE = "sparat"
USE = "workspace.receipt"


@dataclass(frozen=True, slots=True)
class SavedLine:
    """The green line: when it was saved, and what undoes it."""

    clock: str
    token: str


def seal(receipt: Receipt) -> str:
    """The receipt as text that only this program can read."""
    plain = [str(receipt.contact_id), receipt.mode.value, str(receipt.actor_id), receipt.saved_at.isoformat()]
    return base64.urlsafe_b64encode(encrypt(json.dumps(plain).encode(), use=USE)).decode()


def unseal(token: str) -> Receipt | None:
    """The receipt, or None when the text was not made here."""
    try:
        plain = json.loads(decrypt(base64.urlsafe_b64decode(token.encode()), use=USE))
    except (Unreadable, ValueError):
        return None
    contact, mode, actor, saved_at = plain
    return Receipt(UUID(contact), DocumentationMode(mode), UUID(actor), datetime.fromisoformat(saved_at))


def hand_over(response: HttpResponseBase, receipt: Receipt) -> None:
    """Let the browser keep the receipt as long as it can be used."""
    response.set_cookie(
        COOKIE,
        seal(receipt),
        max_age=int(UNDO_TIME.total_seconds()),
        httponly=True,
        samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def saved_line(request: HttpRequest, *, actor_id: UUID, at: datetime) -> SavedLine | None:
    """The line to show, for ten minutes and to the one who saved."""
    token = request.COOKIES.get(COOKIE, "")
    receipt = unseal(token) if token else None
    if receipt is None or receipt.actor_id != actor_id or at - receipt.saved_at > UNDO_TIME:
        return None
    return SavedLine(clock(receipt.saved_at), token)
