"""What the tests of staff work start from: somebody at work, and requests in their unit."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions.note_contact import Submission
from anhoriglots.casework.models import Case, ContactRequest
from anhoriglots.casework.workflow import RequestStep
from anhoriglots.database.models import owner_of, uuid7
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.organisations.models import Board, Unit
from anhoriglots.people.models import Carer

SWEDEN = ZoneInfo("Europe/Stockholm")


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
        "call_words": "blå båt",
        "received_at": at - timedelta(hours=2),
        "promised_at": at + timedelta(hours=3),
        "step": RequestStep.RECEIVED,
        "step_at": at - timedelta(hours=2),
        **values,
    }
    return ContactRequest.objects.create(
        **owner_of(current_scope()), unit_id=actor.unit_ids[0], submission=uuid7().bytes * 2, **ready
    )


def sent(actor: Actor, *, at: datetime) -> Submission:
    """A form that the actor opened a minute ago, with a key of its own."""
    return Submission(uuid7(), actor.board_id, at - timedelta(minutes=1))


def a_case(actor: Actor, *, at: datetime, name: str = "Åsa Exempel", number: str = "2026-000001") -> Case:
    """A file with a case at the actor's board; call it inside ``at_work``."""
    owner = owner_of(current_scope())
    carer = Carer.objects.create(**owner, name=name, created_at=at)
    return Case.objects.create(**owner, carer=carer, unit_id=actor.unit_ids[0], number=number, opened_at=at)


def hired(role: Role, *, name: str, board: str = "care_board") -> Actor:
    """A colleague in Nyköping, saved outside the test's own transaction; for tests with several connections."""
    row = Board.objects.get(municipality="0480", key=board)
    unit = Unit.objects.filter(board=row).order_by("position")[0]
    with scope("0480", row.pk):
        user = User.objects.create(municipality="0480", username=name.lower(), first_name=name, password="!")
        Assignment.objects.create(
            municipality="0480", user=user, board=row, unit=unit, role=role, starts_on=date(2026, 1, 1)
        )
        actor = actor_for(user, on=date(2026, 11, 24))
    assert actor is not None
    return actor
