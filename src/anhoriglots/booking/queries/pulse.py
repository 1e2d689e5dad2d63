"""What the anonymous cards say of a group, once there are enough of them to hide everybody."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from ..models import PulseCard
from ..models.pulse import Worth

# Fewer answers than this could tell who gave them.
FEWEST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class PulseResult:
    """Answers to each question as "Ja 4, till en del 1", and the lines in no order that tells anything."""

    count: int
    worth_it: str
    would_recommend: str
    missing: tuple[str, ...]


def pulse_result(group_id: UUID) -> PulseResult | None:
    """The result, or None while there are fewer than five cards."""
    rows = PulseCard.objects.filter(group_id=group_id).values_list("worth_it", "would_recommend", "missing")
    cards = list(rows)
    if len(cards) < FEWEST_SHOWN:
        return None
    return PulseResult(
        count=len(cards),
        worth_it=_told(Counter(card[0] for card in cards)),
        would_recommend=_told(Counter(card[1] for card in cards)),
        missing=tuple(sorted(card[2] for card in cards if card[2])),
    )


def _told(counted: Counter[str]) -> str:
    words = [f"{worth.label} {counted[worth.value]}" for worth in Worth if counted[worth.value]]
    unanswered = [f"inget svar {counted['']}"] if counted[""] else []
    return ", ".join([*words, *unanswered])
