"""The states of a request for relief and the steps between them."""

from django.db.models import TextChoices


class ReliefStep(TextChoices):
    """What can happen to a request."""

    ASKED = "asked", "Väntar på svar"
    PROPOSED = "proposed", "Förslag skickat"
    ACCEPTED = "accepted", "Klar"
    DECLINED = "declined", "Inte klar"
    WITHDRAWN = "withdrawn", "Behövs inte"


RELIEF_STEPS: dict[str | None, frozenset[ReliefStep]] = {
    None: frozenset({ReliefStep.ASKED}),
    ReliefStep.ASKED: frozenset({ReliefStep.PROPOSED, ReliefStep.ACCEPTED, ReliefStep.DECLINED, ReliefStep.WITHDRAWN}),
    ReliefStep.PROPOSED: frozenset(
        {ReliefStep.PROPOSED, ReliefStep.ACCEPTED, ReliefStep.DECLINED, ReliefStep.WITHDRAWN}
    ),
    # Somebody falls ill, or a time is moved: what was a yes can be agreed anew or become a no.
    ReliefStep.ACCEPTED: frozenset(
        {ReliefStep.ACCEPTED, ReliefStep.PROPOSED, ReliefStep.DECLINED, ReliefStep.WITHDRAWN}
    ),
    # Somebody may be found after all.
    ReliefStep.DECLINED: frozenset({ReliefStep.PROPOSED, ReliefStep.ACCEPTED, ReliefStep.WITHDRAWN}),
    ReliefStep.WITHDRAWN: frozenset(),
}
WAITS_FOR_US = (ReliefStep.ASKED,)
# What was agreed and the one who asked has erased stands until somebody at the unit has seen it.
AGREED = (ReliefStep.ACCEPTED,)
