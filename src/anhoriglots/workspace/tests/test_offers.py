"""Stöd: what the own board gives, with the law on demand."""

import re
from collections.abc import Callable

import pytest
from django.db.models import Exists, OuterRef

from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.models import BoardDecision, Offer

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
    assert "Stödet får ges utan behovsprövning." in page


def test_support_that_can_be_had_without_applying_but_has_no_decision_is_marked(desk: Callable[..., Desk]) -> None:
    offers = Offer.objects.filter(access_route__in=("without_assessment", "either"), active=True)
    decided = BoardDecision.objects.filter(board=OuterRef("board"), support_form=OuterRef("support_form"))
    for board in ("care_board", "social_board"):
        advisor = desk(Role.CARER_ADVISOR, board=board, name=board)
        with advisor.scope():
            missing = offers.filter(~Exists(decided), municipality="0480", board__key=board).count()
        page = advisor.get("stod")
        assert page.text.count("Beslut saknas") == missing


def test_the_owner_says_that_an_offer_has_been_looked_at_with_one_button(alva: Desk) -> None:
    page = alva.get("stod")
    before = page.text.count("Kontrollerat idag")
    path = re.findall(r'action="/nykoping/personal/(stod/[0-9a-f-]{36}/kontrollerad)"', page.text)[0]
    done = alva.post(path)
    assert (done.status, done.address.partition("#")[0]) == (303, "/nykoping/personal/stod")
    assert alva.get("stod").text.count("Kontrollerat idag") == before - 1 > 0


def test_the_name_leads_to_what_the_public_reads(alva: Desk) -> None:
    offer = Offer.objects.filter(board=alva.actor.board_id, active=True)[0]
    assert f'href="/nykoping/stod/{offer.pk}/"' in alva.get("stod").text
