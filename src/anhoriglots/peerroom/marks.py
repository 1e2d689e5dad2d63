"""Finds a member by the booking, and never the other way round."""

from uuid import UUID

from anhoriglots.database.encryption import keyed_index


def member_mark(booking_id: UUID) -> bytes:
    """The keyed mark of the booking's member; the table of members holds nothing else of the booking."""
    return keyed_index(booking_id.hex, use="peer-member")
