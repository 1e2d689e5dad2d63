"""Takes back what nobody has been told yet, since it is not true any longer."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from ..choices import Words
from ..models import OutgoingMessage
from ..steps import step_messages
from ..workflow import UNTOLD, MessageStep


@transaction.atomic
def call_off(
    *, at: datetime, about_ids: Collection[UUID] = (), occasion_id: UUID | None = None, words: Words | None = None
) -> int:
    """Call off what waits, for a carrier or for somebody to ring; what is being sent goes. Returns how many.

    Args:
        about_ids: all about these rows; and
        occasion_id: all about this time.
        words: only those that say this.
    """
    which = Q(about_id__in=about_ids)
    if occasion_id:
        which |= Q(occasion_id=occasion_id)
    if words:
        which &= Q(words=words)
    rows = list(OutgoingMessage.objects.select_for_update().filter(which, step__in=UNTOLD).order_by("pk"))
    if rows:
        step_messages(rows, MessageStep.CALLED_OFF, at=at)
    return len(rows)
