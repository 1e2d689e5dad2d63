"""A visitor's report in Nyköping, and those who answer it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

import pytest

from anhoriglots.accessibility.actions.receive_report import Reported, Told, receive_report
from anhoriglots.accessibility.choices import CameIn
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code

Send = Callable[..., Reported]
At = Callable[[Actor], AbstractContextManager[None]]


@pytest.fixture
def here(db: None) -> MunicipalityPage:
    """Nyköping."""
    page = municipality_by_code("0480")
    assert page is not None
    return page


@pytest.fixture
def send(here: MunicipalityPage, at: datetime) -> Send:
    """Sends a report as a visitor does; what is not said is a fault with a code alone."""

    def sent(submission: str = "en hemlighet", came_in: CameIn = CameIn.FAULT, **told: str) -> Reported:
        values = {"what": "Knappen går inte att trycka på.", **told}
        with scope(here.code):
            return receive_report(
                at=at,
                municipality=here,
                submission=submission,
                told=Told(came_in=came_in, **values),  # type: ignore[arg-type]  # words by name
                language="sv",
            )

    return sent


@pytest.fixture
def elif_(make_staff: Callable[..., Actor]) -> Actor:
    """The manager of the board that answers."""
    return make_staff("0480", "care_board", Role.UNIT_MANAGER, name="Elif")


@pytest.fixture
def sara(make_staff: Callable[..., Actor]) -> Actor:
    """The administrator of the same board."""
    return make_staff("0480", "care_board", Role.SYSTEM_ADMINISTRATOR, name="Sara")


@pytest.fixture
def stranger(make_staff: Callable[..., Actor]) -> Actor:
    """A manager at another board."""
    return make_staff("0480", "social_board", Role.UNIT_MANAGER, name="Otto")


@contextmanager
def working(actor: Actor) -> Iterator[None]:
    """The database as the actor's pages see it."""
    with scope(actor.municipality, actor.board_id, actor.user_id):
        yield
