"""Notes that somebody has rung or written, so that nobody does it twice."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record

from ..models import OutgoingMessage
from ..steps import step_messages
from ..workflow import MessageStep


@transaction.atomic
def note_told(*, actor: Actor, message_id: UUID, at: datetime) -> None:
    """The reader knows. A second time changes nothing. Whoever calls this has asked its own policy.

    Raises:
        OutgoingMessage.DoesNotExist: not a message of the board.
        Refused: it went by itself, or is not needed any longer.
    """
    message = OutgoingMessage.objects.select_for_update().get(pk=message_id, board_id=actor.board_id)
    if message.step == MessageStep.TOLD:
        return
    step_messages([message], MessageStep.TOLD, at=at)
    record(action="notifications.note_told", at=at, object_id=message.pk)
