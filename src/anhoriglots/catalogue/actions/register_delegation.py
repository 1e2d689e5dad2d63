"""Registers who may decide on the board's behalf."""

from datetime import datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.law import decide

from ..models import Delegation
from .registering import Paper, law_of, register


@transaction.atomic
def register_delegation(
    *, actor: Actor, paper: Paper, matter: str, matter_kind: str, role: Role, conditions: str = "", at: datetime
) -> Delegation:
    """Save that the role may decide in the matter. Several roles may, each by a row of its own.

    The law of the first day is asked whether an employee, as every role is, may be given such a matter.

    Args:
        matter_kind: what kind of matter it is to the law; see catalogue.queries.law_kinds.

    Raises:
        Refused: what ``register`` refuses; the law keeps such matters for the board or a committee, or does not know
            the kind.
    """
    content = {"matter": matter, "matter_kind": matter_kind, "role": role.value, "conditions": conditions}
    row = register(actor=actor, model=Delegation, paper=paper, content=content, once=("matter", "role"), at=at)
    facts = {"decider": "employee", "matter": matter_kind, "delegated": True}
    with law_of(paper.valid_from):
        decide("delegation", on=paper.valid_from, facts=facts).require()
    return row
