"""The rooms in which something waits for this person to read it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability

from ..policies import posts_to_read


@dataclass(frozen=True, slots=True)
class RoomToRead:
    """A room, by its group, and how many posts wait."""

    group_id: UUID
    title: str
    posts: int


def rooms_to_read(actor: Actor) -> list[RoomToRead]:
    """Those with most to read first; one statement."""
    if not actor.can(Capability.LEAD_GROUPS):
        return []
    rows = posts_to_read(actor).values("room__group", "room__group__texts").annotate(posts=Count("pk", distinct=True))
    found = [RoomToRead(row["room__group"], _title(row["room__group__texts"]), row["posts"]) for row in rows]
    return sorted(found, key=lambda row: (-row.posts, row.title))


def _title(texts: dict[str, dict[str, str]]) -> str:
    return texts.get("title", {}).get("sv", "")
