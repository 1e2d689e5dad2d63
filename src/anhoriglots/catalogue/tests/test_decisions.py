"""The board's decision tells how a contact is written down, from its first day to its last."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from anhoriglots.catalogue.models import BoardDecision
from anhoriglots.catalogue.queries.board_offers import board_offers
from anhoriglots.catalogue.queries.decisions import UnknownSupportForm, documentation_mode_for, form_modes
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Outcome
from anhoriglots.organisations.models import Board

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Iterator[UUID]:
    """Nyköping's care board: talks (DS04) without name to 30 September 2026, by name from 1 October."""
    found: UUID = Board.objects.get(municipality="0480", key="care_board").pk
    with scope("0480", found):
        yield found


@pytest.mark.parametrize(
    ("day", "mode"),
    [
        (date(2025, 9, 30), "identified"),
        (date(2025, 10, 1), "deidentified"),
        (date(2026, 9, 30), "deidentified"),
        (date(2026, 10, 1), "identified"),
    ],
)
def test_the_mode_changes_on_the_day_the_decision_begins_or_has_ended(board: UUID, day: date, mode: str) -> None:
    assert documentation_mode_for(board, "DS04", on=day).mode == mode


def test_without_a_decision_it_is_written_down_by_name(board: UUID) -> None:
    found = documentation_mode_for(board, "DS17", on=date(2026, 11, 24))
    assert (found.mode, found.number, found.attention) == ("identified", "", "Beslut saknas")
    assert found.without_assessment.outcome is Outcome.FORBIDDEN


def test_another_boards_decision_does_not_count() -> None:
    neighbour = Board.objects.get(municipality="0480", key="social_board").pk
    with scope("0480", neighbour):
        assert documentation_mode_for(neighbour, "DS06", on=date(2026, 11, 24)).mode == "identified"


def test_in_another_municipality_there_are_no_decisions_to_find(board: UUID) -> None:
    with scope("0662", board):
        assert documentation_mode_for(board, "DS06", on=date(2026, 11, 24)).mode == "identified"
        assert not BoardDecision.objects.filter(board=board).exists()


def test_the_law_goes_with_the_mode(board: UUID) -> None:
    found = documentation_mode_for(board, "DS06", on=date(2026, 11, 24))
    assert (found.mode, found.documentation.reason) == ("deidentified", "identity-left-out")
    assert [citation.section for citation in found.documentation.citations]


def test_a_decision_that_ends_within_sixty_days_is_marked(board: UUID) -> None:
    early, late = date(2026, 8, 1), date(2026, 8, 2)
    assert documentation_mode_for(board, "DS04", on=early).attention == ""
    assert documentation_mode_for(board, "DS04", on=late).attention == "Slutar 30 september 2026"


def test_an_unknown_form_is_an_error(board: UUID) -> None:
    with pytest.raises(UnknownSupportForm):
        documentation_mode_for(board, "DS99", on=date(2026, 11, 24))


def test_the_forms_to_choose_from_are_those_one_need_not_apply_for(board: UUID) -> None:
    forms = {mode.code for mode in form_modes(board, on=date(2026, 11, 24))}
    assert {"DS01", "DS04", "DS05", "DS06"} <= forms
    assert "IS04" not in forms


@pytest.mark.parametrize("code", ["0180", "0480", "0662"])
def test_every_board_that_gives_something_sees_it_with_its_law(code: str) -> None:
    for board in Board.objects.filter(municipality=code, offers__isnull=False).distinct():
        with scope(code, board.pk):
            offers = board_offers(board.pk, on=date(2026, 11, 24))
        assert all(offer.form.documentation.citations and offer.title for offer in offers)
