"""Registers who may decide on the board's behalf."""

from datetime import datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role

from ..models import Delegation
from .registering import Paper, register


@transaction.atomic
def register_delegation(
    *, actor: Actor, paper: Paper, matter: str, role: Role, conditions: str = "", at: datetime
) -> Delegation:
    """Save that the role may decide in the matter. Several roles may, each by a row of its own.

    Raises:
        Refused: what ``register`` refuses.
    """
    content = {"matter": matter, "role": role.value, "conditions": conditions}
    return register(actor=actor, model=Delegation, paper=paper, content=content, once=("matter", "role"), at=at)
