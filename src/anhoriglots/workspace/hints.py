"""Lines on the first page about what waits elsewhere; counted together in one statement."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Value

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.queries.reviews import due_offers
from anhoriglots.peerroom.policies import posts_to_read

MOST = 100  # of each; a hint that says a hundred says enough


@dataclass(frozen=True, slots=True)
class Hints:
    """How many offers somebody should have looked at, and how many posts in rooms wait to be read."""

    offers: int
    posts: int


def hints(actor: Actor, *, on: date) -> Hints:
    """What waits for this person."""
    offers = due_offers(actor, on=on).order_by().values_list(_named("offer"))[:MOST]
    posts = posts_to_read(actor).order_by().values_list(_named("post"))[:MOST]
    found = Counter(what for (what,) in offers.union(posts, all=True))
    return Hints(found["offer"], found["post"])


def _named(what: str) -> Value:
    return Value(what, output_field=CharField())
