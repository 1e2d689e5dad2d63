"""Moves messages one step: checks the table, writes rows and events together."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden

from .choices import Why
from .models import OutgoingMessage, OutgoingMessageEvent
from .workflow import MESSAGE_STEPS, ON_ITS_WAY, MessageStep


def step_messages(
    messages: Iterable[OutgoingMessage], step: MessageStep, *, at: datetime, why: Why | None = None
) -> None:
    """Take the step with all of them; the caller has locked the rows and saves nothing more.

    The address is emptied where the program is done with it.

    Raises:
        Refused: the step does not follow from where a message is.
    """
    rows = list(messages)
    for row in rows:
        if step not in MESSAGE_STEPS[row.step or None]:
            raise Refused(forbidden("message-step", "Det går inte: någon har redan svarat för det. Ladda om sidan."))
        row.step, row.step_at = step, at
        row.why = why.value if why else row.why
        row.to = row.to if step in ON_ITS_WAY else ""
    fields = ["step", "step_at", "why", "to", "tries", "send_after"]
    OutgoingMessage.objects.bulk_update(rows, fields, batch_size=500)
    log_steps(rows, at=at)


def log_steps(rows: Sequence[OutgoingMessage], *, at: datetime) -> None:
    """Write the step that each message is in."""
    scope = current_scope()
    owner = owner_of(scope) if rows else {}
    actor = scope.actor if scope else None
    OutgoingMessageEvent.objects.bulk_create(
        OutgoingMessageEvent(**owner, message_id=row.pk, step=row.step, why=row.why, actor_id=actor, at=at)
        for row in rows
    )
