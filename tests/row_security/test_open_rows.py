"""The open catalogue: everybody reads it, and the database lets only a row's own board write."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from anhoriglots.catalogue.models import Offer
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Board, District

pytestmark = pytest.mark.django_db
HERE = "0180"


@pytest.fixture
def offer() -> Offer:
    """An offer of a district."""
    return Offer.objects.filter(municipality=HERE, everywhere=False, active=True).order_by("pk")[0]


@pytest.fixture
def other(offer: Offer) -> Board:
    """Another board of the same municipality."""
    return Board.objects.filter(municipality=HERE).exclude(pk=offer.board_id).order_by("position")[0]


def _copy(offer: Offer, board: Board) -> Offer:
    row = Offer.objects.defer("search").get(pk=offer.pk)
    row.pk, row.key, row.board = uuid7(), f"copy-{uuid7()}", board
    return row


def _writes(offer: Offer, other: Board) -> Iterator[Callable[[], Any]]:
    yield lambda: Offer.objects.filter(pk=offer.pk).update(active=False)
    yield lambda: _copy(offer, offer.board).save(force_insert=True)
    yield lambda: Offer.objects.filter(pk=offer.pk).update(board=other)
    yield lambda: offer.districts.add(District.objects.filter(municipality=HERE).exclude(offers=offer)[0])
    yield lambda: offer.districts.clear()
    yield lambda: offer.target_groups.add(*offer.municipality.target_groups.all())


@pytest.mark.parametrize("who", ["another board", "no board", "another municipality", "nobody"])
def test_only_the_own_board_writes_whatever_the_code_forgets(offer: Offer, other: Board, who: str) -> None:
    scopes = {
        "another board": (HERE, other.pk),
        "no board": (HERE, None),
        "another municipality": ("0480", offer.board_id),
        "nobody": ("", None),
    }
    with scope(*scopes[who]):
        assert Offer.objects.filter(pk=offer.pk).exists()
        for write in _writes(offer, other):
            with pytest.raises(DatabaseError, match="another board's rows"), transaction.atomic():
                write()


def test_the_own_board_writes_its_own_and_gives_none_away(offer: Offer, other: Board) -> None:
    with scope(HERE, offer.board_id):
        assert Offer.objects.filter(pk=offer.pk).update(active=False) == 1
        _copy(offer, offer.board).save(force_insert=True)
        offer.districts.clear()
        for give in (
            lambda: Offer.objects.filter(pk=offer.pk).update(board=other),
            lambda: _copy(offer, other).save(force_insert=True),
        ):
            with pytest.raises(DatabaseError, match="another board's rows"), transaction.atomic():
                give()


def test_what_has_been_published_is_never_deleted(offer: Offer) -> None:
    refused = pytest.raises(DatabaseError, match="permission denied")
    with scope(HERE, offer.board_id), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute("DELETE FROM catalogue_offer WHERE id = %s", [offer.pk])
