"""When the unit has to have answered. From that instant on the one who waits is asked what to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from anhoriglots.organisations.queries import promised_time

from .queries.rules import Desk


@dataclass(frozen=True, slots=True)
class Due:
    """``in_time``: there are enough working days before the one who waits has to know."""

    at: datetime
    in_time: bool


def due(desk: Desk, *, since: datetime, starts_at: datetime) -> Due:
    """The answer is due at the promised time, yet some days before the first meeting.

    Args:
        since: when the seat was there and the relief was asked for.
        starts_at: the first meeting to come to.

    Raises:
        NeverOpen: the unit has no opening hours.
    """
    promised = promised_time(desk.open_hours, working_days=desk.answer_days, received_at=since)
    latest = starts_at - timedelta(days=desk.ask_days)
    return Due(max(since, min(promised, latest)), promised <= latest)
