"""What is posted at an address, so that only the permission decides the answer. Elsewhere an empty form is sent."""

from .world import World

Payload = dict[str, str]


def payload(address: str, world: World) -> Payload:
    """The fields to post at the address."""
    posted: dict[str, Payload] = {}
    return posted.get(address, {})
