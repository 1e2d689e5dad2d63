"""What a policy answers for one object is what it answers for many: every role, own and other boards and units."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework import policies
from anhoriglots.casework.models import Case, ContactRequest, SupportContact
from anhoriglots.people.models import Carer
from anhoriglots.people.policies import may_read_carer, readable_carers

from .work import a_case, a_request, at_work

Staff = Callable[..., Actor]
PAIRS: list[tuple[Any, Any, Any]] = [
    (ContactRequest, policies.may_work_with_request, policies.workable_requests),
    (ContactRequest, policies.may_handle_request, policies.handled_requests),
    (Case, policies.may_read_case, policies.readable_cases),
    (SupportContact, policies.may_handle_support_contact, policies.handled_support_contacts),
    (Carer, may_read_carer, readable_carers),
]


@pytest.mark.parametrize(("model", "one", "many"), PAIRS, ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.parametrize("role", list(Role))
def test_one_and_many_agree(make_staff: Staff, at: datetime, role: Role, model: Any, one: Any, many: Any) -> None:
    actor = make_staff("0480", "care_board", role, name="Själv")
    colleague = make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Kollega")
    elsewhere = make_staff("0480", "care_board", Role.CARER_ADVISOR, unit="home_help", name="Annan")
    neighbour = make_staff("0480", "social_board", Role.CARER_ADVISOR, name="Granne")
    for number, somebody in enumerate((actor, colleague, elsewhere, neighbour)):
        _rows_of(somebody, at, f"2026-90000{number}")
    with at_work(actor):
        visible = list(model.objects.all())
        assert visible
        allowed = {row.pk for row in visible if one(actor, row)}
        assert allowed == set(many(actor).values_list("pk", flat=True))
    with at_work(neighbour):
        foreign = list(model.objects.all())
    assert not any(one(actor, row) for row in foreign)


def _rows_of(actor: Actor, at: datetime, number: str) -> None:
    """A case, a request that waits, one that is taken, and a support contact, all in the actor's own unit."""
    with at_work(actor):
        case = a_case(actor, at=at, number=number)
        a_request(actor, at=at)
        request = a_request(actor, at=at, taken_by_id=actor.user_id, step="taken")
        SupportContact.objects.create(
            municipality=actor.municipality,
            board_id=actor.board_id,
            request=request,
            case=case,
            worker_id=actor.user_id,
            step="offered",
            step_at=at,
            offered_at=at,
        )


def test_waiting_requests_are_those_that_may_be_opened_and_that_nobody_has(make_staff: Staff, at: datetime) -> None:
    actor = make_staff("0480", "care_board", Role.CARER_ADVISOR)
    with at_work(actor):
        waiting = a_request(actor, at=at)
        a_request(actor, at=at, step="taken", taken_by_id=actor.user_id)
        assert list(policies.waiting_requests(actor)) == [waiting]
