"""What lets a saved contact be undone: sealed, and kept by the browser for ten minutes, never by the server.

A server that kept it would tell who wrote a contact that is meant to have no author.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from anhoriglots.casework.actions.note_contact import Receipt
from anhoriglots.casework.actions.retract_contact import UNDO_TIME
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.casework.queries.when import clock

from . import sealed_cookie

COOKIE = "sparat"
USE = "workspace.receipt"
LANDED = "sparat"


@dataclass(frozen=True, slots=True)
class SavedLine:
    """The green line: when it was saved, and what undoes it; empty when it is too late for that."""

    clock: str
    token: str


def seal(receipt: Receipt) -> str:
    """The receipt as text that only this program can read."""
    plain = [str(receipt.contact_id), receipt.mode.value, str(receipt.actor_id), receipt.saved_at.isoformat()]
    return sealed_cookie.seal(plain, use=USE)


def unseal(token: str) -> Receipt | None:
    """The receipt, or None when the text was not made here."""
    plain = sealed_cookie.unseal(token, use=USE)
    if plain is None:
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


def just_saved(address: str) -> str:
    """The address to land on after saving: only there is the line shown."""
    return f"{address}?{LANDED}=1"


def saved_line(request: HttpRequest, *, actor_id: UUID, at: datetime, landed: bool = False) -> SavedLine | None:
    """The line to show, to the one who saved, for ten minutes: as long as the browser keeps the receipt.

    Shown where one lands after saving, so that it never follows to what it is not about; ``landed`` says that this
    page always counts as such.

    The receipt of a form that was sent twice may be older than that. Then nothing can be undone, but it is saved.
    """
    token = request.COOKIES.get(COOKIE, "") if landed or LANDED in request.GET else ""
    receipt = unseal(token) if token else None
    if receipt is None or receipt.actor_id != actor_id:
        return None
    return SavedLine(clock(receipt.saved_at), token if at - receipt.saved_at <= UNDO_TIME else "")
