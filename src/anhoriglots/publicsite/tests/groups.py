"""Groups that the tests of the open pages look at and book, a week from now on."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.booking.models import Booking, Group, Meeting
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, hired
from anhoriglots.database.scope import for_board, scope

TEXTS = {
    "title": {"sv": "Tisdagsgruppen (exempel)", "en": "The Tuesday group (example)"},
    "place": {"sv": "Träffpunkten, Exempelgatan 1"},
    "first_time": {"sv": "Ni ses och fikar. Alla säger vad de vill kallas."},
    "for_whom": {"sv": "Du som hjälper någon som är gammal"},
}
CODE = {"call_me": "Exempel-Inga", "reach": "code", "contact": ""}


def group_soon(*, days: int = 7, **changes: Any) -> Group:
    """A published group of six times in Nyköping."""
    now = timezone.now()
    first = timezone.localdate(now) + timedelta(days=days)
    plan = replace(PLAN, first=first, skip_holidays=False, times=changes.pop("times", 6))
    return a_group(hired(), at=now, plan=plan, **{"texts": TEXTS, **changes})


def opens(visitor: Visitor, group: Group, rest: str = "") -> Visitor:
    """The page of the group."""
    visitor.open(f"grupper/{group.pk}/{rest}")
    return visitor


def books_by_code(visitor: Visitor, group: Group, link: str = "Boka min plats") -> str:
    """From the group's page to the receipt; returns the code."""
    opens(visitor, group).follow(link)
    visitor.send(**CODE)
    visitor.send()
    return visitor.code


def bookings_of(group: Group) -> list[Booking]:
    """All bookings, in the order they came."""
    with scope(NYKOPING), for_board(group.board_id):
        return list(Booking.objects.filter(group=group).order_by("pk"))


def first_time(group: Group) -> UUID:
    """The key of the first time."""
    with scope(NYKOPING):
        return Meeting.objects.filter(group=group).order_by("starts_at")[0].pk
