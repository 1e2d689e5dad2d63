"""States and the steps between them, one table each."""

from django.db.models import TextChoices


class RoomStep(TextChoices):
    """What can happen to a room. A group without one has no row."""

    OPEN = "open", "Öppet"
    CLOSED = "closed", "Stängt"


ROOM_STEPS: dict[str | None, frozenset[RoomStep]] = {
    None: frozenset({RoomStep.OPEN}),
    RoomStep.OPEN: frozenset({RoomStep.CLOSED}),
    RoomStep.CLOSED: frozenset({RoomStep.OPEN}),
}


class PostStep(TextChoices):
    """What can happen to a post; what is removed has no row."""

    WAITING = "waiting", "Väntar"
    SHOWN = "shown", "Visas"
    HIDDEN = "hidden", "Dolt"


POST_STEPS: dict[str | None, frozenset[PostStep]] = {
    None: frozenset({PostStep.WAITING, PostStep.SHOWN}),
    PostStep.WAITING: frozenset({PostStep.SHOWN, PostStep.HIDDEN}),
    PostStep.SHOWN: frozenset({PostStep.HIDDEN}),
    PostStep.HIDDEN: frozenset({PostStep.SHOWN}),
}
