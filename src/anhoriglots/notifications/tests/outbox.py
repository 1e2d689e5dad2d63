"""What the tests of messages start from: a board, a message to somebody, and what became of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.notifications.actions.queue_messages import NewMessage, queue_messages
from anhoriglots.notifications.actions.send_next import send_next
from anhoriglots.notifications.choices import Way, Words
from anhoriglots.notifications.models import OutgoingMessage, OutgoingMessageEvent
from anhoriglots.organisations.models import Board
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code

NYKOPING = "0480"
READER = "inga@exempel.example"


def municipality(code: str = NYKOPING) -> MunicipalityPage:
    """A loaded municipality."""
    found = municipality_by_code(code)
    assert found is not None
    return found


def board(key: str = "care_board") -> UUID:
    """A board of Nyköping."""
    key_of: UUID = Board.objects.get(municipality=NYKOPING, key=key).pk
    return key_of


@contextmanager
def at_the_board(key: str = "care_board") -> Iterator[None]:
    """Its scope."""
    with scope(NYKOPING, board(key)):
        yield


def message(at: datetime, **changes: Any) -> NewMessage:
    """Somebody has a time in a week, and wants e-mail."""
    ready: dict[str, Any] = {
        "about_id": uuid7(),
        "words": Words.REMINDER,
        "way": Way.EMAIL,
        "to": READER,
        "language": "sv",
        "time": at + timedelta(days=7),
        "of_use_until": at + timedelta(days=7),
        "erase_on": date(2026, 12, 24),
        **changes,
    }
    return NewMessage(**ready)


def queued(at: datetime, **changes: Any) -> OutgoingMessage:
    """The same, in the outbox."""
    new = message(at, **changes)
    with at_the_board():
        assert queue_messages([new], at=at) == 1
        return OutgoingMessage.objects.get(about_id=new.about_id)


def again(row: OutgoingMessage) -> OutgoingMessage:
    """The row as it lies in the database now."""
    with at_the_board():
        return OutgoingMessage.objects.get(pk=row.pk)


def steps(row: OutgoingMessage) -> list[str]:
    """What has happened to it, in order."""
    with at_the_board():
        events = OutgoingMessageEvent.objects.filter(message_id=row.pk).order_by("at", "pk")
        return list(events.values_list("step", flat=True))


def send_all(at: datetime) -> int:
    """What the worker does at the board; returns how many were tried."""
    count = 0
    while send_next(municipality=municipality(), board=board(), at=at):
        count += 1
        assert count < 1000, "it never ends"
    return count
