"""Puts messages in the outbox, in the transaction of whoever has something to tell, so that both are saved or none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from procrastinate import App
from procrastinate.contrib.django.django_connector import DjangoConnector

from anhoriglots.database.encryption import keyed_index
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code

from ..carriers import is_set_up
from ..choices import Way, Why, Words
from ..hours import decent
from ..models import OutgoingMessage
from ..steps import log_steps
from ..workflow import ON_ITS_WAY, MessageStep

SENDING_TASK = "notifications.send_waiting"
LONGEST_TRY = timedelta(hours=24)
BY_ITSELF = (Way.EMAIL, Way.TEXT)


@dataclass(frozen=True, slots=True)
class NewMessage:
    """What one reader is to be told.

    Attributes:
        about_id: the row that it is about, such as a booking.
        occasion: tells this occasion from others about the same row; the same one is told once.
        occasion_id: the time that it is about, where there may be several, so that it can be called off by it.
        to: number or address.
        time: the time that the sentence names; ``until`` the last instant to answer, where it asks for one.
        of_use_until: when it is too late to be told.
        leave_time_to_ring: stop trying half-way to then, so that somebody has time to ring instead.
        erase_on: the last day on which the row is kept.
    """

    about_id: UUID
    words: Words
    way: Way
    to: str = field(repr=False)
    language: str
    time: datetime
    of_use_until: datetime
    erase_on: date
    occasion: str = ""
    occasion_id: UUID | None = None
    until: datetime | None = None
    leave_time_to_ring: bool = False


@transaction.atomic
def queue_messages(messages: Iterable[NewMessage], *, at: datetime) -> int:
    """Save them for the board in scope; what has been queued before is left as it is. Returns how many are new.

    Those that cannot go by themselves stand on the list of somebody who rings or writes from now on.

    Raises:
        ValueError: no board is in scope.
    """
    wanted = list(messages)
    if not wanted:
        return 0
    owner = owner_of(current_scope())
    municipality = municipality_by_code(owner["municipality"])
    rows = [_row(message, municipality, owner, at) for message in wanted]
    OutgoingMessage.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    new = _saved(rows)
    log_steps(new, at=at)
    if any(row.step in ON_ITS_WAY and row.send_after <= at for row in new):
        _wake_sender(owner)
    return len(new)


def _row(
    message: NewMessage, municipality: MunicipalityPage | None, owner: dict[str, object], at: datetime
) -> OutgoingMessage:
    step, why = _first_step(message.way, municipality)
    send_after = decent(at, before=message.of_use_until)
    mark = f"{owner['board_id']}:{message.about_id}:{message.words.value}:{message.occasion}"
    return OutgoingMessage(
        **owner,
        mark=keyed_index(mark, use="notifications"),
        about_id=message.about_id,
        occasion_id=message.occasion_id,
        way=message.way,
        to=message.to if step in ON_ITS_WAY else "",
        words=message.words,
        language=message.language,
        time=message.time,
        until=message.until,
        send_after=send_after,
        give_up_at=send_after + _longest(message, send_after),
        step=step,
        step_at=at,
        why=why,
        erase_on=message.erase_on,
    )


def _longest(message: NewMessage, send_after: datetime) -> timedelta:
    left = message.of_use_until - send_after
    return min(LONGEST_TRY, left / 2 if message.leave_time_to_ring else left)


def _first_step(way: Way, municipality: MunicipalityPage | None) -> tuple[MessageStep, str]:
    if way not in BY_ITSELF:
        return MessageStep.BY_HAND, Why.BY_HAND
    if municipality is None or not is_set_up(way, municipality):
        return MessageStep.GIVEN_UP, Why.NOT_SET_UP
    return MessageStep.WAITING, ""


def _saved(rows: Sequence[OutgoingMessage]) -> list[OutgoingMessage]:
    there = set(OutgoingMessage.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if row.pk in there]


def _wake_sender(owner: dict[str, object]) -> None:
    """A job in the same transaction, on the same connection also inside the worker: it is seen when all is saved."""
    task = App(connector=DjangoConnector()).configure_task(SENDING_TASK)
    task.defer(municipality=str(owner["municipality"]), board=str(owner["board_id"]))
