"""Search by name, personal number or matter number, and by nothing else."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions.open_case import FirstMove, open_file
from anhoriglots.casework.queries.search import Hit, find_carers, search_key
from anhoriglots.kernel.decision import Refused
from anhoriglots.kernel.identity import PersonalIdentityNumber
from anhoriglots.people.actions import CarerDetails

from .work import at_work

Staff = Callable[..., Actor]
TODAY = date(2026, 11, 24)
NUMBER = PersonalIdentityNumber.parse("19121212-1212", on=TODAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Åsa", "name"),
        ("  anna   sv ", "name"),
        ("19121212-1212", "personal_number"),
        ("121212+1212", "personal_number"),
        ("701063-2391", "coordination_number"),
        ("2026-000012", "matter_number"),
        ("070-174 06 51", "other"),
        ("7" * 1000, "other"),
        ("19121212-1213", "other"),
    ],
)
def test_a_text_is_known_as_one_of_the_keys(text: str, kind: str) -> None:
    assert search_key(text, on=TODAY).kind == kind


@pytest.fixture
def advisor(make_staff: Staff, at: datetime) -> Actor:
    advisor = make_staff("0480", "care_board", Role.CARER_ADVISOR)
    with at_work(advisor):
        for name, number in (("Åsa Berg", NUMBER), ("Åsa Dal", None), ("Bo Ek", None)):
            open_file(actor=advisor, details=CarerDetails(name, number), first_move=FirstMove.CARER, at=at)
    return advisor


def hits(actor: Actor, text: str) -> list[Hit]:
    with at_work(actor):
        return find_carers(actor, search_key(text, on=TODAY), on=TODAY, open_at=lambda key: f"/{key}")


def test_a_name_finds_all_that_begin_so_with_their_matter_number(advisor: Actor) -> None:
    assert [(hit.name, hit.matter_number) for hit in hits(advisor, "åsa")] == [
        ("Åsa Berg", "2026-000001"),
        ("Åsa Dal", "2026-000002"),
    ]


@pytest.mark.parametrize("text", ["191212121212", "121212+1212", "2026-000001"])
def test_a_number_finds_one(advisor: Actor, text: str) -> None:
    assert [hit.name for hit in hits(advisor, text)] == ["Åsa Berg"]


def test_a_telephone_number_is_no_key_and_the_law_is_told(advisor: Actor) -> None:
    with pytest.raises(Refused, match="not-a-search-key") as refused:
        hits(advisor, "070-174 06 51")
    assert refused.value.decision.citations


def test_another_board_finds_nobody(advisor: Actor, make_staff: Staff) -> None:
    neighbour = make_staff("0480", "social_board", Role.CARER_ADVISOR)
    assert [hits(neighbour, text) for text in ("åsa", "191212121212", "2026-000001")] == [[], [], []]


def test_a_search_is_one_statement_and_at_most_25_hits(
    advisor: Actor, at: datetime, django_assert_num_queries: Callable[..., object]
) -> None:
    with at_work(advisor):
        for number in range(30):
            details = CarerDetails(f"Cilla {number}")
            open_file(actor=advisor, details=details, first_move=FirstMove.CARER, at=at)
        with django_assert_num_queries(1):  # type: ignore[attr-defined]
            found = find_carers(advisor, search_key("cilla", on=TODAY), on=TODAY, open_at=lambda key: str(key))
    assert len(found) == 25
    assert UUID(found[0].href) == found[0].carer_id
