"""How many seats are left in many groups at once, for everybody to see. Whoever books counts again under the lock."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from ..models import Group
from ..seats import Seats

# One statement for several boards; see the migration that makes the function.
COUNT = "SELECT group_id, meeting_id, taken, waiting FROM booking_seats_of(%s)"
Key = tuple[UUID, UUID | None]


def places_left(groups: Iterable[Group]) -> "PlacesLeft":
    """Count the seats of all the groups with one statement; none when there is no group."""
    capacities = {group.pk: group.capacity for group in groups}
    if not capacities:
        return PlacesLeft({}, {})
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [list(capacities)])
        counted = {(group, meeting): (taken, waiting) for group, meeting, taken, waiting in cursor.fetchall()}
    return PlacesLeft(capacities, counted)


class PlacesLeft:
    """The seats of the groups that were counted."""

    def __init__(self, capacities: dict[UUID, int | None], counted: dict[Key, tuple[int, int]]) -> None:
        self._capacities, self._counted = capacities, counted

    def of(self, group: UUID, meeting: UUID | None) -> Seats:
        """The seats of a course (no meeting) or of one meeting."""
        taken, waiting = self._counted.get((group, meeting), (0, 0))
        return Seats(self._capacities[group] or 0, taken, waiting)
