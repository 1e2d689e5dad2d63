"""The browser's own Back, over pages where something had to be corrected: never a question of sending once more."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Meet
from .person import Person
from .stories import GISLAVED, PHONE, code_on, invented_name, tells_more_and_sends

WRONG = "hemma 174"
WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["script", "noscript"])


def _writes_a_wrong_number_and_corrects_it(carer: Person) -> None:
    carer.opens("kontakt/")
    carer.chooses("Ring mig")
    carer.presses("Fortsätt")
    carer.types("Telefonnummer", WRONG)
    carer.presses("Fortsätt")
    carer.sees("Det blev fel på ett ställe")
    carer.types("Telefonnummer", PHONE)
    carer.presses("Fortsätt")
    carer.is_at("Vill du säga något mer?")


@WAYS
def test_back_to_a_corrected_page_shows_it_as_it_was_and_the_way_on_still_works(scripts: bool, meet: Meet) -> None:
    carer = meet(GISLAVED.slug, scripts=scripts)
    _writes_a_wrong_number_and_corrects_it(carer)
    carer.goes_back()
    carer.is_at("Vart ska vi ringa?")
    assert carer.page.title().startswith("Fel: ")
    carer.sees("Skriv numret med bara siffror.")
    # The browser itself may put back what was typed last.
    expect(carer.page.get_by_label("Telefonnummer")).to_have_value(re.compile(f"{WRONG}|{PHONE}"))
    carer.goes_back()
    carer.is_at("Vart ska vi ringa?")
    assert not carer.page.title().startswith("Fel: ")
    carer.page.go_forward()
    carer.page.go_forward()
    carer.is_at("Vill du säga något mer?")
    carer.goes_back()
    carer.types("Telefonnummer", PHONE)
    carer.presses("Fortsätt")
    tells_more_and_sends(carer, GISLAVED, invented_name())


@WAYS
def test_reloading_a_page_with_faults_sends_nothing_and_keeps_what_was_typed(scripts: bool, meet: Meet) -> None:
    carer = meet(GISLAVED.slug, scripts=scripts)
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    carer.types("Vad ska vi kalla dig?", "19121212-1212")
    carer.ticks("Att träffa andra")
    carer.presses("Fortsätt")
    carer.is_at("Din fråga")
    carer.sees("Det ser ut som ett personnummer")
    carer.page.reload()
    carer.is_at("Din fråga")
    carer.sees("Det ser ut som ett personnummer")
    expect(carer.page.get_by_label("Vad ska vi kalla dig?")).to_have_value("19121212-1212")
    expect(carer.page.get_by_role("checkbox", name="Att träffa andra")).to_be_checked()


@WAYS
def test_back_from_the_page_behind_a_code_to_one_that_was_misspelt(scripts: bool, meet: Meet) -> None:
    carer = meet(GISLAVED.slug, scripts=scripts)
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    tells_more_and_sends(carer, GISLAVED, invented_name())
    code = code_on(carer)
    carer.opens("kod/")
    carer.types("Din kod", "blomma båt lugn 11")
    carer.presses("Fortsätt")
    carer.sees("Koden stämmer inte")
    carer.types("Din kod", code)
    carer.presses("Fortsätt")
    carer.is_at("Din sida")
    carer.goes_back()
    carer.is_at("Skriv din kod")
    carer.sees("Koden stämmer inte")


@WAYS
def test_after_leaving_back_shows_nothing_that_was_typed(scripts: bool, meet: Meet) -> None:
    carer = meet(GISLAVED.slug, scripts=scripts)
    _writes_a_wrong_number_and_corrects_it(carer)
    carer.goes_back()
    faulty = carer.page.url
    # The neutral page outside is never asked for: the cookies are what makes the address unreadable.
    answer = carer.page.request.get(f"{carer.origin}/{GISLAVED.slug}/lamna/", max_redirects=0)
    assert answer.status == 303
    carer.page.goto(faulty)
    carer.is_at("Svaren är borta")
    assert WRONG not in carer.page.content()
    carer.follows("Jag har en kod")
    carer.is_at("Skriv din kod")


@WAYS
def test_back_after_erasing_shows_only_that_it_is_removed(scripts: bool, meet: Meet) -> None:
    carer = meet(GISLAVED.slug, scripts=scripts)
    name = invented_name()
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    code = tells_more_and_sends(carer, GISLAVED, name)
    carer.opens("kod/")
    carer.types("Din kod", code)
    carer.presses("Fortsätt")
    carer.is_at("Din sida")
    carer.follows("Ta bort allt nu")
    carer.presses("Ta bort allt")
    carer.is_at("Allt är borttaget")
    for _ in range(2):  # the question, and the page behind the code
        carer.goes_back()
        carer.is_at("Allt är borttaget")
        carer.does_not_see("Mottagen")
        carer.does_not_see(name)
