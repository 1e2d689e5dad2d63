"""Stöd: what the own board gives, with the law on demand."""

from collections.abc import Callable

import pytest

from anhoriglots.accounts.roles import Role

from .conftest import Desk


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_work_sees_what_the_board_gives(desk: Callable[..., Desk], role: Role) -> None:
    page = desk(role).get("stod")
    assert page.status == 200
    assert "Anhöriggrupp, samtalsgrupp" in page.text
    assert "EXEMPEL VON 2025:83" in page.text


def test_section_and_day_are_there_on_demand(alva: Desk) -> None:
    page = alva.get("stod").text
    assert page.count("<details") >= 10
    assert "från 1 juli 2025" in page


def test_a_board_without_decisions_is_told(desk: Callable[..., Desk]) -> None:
    page = desk(Role.CARER_ADVISOR, board="social_board").get("stod")
    assert page.status == 200
    assert (
        "Ett stöd saknar beslut" in page.text or "stöd saknar beslut" in page.text or "Beslut saknas" not in page.text
    )
