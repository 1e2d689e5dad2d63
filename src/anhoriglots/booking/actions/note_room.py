"""Notes whether a group has a room for talk, for those who have a seat; the room itself is another slice's."""

from ..models import Group


def note_room(group: Group, *, has_room: bool) -> None:
    """Within the transaction of the action that opens or erases the room, which asks the policy and writes the log."""
    group.has_room = has_room
    group.save(update_fields=["has_room"])
