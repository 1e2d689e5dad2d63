"""The peer room slice."""

from django.apps import AppConfig


class PeerRoomConfig(AppConfig):
    """Rooms, and what is written in them."""

    name = "anhoriglots.peerroom"
    label = "peerroom"

    def ready(self) -> None:
        """Whoever leaves a group, or has the booking deleted, leaves nothing in its room."""
        from anhoriglots.booking.leaving import when_left

        from .actions.erase_mine import forget

        when_left(forget)
