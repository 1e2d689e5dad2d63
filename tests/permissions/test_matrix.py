"""Every role at every address: one line of matrix.csv at a time."""

from collections.abc import Iterator
from copy import copy

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from pytest_django.plugin import DjangoDbBlocker

from tests.architecture.tree import PARAMETER, routes

from .matrix import Row, read_matrix
from .payloads import payload
from .world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Made once; what a request changes is rolled back after each."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


# Where another object of the same kind shows the permission better: one that waits can be taken by anybody in the unit,
# and only a meeting that has begun can be noted.
KEYS = {
    "api-offer": {"key": "service_id"},
    "api-group": {"key": "group_id"},
    "api-unit": {"key": "unit_id"},
    "take-request": {"request_id": "waiting_id"},
    "attendance": {"meeting_id": "begun_meeting_id"},
}


def path_of(address: str, world: World, slug: str) -> str:
    """The address of the world's own objects, below the municipality."""
    other = KEYS.get(address, {})
    names = [name for _, name in PARAMETER.findall(routes()[address])]
    try:
        return f"/{slug}{reverse(address, kwargs={name: world.keys[other.get(name, name)] for name in names})}"
    except (KeyError, NoReverseMatch) as error:
        raise AssertionError(f"no object of the world fits {address}: {error}") from error


def answer(row: Row, column: str, world: World) -> HttpResponseBase:
    """What the person gets; nothing of it stays."""
    browser = copy(world.browsers[column])
    browser.cookies = copy(browser.cookies)
    path = path_of(row.address, world, world.slugs[column])
    posted = payload(row.address, world, world.actors.get(column)) if row.method == "POST" else {}
    with transaction.atomic():
        response = browser.post(path, posted) if row.method == "POST" else browser.get(path)
        transaction.set_rollback(True)
    return response


@pytest.mark.parametrize("row", read_matrix(), ids=lambda row: f"{row.address}-{row.method}")
def test_everybody_gets_what_the_matrix_says(row: Row, world: World) -> None:
    got = {column: answer(row, column, world).status_code for column in row.expected}
    assert got == row.expected
