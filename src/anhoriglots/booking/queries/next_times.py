"""When the next group of a support form begins at a unit, and whether there is room; for pages that have no scope."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from ..choices import Seating
from ..seats import Seats

# One statement, whatever the number of boards and groups; see the migration that makes the function.
NEXT = "SELECT * FROM booking_next_times(%s, %s, %s)"


@dataclass(frozen=True, slots=True)
class NextTime:
    """The next time that somebody new can come to; ``seats`` is None where nobody books."""

    group: UUID
    starts_at: datetime
    has_queue: bool
    seats: Seats | None


def next_times(municipality: str, support_forms: Collection[str], *, at: datetime) -> dict[tuple[str, UUID], NextTime]:
    """The next time by support form and unit; one statement, none when no support form is asked for.

    Args:
        municipality: its code. Published groups are for everybody, so the caller needs no scope.
        support_forms: their codes.
    """
    if not support_forms:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [municipality, sorted(support_forms), at])
        return {(form, unit): _next_time(*rest) for form, unit, *rest in cursor.fetchall()}


def _next_time(
    group: UUID, starts_at: datetime, seating: str, capacity: int | None, has_queue: bool, taken: int, waiting: int
) -> NextTime:
    seats = None if seating == Seating.OPEN else Seats(capacity or 0, taken, waiting)
    return NextTime(group, starts_at, has_queue, seats)
