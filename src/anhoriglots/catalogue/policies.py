"""Who may register what the board has decided, and let it end: the own board's, never another's (SoL 4:2)."""

from typing import TypeVar

from django.db.models import QuerySet

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.decision import Decision, forbidden, permitted

from .models import Offer, RegisteredDecision

Row = TypeVar("Row", bound=RegisteredDecision)


def may_manage_decisions(actor: Actor) -> Decision:
    """May this person add to the register of the board's decisions, and end what is there?"""
    if not actor.can(Capability.MANAGE_DECISIONS):
        return forbidden("role-manages-no-decisions", "Din roll registrerar inte nämndens beslut.")
    return permitted("manages-decisions", "Du registrerar din nämnds beslut.")


def may_review(actor: Actor, offer: Offer) -> Decision:
    """May this person say that the offer has been looked at? Only those who work in the unit that owns it."""
    if not actor.can(Capability.WORK_WITH_REQUESTS):
        return forbidden("role-reviews-no-offers", "Din roll kontrollerar inte stöd.")
    if offer.owner_id not in actor.unit_ids:
        return forbidden(
            "another-units-offer", f"{offer.owner.name} ansvarar för stödet. Säg till dem om något är fel."
        )
    return permitted("owns-offer", "Din enhet ansvarar för stödet.")


def may_edit(actor: Actor, owner: str) -> Decision:
    """May this person write an offer that the unit with the key owns, publish it and withdraw it?"""
    if not actor.can(Capability.EDIT_CATALOGUE):
        return forbidden("role-edits-no-offers", "Din roll ändrar inte stöd.")
    if owner not in {str(unit) for unit in actor.unit_ids}:
        return forbidden("another-units-offer", "En annan enhet ansvarar för stödet. Säg till dem om något ska ändras.")
    return permitted("edits-own-offer", "Din enhet ansvarar för stödet.")


def visible_decisions(actor: Actor, model: type[Row]) -> QuerySet[Row]:
    """The decisions of one kind that this person may read: those of the own board."""
    if not actor.can(Capability.SEE_OFFER):
        return model._default_manager.none()
    return model._default_manager.filter(municipality=actor.municipality, board=actor.board_id)
