"""Who may register what the board has decided, and let it end: the own board's, never another's (SoL 4:2)."""

from typing import TypeVar

from django.db.models import QuerySet

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.decision import Decision, forbidden, permitted

from .models import RegisteredDecision

Row = TypeVar("Row", bound=RegisteredDecision)


def may_manage_decisions(actor: Actor) -> Decision:
    """May this person add to the register of the board's decisions, and end what is there?"""
    if not actor.can(Capability.MANAGE_DECISIONS):
        return forbidden("role-manages-no-decisions", "Din roll registrerar inte nämndens beslut.")
    return permitted("manages-decisions", "Du registrerar din nämnds beslut.")


def visible_decisions(actor: Actor, model: type[Row]) -> QuerySet[Row]:
    """The decisions of one kind that this person may read: those of the own board."""
    if not actor.can(Capability.SEE_OFFER):
        return model._default_manager.none()
    return model._default_manager.filter(municipality=actor.municipality, board=actor.board_id)
