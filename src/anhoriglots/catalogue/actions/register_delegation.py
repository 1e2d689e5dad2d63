"""Registers who may decide on the board's behalf."""

from datetime import datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role

from ..models import Delegation
from ..queries.law_kinds import matter_kinds
from ..queries.places import Place
from .registering import Paper, law_of, register


def _facts(matter_kind: str) -> dict[str, object]:
    return {"decider": "employee", "matter": matter_kind, "delegated": True}


NEW_DELEGATION = Place(
    "delegation", ("Ny delegation",), every=lambda _day: (_facts(kind) for kind, _ in matter_kinds())
)


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
    with law_of(paper.valid_from):
        NEW_DELEGATION.decide(actor, paper.valid_from, _facts(matter_kind)).require()
    return row
