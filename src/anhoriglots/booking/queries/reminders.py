"""When somebody who asks for it is reminded: told as it is, and not promised when it is too late for it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from ..telling import remind_at


class PlannedTime(Protocol):
    """One time of a group, as several pages hold it."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def is_cancelled(self) -> bool: ...


def reminders(times: Iterable[PlannedTime], *, at: datetime) -> list[datetime]:
    """The reminders that whoever has a seat from ``at`` on still gets, the first one first."""
    return sorted(remind_at(one.starts_at) for one in times if not one.is_cancelled and remind_at(one.starts_at) > at)
