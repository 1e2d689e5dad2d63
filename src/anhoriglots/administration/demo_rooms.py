"""An invented room of the first invented group: two who have a seat have written, and one post waits to be read."""

from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.models import Booking, Group
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Board
from anhoriglots.peerroom.actions.join_room import join_room
from anhoriglots.peerroom.actions.moderate_post import show_post
from anhoriglots.peerroom.actions.set_up_room import Kept, set_up_room
from anhoriglots.peerroom.actions.write_post import write_post
from anhoriglots.peerroom.choices import Moderation

from .demo_colleague import colleague

NAMES = ("Blåbär", "Bäck")
RULES = (
    "Vi skriver om oss själva, inte om andra med namn. (exempel)\n"
    "Det någon berättar här stannar här.\n"
    "Vi är vänliga, också när vi tycker olika."
)
QUESTION = "Hej. Jag sover dåligt sedan min man blev sjuk. Hur gör ni för att orka? (exempel)"
ANSWER = "Jag går en kort runda varje morgon. Det hjälper lite. (exempel)"
WAITS = "Tack. Jag ska prova det. (exempel)"


def open_room(board: Board, username: str, *, at: datetime) -> None:
    """Open a room in the first group that the colleague with the user name leads, and let those with a seat write.

    Raises:
        LookupError: the colleague is not there.
    """
    actor = colleague(board, username, at=at)
    with scope(actor.municipality, actor.board_id, actor.user_id):
        coming = Group.objects.filter(leader_id=actor.user_id, capacity__isnull=False, ends_at__gt=at)
        group = coming.order_by("-capacity", "pk")[0]
        set_up_room(actor=actor, group_id=group.pk, kept=_kept(actor), at=at)
    with scope(board.municipality_id, board.pk):
        first, second = Booking.objects.filter(group=group).order_by("pk").values_list("pk", flat=True)[:2]
    _talk(actor, first, second, at)


def _kept(actor: Actor) -> Kept:
    return Kept(
        moderation=Moderation.BEFORE,
        rules=RULES,
        moderator_id=actor.user_id,
        looks_on=(1, 3),
        looks_from=time(9),
        looks_to=time(10),
    )


def _talk(actor: Actor, first: UUID, second: UUID, at: datetime) -> None:
    asked = _writes(actor, first, NAMES[0], QUESTION, at)
    answered = _writes(actor, second, NAMES[1], ANSWER, at, answers=asked)
    _writes(actor, first, NAMES[0], WAITS, at, answers=answered, is_read=False)


def _writes(
    actor: Actor,
    booking: UUID,
    name: str,
    text: str,
    at: datetime,
    *,
    answers: UUID | None = None,
    is_read: bool = True,
) -> UUID:
    keys: dict[str, Any] = {"at": at, "board_id": actor.board_id, "booking_id": booking}
    with scope(actor.municipality):
        join_room(**keys, name=name)
        post = write_post(**keys, post_id=uuid4(), text=text, answers=answers)
    if is_read:
        with scope(actor.municipality, actor.board_id, actor.user_id):
            show_post(actor=actor, post_id=post.pk, at=at)
    return post.pk
