"""The invented colleague through whom the demo's examples are made."""

from datetime import datetime

from django.utils.timezone import localdate

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Board


def colleague(board: Board, username: str, *, at: datetime) -> Actor:
    """The one with the user name, as they are at the board that day.

    Raises:
        LookupError: the colleague is not there.
    """
    with scope(board.municipality_id, board.pk):
        user = User.objects.filter(municipality=board.municipality_id, username=username).first()
        actor = actor_for(user, on=localdate(at)) if user else None
    if actor is None:
        raise LookupError(username)
    return actor
