"""Sends the message that has waited longest. No transaction is open while a server answers.

What is being sent is marked and saved first. A worker that dies in the middle leaves the mark, and after a quarter of
an hour the message is taken over: it may then go twice, but never get lost. Two workers never take the same one.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage

from ..carriers import Outcome, Parcel, is_set_up, send
from ..choices import Way, Why, Words
from ..hours import decent
from ..models import OutgoingMessage
from ..steps import step_messages
from ..words import written
from ..workflow import MessageStep

# After the first try that failed, the second and so on; the last is repeated until it is too late.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (2, 10, 30, 120, 360))
# When the carrier itself is away the other messages wait too, but not as long as one that has failed many times.
OTHERS_WAIT = timedelta(minutes=10)
LOST_AFTER = timedelta(minutes=15)


def send_next(*, municipality: MunicipalityPage, board: UUID, at: datetime) -> bool:
    """Send one message of the board, or say that none is due.

    Returns:
        True when there may be more.
    """
    with scope(municipality.code, board):
        _give_up_what_is_late(at)
        message = _taken(at)
    if message is None:
        return False
    outcome = _sent(message, municipality)
    with scope(municipality.code, board):
        _note(message, outcome, at)
    return True


def _give_up_what_is_late(at: datetime) -> None:
    late = Q(step=MessageStep.WAITING) | Q(step=MessageStep.SENDING, step_at__lte=at - LOST_AFTER)
    rows = list(OutgoingMessage.objects.select_for_update(skip_locked=True).filter(late, give_up_at__lte=at))
    untried = [row for row in rows if not row.tries]
    step_messages(untried, MessageStep.GIVEN_UP, at=at, why=Why.TOO_LATE)
    step_messages([row for row in rows if row.tries], MessageStep.GIVEN_UP, at=at, why=Why.NO_ANSWER)


def _taken(at: datetime) -> OutgoingMessage | None:
    due = Q(step=MessageStep.WAITING, send_after__lte=at) | Q(step=MessageStep.SENDING, step_at__lte=at - LOST_AFTER)
    rows = OutgoingMessage.objects.select_for_update(skip_locked=True).filter(due)
    message = rows.order_by("send_after", "pk").first()
    if message:
        message.tries += 1
        step_messages([message], MessageStep.SENDING, at=at)
    return message


def _sent(message: OutgoingMessage, municipality: MunicipalityPage) -> Outcome | None:
    way = Way(message.way)
    if not is_set_up(way, municipality):
        return None
    words = written(
        Words(message.words),
        language=message.language,
        time=message.time,
        until=message.until,
        municipality=municipality,
    )
    sender = municipality.own["messages"]
    parcel = Parcel(
        id=message.pk,
        to=message.to,
        subject=words.subject,
        text=words.text,
        sender_name=sender["sender"],
        sender_address=sender["email"],
        text_sender=sender["text_sender"],
    )
    return send(way, parcel)


def _note(message: OutgoingMessage, outcome: Outcome | None, at: datetime) -> None:
    mine = OutgoingMessage.objects.select_for_update().filter(
        pk=message.pk, step=MessageStep.SENDING, tries=message.tries
    )
    row = mine.first()
    if row is None:  # taken over by another worker, or deleted meanwhile
        return
    if outcome is None:
        step_messages([row], MessageStep.GIVEN_UP, at=at, why=Why.NOT_SET_UP)
    elif outcome is Outcome.SENT:
        step_messages([row], MessageStep.SENT, at=at)
    elif outcome is Outcome.REFUSED:
        step_messages([row], MessageStep.FAILED, at=at, why=Why.REFUSED)
    else:
        _try_again(row, at)
        if outcome is Outcome.AWAY:
            _let_others_wait(row, at)


def _try_again(row: OutgoingMessage, at: datetime) -> None:
    again = at + PAUSES[min(row.tries, len(PAUSES)) - 1]
    row.send_after = decent(again, before=row.give_up_at)
    if row.send_after >= row.give_up_at:
        step_messages([row], MessageStep.GIVEN_UP, at=at, why=Why.NO_ANSWER)
    else:
        step_messages([row], MessageStep.WAITING, at=at)


def _let_others_wait(row: OutgoingMessage, at: datetime) -> None:
    """Rows that somebody else has locked are left as they are: nobody ever waits for another here."""
    others = OutgoingMessage.objects.select_for_update(skip_locked=True).filter(
        step=MessageStep.WAITING, way=row.way, send_after__lte=at
    )
    keys = list(others.values_list("pk", flat=True))
    OutgoingMessage.objects.filter(pk__in=keys).update(send_after=min(row.send_after, at + OTHERS_WAIT))
