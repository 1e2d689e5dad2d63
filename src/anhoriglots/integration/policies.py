"""Who may take in others' services: whoever may write offers, for a unit of their own."""

from uuid import UUID

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.policies import may_edit
from anhoriglots.kernel.decision import Decision


def may_import(actor: Actor, unit: UUID) -> Decision:
    """May this person take in services that the unit is to answer for?"""
    return may_edit(actor, str(unit))
