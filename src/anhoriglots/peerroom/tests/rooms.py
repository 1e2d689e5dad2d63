"""What the tests of rooms start from: a group with a room, and people in it."""

from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import NYKOPING, a_group, at_work, books
from anhoriglots.database.scope import for_board, scope
from anhoriglots.peerroom.actions.join_room import join_room
from anhoriglots.peerroom.actions.report_post import report_post
from anhoriglots.peerroom.actions.set_up_room import Kept, set_up_room
from anhoriglots.peerroom.actions.write_post import write_post
from anhoriglots.peerroom.choices import Moderation
from anhoriglots.peerroom.models import Member, Post, Report, Room

RULES = "Vi säger inte namn på andra. (exempel)"


def kept(**changes: Any) -> Kept:
    """Read afterwards, two reports hide, somebody looks in on Tuesdays."""
    ready: dict[str, Any] = {
        "moderation": Moderation.AFTER,
        "rules": RULES,
        "looks_on": (1,),
        "looks_from": time(9),
        "looks_to": time(10),
        **changes,
    }
    return Kept(**ready)


def a_room(actor: Actor, *, at: datetime, group: Group | None = None, **changes: Any) -> Room:
    """The open room of a published group."""
    group = group or a_group(actor, at=at)
    with at_work(actor):
        return set_up_room(actor=actor, group_id=group.pk, kept=kept(**changes), at=at)


class Inside:
    """Somebody with a seat, in the room under a name."""

    def __init__(self, room: Room, *, at: datetime, name: str = "", **changes: Any) -> None:
        self.room, self.at = room, at
        self.booked: Booked = books(room.group, at=at, **changes)
        if name:
            self.joins(name)

    @property
    def keys(self) -> dict[str, Any]:
        """As the actions take them."""
        return {"at": self.at, "board_id": self.booked.board_id, "booking_id": self.booked.booking_id}

    def joins(self, name: str) -> Member:
        """Take the name."""
        with scope(NYKOPING):
            return join_room(**self.keys, name=name)

    def writes(self, text: str, *, answers: UUID | None = None, post_id: UUID | None = None) -> Post:
        """Write a post."""
        with scope(NYKOPING):
            return write_post(**self.keys, post_id=post_id or uuid4(), text=text, answers=answers)

    def reports(self, post: Post) -> Report:
        """Report a post."""
        with scope(NYKOPING):
            return report_post(**self.keys, post_id=post.pk)


def posts(room: Room) -> list[Post]:
    """What lies in the room, the oldest first."""
    with scope(NYKOPING), for_board(room.board_id):
        return list(Post.objects.filter(room=room).order_by("written_at"))


def members(room: Room) -> list[Member]:
    """Those who are in the room."""
    with scope(NYKOPING), for_board(room.board_id):
        return list(Member.objects.filter(room=room))
