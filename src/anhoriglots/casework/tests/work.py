"""What the tests of staff work start from: somebody at work, and requests in their unit."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from anhoriglots.accounts.queries import Actor
from anhoriglots.casework.models import Case, ContactRequest
from anhoriglots.casework.workflow import RequestStep
from anhoriglots.database.models import owner_of, uuid7
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.people.models import Carer

BOARD = ("0480", "social_board")


@contextmanager
def at_work(actor: Actor) -> Iterator[None]:
    """The scope that the pages open for the actor."""
    with scope(actor.municipality, actor.board_id, actor.user_id):
        yield


def a_request(actor: Actor, *, at: datetime, **values: Any) -> ContactRequest:
    """A request that waits in the actor's unit; call it inside ``at_work``."""
    ready = {
        "reply": "call",
        "contact": "070-174 06 51",
        "call_me": "Exempel-Inga",
        "code_words": "blå båt lugn sol",
        "received_at": at - timedelta(hours=2),
        "promised_at": at + timedelta(hours=3),
        "step": RequestStep.RECEIVED,
        "step_at": at - timedelta(hours=2),
        **values,
    }
    return ContactRequest.objects.create(
        **owner_of(current_scope()), unit_id=actor.unit_ids[0], submission=uuid7().bytes * 2, **ready
    )


def a_case(actor: Actor, *, at: datetime, name: str = "Åsa Exempel", number: str = "2026-000001") -> Case:
    """A file with a case at the actor's board; call it inside ``at_work``."""
    owner = owner_of(current_scope())
    carer = Carer.objects.create(**owner, name=name, created_at=at)
    return Case.objects.create(**owner, carer=carer, unit_id=actor.unit_ids[0], number=number, opened_at=at)
