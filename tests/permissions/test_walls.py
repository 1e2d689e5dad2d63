"""With every policy switched off, the walls of the database still stand: another board's rows do not come."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import QuerySet

from anhoriglots.accounts import policies as accounts_policies
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.booking import policies as booking_policies
from anhoriglots.casework import policies as casework_policies
from anhoriglots.kernel.decision import Decision, permitted
from anhoriglots.peerroom import policies as peerroom_policies
from anhoriglots.people import policies as people_policies
from anhoriglots.relief import policies as relief_policies
from tests.architecture.tree import PARAMETER, routes

from .matrix import METHODS, Row
from .test_matrix import answer, world
from .world import World

pytestmark = pytest.mark.django_db
__all__ = ["world"]

# Parts of an address that name a row behind the wall of a board. Accounts stand behind that of the municipality.
OBJECTS = {"request_id", "carer_id", "contact_id", "booking_id", "relief_id", "post_id"}


def _object_addresses() -> list[str]:
    return [name for name, route in routes().items() if OBJECTS & {part for _, part in PARAMETER.findall(route)}]


def _switched_off(policy: Callable[..., Any]) -> Callable[..., Any]:
    """The policy, saying yes to everybody and everything."""

    def yes(*arguments: Any, **named: Any) -> Any:
        said = policy(*arguments, **named)
        if isinstance(said, QuerySet):
            return said.model._default_manager.all()
        return permitted("switched-off", "") if isinstance(said, Decision) else said

    return yes


@pytest.fixture
def without_policies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every policy of every slice says yes, wherever it has been imported, and every role can do everything."""
    modules = (
        accounts_policies,
        booking_policies,
        casework_policies,
        peerroom_policies,
        people_policies,
        relief_policies,
    )
    policies = {
        value: _switched_off(value)
        for module in modules
        for value in vars(module).values()
        if callable(value) and getattr(value, "__module__", "") == module.__name__
    }
    assert len(policies) > 10
    for module in [value for name, value in sys.modules.items() if name.startswith("anhoriglots.")]:
        for name, value in list(vars(module).items()):
            if callable(value) and getattr(value, "__hash__", None) and value in policies:
                monkeypatch.setattr(module, name, policies[value])
    monkeypatch.setattr(Actor, "can", lambda self, capability: True)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", _object_addresses())
def test_another_boards_row_is_not_found_though_every_policy_says_yes(
    address: str, method: str, world: World, without_policies: None
) -> None:
    allowed = {404} if method == "POST" else {404, 405}
    for outsider in ("other_board", "other_municipality"):
        assert answer(Row(address, method, {}), outsider, world).status_code in allowed


def test_the_switch_is_off_indeed(world: World, without_policies: None) -> None:
    """In the own board those whom the policies keep out get in; otherwise the test above would prove nothing."""
    for address in ("carer", "request", "support-contact"):
        assert answer(Row(address, "GET", {}), Role.LOG_REVIEWER.value, world).status_code == 200
