"""How much each colleague has: told in words, so that work is shared fairly."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from anhoriglots.accounts.queries import Actor, colleagues_with
from anhoriglots.accounts.roles import Capability

from ..models import SupportContact
from ..workflow import ACTIVE_SUPPORT_STEPS


@dataclass(frozen=True, slots=True)
class ColleagueLoad:
    """A colleague who can be support contact, and how many carers they have."""

    user_id: UUID
    name: str
    ongoing: int
    words: str


def colleagues_by_load(actor: Actor, *, on: date) -> list[ColleagueLoad]:
    """Colleagues at the board who can be support contacts, the one with fewest first; one statement."""
    # Whoever stands in carries the load while it lasts.
    carries = Q(substitute=OuterRef("pk")) | Q(worker=OuterRef("pk"), substitute__isnull=True)
    active = SupportContact.objects.filter(carries, step__in=ACTIVE_SUPPORT_STEPS).order_by()
    counted = active.values("board_id").annotate(ongoing=Count("*")).values("ongoing")
    ongoing = Subquery(counted, output_field=IntegerField())
    people = colleagues_with(Capability.BE_SUPPORT_CONTACT, board=actor.board_id, on=on)
    rows = people.annotate(ongoing=Coalesce(ongoing, 0)).order_by("ongoing", "first_name", "last_name", "pk")
    return [ColleagueLoad(user.pk, user.full_name, user.ongoing, load_words(user.ongoing)) for user in rows]


def load_words(ongoing: int) -> str:
    """ "ingen pågående", "1 pågående", "4 pågående"."""
    return f"{ongoing} pågående" if ongoing else "ingen pågående"
