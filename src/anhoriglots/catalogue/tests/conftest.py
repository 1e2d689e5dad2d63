"""Somebody at work in Nyköping who registers what the care board decides."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.database.scope import scope


@pytest.fixture
def elif_(make_staff: Callable[..., Actor]) -> Iterator[Actor]:
    """The manager of a unit of the care board, at work."""
    actor = make_staff("0480", "care_board", Role.UNIT_MANAGER, name="Elif")
    with scope(actor.municipality, actor.board_id, actor.user_id):
        yield actor


@pytest.fixture
def paper() -> Callable[..., Paper]:
    """A decision of today that holds until further notice, or otherwise as said."""

    def make(**changes: Any) -> Paper:
        values = {"number": "VON 2026:61", "decided_on": date(2026, 11, 24), "valid_from": date(2026, 11, 24)}
        return Paper(**{**values, **changes})

    return make
