"""How it stands with what people are to be told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from .choices import Way, Why, Words
from .models import OutgoingMessage
from .workflow import FOR_A_PERSON, ON_ITS_WAY, MessageStep


@dataclass(frozen=True, slots=True)
class Delivery:
    """How it stands with one message.

    Attributes:
        needs_a_person: somebody must ring or write.
        by_letter: the reader wants a letter.
        label: how it stands, in words.
        why: why it did not go by itself, in words; empty when it did, or still may.
    """

    message_id: UUID
    about_id: UUID
    way: Way
    words: Words
    step: MessageStep
    step_at: datetime
    label: str
    why: str

    @property
    def needs_a_person(self) -> bool:
        """True until somebody has noted that the reader knows."""
        return self.step in FOR_A_PERSON

    @property
    def is_on_its_way(self) -> bool:
        """True while the program tries."""
        return self.step in ON_ITS_WAY

    @property
    def by_letter(self) -> bool:
        """True when the list of letters is the right one."""
        return self.way is Way.LETTER


def deliveries(
    about_ids: Collection[UUID],
    *,
    words: Collection[Words] = tuple(Words),
    occasion_id: UUID | None = None,
    at: datetime | None = None,
) -> list[Delivery]:
    """The messages about these rows that are still needed, oldest first.

    Args:
        words: only those that say one of these.
        occasion_id: only those of this time.
        at: leave out reminders of what has been by then.
    """
    rows = OutgoingMessage.objects.filter(about_id__in=about_ids, words__in=words)
    rows = rows.exclude(step=MessageStep.CALLED_OFF).order_by("pk")
    if at:
        rows = rows.exclude(words=Words.REMINDER, time__lte=at)
    if occasion_id:
        rows = rows.filter(occasion_id=occasion_id)
    return [_delivery(row) for row in rows]


def _delivery(row: OutgoingMessage) -> Delivery:
    step = MessageStep(row.step)
    return Delivery(
        message_id=row.pk,
        about_id=row.about_id,
        way=Way(row.way),
        words=Words(row.words),
        step=step,
        step_at=row.step_at,
        label=str(step.label),
        why=str(Why(row.why).label) if row.why and step in FOR_A_PERSON else "",
    )


def delivery(message_id: UUID) -> Delivery:
    """One message.

    Raises:
        OutgoingMessage.DoesNotExist: not of the board in scope, or deleted.
    """
    return _delivery(OutgoingMessage.objects.get(pk=message_id))


def told_about(occasion_id: UUID, *, words: Words, time: datetime) -> list[UUID]:
    """The rows about which this has been queued for this time, whatever became of it."""
    rows = OutgoingMessage.objects.filter(occasion_id=occasion_id, words=words, time=time)
    return list(rows.values_list("about_id", flat=True))
