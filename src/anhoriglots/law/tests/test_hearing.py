"""Another municipality's own document does not bind here."""

from datetime import date

import pytest

from anhoriglots.kernel.decision import Outcome
from anhoriglots.law import answers, decide, heard_in

TODAY = date(2026, 11, 23)
STOCKHOLM, NYKOPING, GISLAVED = "0180", "0480", "0662"
OTHERS = {NYKOPING, GISLAVED}
GIVEN = {"initiated_by": "staff", "noticed_through": "cared_for", "cared_for_consent": "given"}


@pytest.mark.parametrize(
    ("municipality", "whose"), [(STOCKHOLM, ["", "", "0180"]), (NYKOPING, ["", ""]), (GISLAVED, ["", ""])]
)
def test_only_the_own_document_is_cited_beside_the_act(municipality: str, whose: list[str]) -> None:
    said = decide("contact-noticed-carer", on=TODAY, facts=GIVEN)
    heard = heard_in(said, municipality)
    assert [citation.municipality for citation in heard.citations] == whose
    assert (heard.outcome, heard.sentence, heard.elsewhere) == (said.outcome, said.sentence, "")


@pytest.mark.parametrize(("municipality", "bound"), [(STOCKHOLM, True), (NYKOPING, False), (GISLAVED, False)])
def test_what_rests_on_another_municipalitys_document_alone_says_whose_it_is(municipality: str, bound: bool) -> None:
    said = decide("base-offer", on=TODAY, facts={})
    heard = heard_in(said, municipality)
    assert (heard.outcome, heard.citations) == (Outcome.UNDETERMINED, said.citations)
    told = f"Svaret vilar på en annan kommuns dokument, som din nämnd inte är bunden av: {said.citations[0].label}."
    assert heard.elsewhere == ("" if bound else told)


def test_what_rests_on_several_others_names_them_all() -> None:
    said = next(one for one in answers("six-points", TODAY) if {c.municipality for c in one.citations} == OTHERS)
    heard = heard_in(said, STOCKHOLM)
    assert heard.elsewhere.startswith("Svaret vilar på andra kommuners dokument, som din nämnd inte är bunden av: ")
    assert all(citation.label in heard.elsewhere for citation in said.citations)
    assert all(not heard_in(said, own).elsewhere for own in OTHERS)


def test_the_law_of_the_whole_country_is_heard_everywhere() -> None:
    said = decide("offer-duty", on=TODAY, facts={})
    assert heard_in(said, NYKOPING) is said
