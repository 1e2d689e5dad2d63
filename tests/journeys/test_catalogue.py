"""A carer looks through all support: with a pointer, by keyboard, without JavaScript, at 1366 and 320 pixels."""

import pytest

from .conftest import Meet
from .stories import NYKOPING, STOCKHOLM

WAYS = [
    pytest.param({}, id="1366"),
    pytest.param({"phone": True}, id="320"),
    pytest.param({"keyboard": True}, id="keyboard"),
    pytest.param({"scripts": False, "phone": True}, id="no-scripts"),
]
RESPITE = "Få vila hemma"


@pytest.mark.parametrize("way", WAYS)
def test_a_break_is_found_by_a_carers_own_words(way: dict[str, bool], meet: Meet) -> None:
    carer = meet(NYKOPING.slug, **way)
    carer.opens("")
    carer.follows("Se allt stöd")
    carer.is_at("Allt stöd")
    carer.looks()
    carer.types("Sök stöd", "barnvakt till mamma")
    carer.presses("Visa")
    carer.sees("Det här hittade vi")
    carer.looks()
    carer.follows(RESPITE)
    carer.is_at(RESPITE)
    carer.sees("Den du hjälper ansöker.")
    carer.sees("Kontrollerad 16 november 2026.")
    carer.looks()
    carer.follows("Blad med allt härifrån")
    carer.is_at("Stöd till dig som hjälper någon")
    carer.looks()


@pytest.mark.parametrize("way", WAYS)
def test_words_that_nothing_has_lead_on(way: dict[str, bool], meet: Meet) -> None:
    carer = meet(STOCKHOLM.slug, **way)
    carer.opens("stod/")
    carer.types("Sök stöd", "qxzw")
    carer.presses("Visa")
    carer.sees("Prova ett annat ord, eller ring oss.")
    carer.looks()
    carer.follows("Se allt stöd")
    carer.is_at("Allt stöd")
