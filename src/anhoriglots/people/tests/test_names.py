"""Carers are found by how their name or surname begins, in Swedish order, whatever locale the server was made with."""

from collections.abc import Callable
from datetime import datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.people.models import Carer
from anhoriglots.people.queries import carers_by_name, sort_key

Staff = Callable[..., Actor]
NAMES = ["Wera Wik", "Ärla", "Örjan", "Åsa Berg", "anna", "Élise", "ÅSA ÖBERG", "Zlatan", "Vera Vik", "Ḿiriam"]


@pytest.mark.django_db
def test_the_program_folds_names_as_the_database_does(make_staff: Staff, at: datetime) -> None:
    actor = make_staff("0480", "care_board", Role.CARER_ADVISOR)
    with scope(actor.municipality, actor.board_id, actor.user_id):
        for name in NAMES:
            Carer.objects.create(**owner_of(current_scope()), name=name, created_at=at)
        assert {carer.name: carer.name_sort for carer in Carer.objects.all()} == {
            name: sort_key(name) for name in NAMES
        }


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        ("åsa", ["Åsa Berg", "ÅSA ÖBERG"]),
        ("ÅSA B", ["Åsa Berg"]),
        ("a", ["anna"]),
        ("ve", ["Wera Wik", "Vera Vik"]),
        ("elise", ["Élise"]),
        ("ö", ["ÅSA ÖBERG", "Örjan"]),
        ("Öberg", ["ÅSA ÖBERG"]),
        ("berg", ["Åsa Berg"]),
        ("wik", ["Wera Wik", "Vera Vik"]),
        ("%", []),
        ("_nna", []),
    ],
)
@pytest.mark.django_db
def test_a_person_is_found_by_how_name_or_surname_begins(
    make_staff: Staff, at: datetime, beginning: str, found: list[str]
) -> None:
    actor = make_staff("0480", "care_board", Role.CARER_ADVISOR)
    with scope(actor.municipality, actor.board_id, actor.user_id):
        for name in NAMES:
            Carer.objects.create(**owner_of(current_scope()), name=name, created_at=at)
        assert [carer.name for carer in carers_by_name(actor, beginning, most=25)] == found


@pytest.mark.django_db
def test_swedish_letters_come_last_and_in_order(make_staff: Staff, at: datetime) -> None:
    actor = make_staff("0480", "care_board", Role.CARER_ADVISOR)
    with scope(actor.municipality, actor.board_id, actor.user_id):
        for name in ("Ö", "Ä", "Z", "Å", "A"):
            Carer.objects.create(**owner_of(current_scope()), name=name, created_at=at)
        assert list(Carer.objects.order_by("name_sort").values_list("name", flat=True)) == ["A", "Z", "Å", "Ä", "Ö"]
