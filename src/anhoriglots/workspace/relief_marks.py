"""On the page of a group: whether those who need relief meanwhile have had an answer, and nothing more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from anhoriglots.booking.queries.people import PersonRow
from anhoriglots.booking.queries.staff_group import StaffGroup
from anhoriglots.relief.queries.leader_marks import leader_marks


def with_relief(found: StaffGroup) -> StaffGroup:
    """The page with a mark beside each person who has asked for relief."""
    marks = leader_marks(found.subjects)
    if not marks:
        return found
    lists = [replace(one, booked=_marked(one.booked, marks), queue=_marked(one.queue, marks)) for one in found.lists]
    return replace(found, lists=lists)


def _marked(rows: Sequence[PersonRow], marks: Mapping[UUID, str]) -> list[PersonRow]:
    return [replace(row, notes=(*row.notes, marks[row.pk])) if row.pk in marks else row for row in rows]
