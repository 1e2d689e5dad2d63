"""A carer finds a group, books, gets the code, and gives the seat back with it; held to its budgets."""

import re

import pytest

from .conftest import Meet
from .person import Person
from .stories import NYKOPING, code_on

HERE = NYKOPING.slug
GROUP = "Kvällsgruppen (exempel)"
FULL = "Lunchgruppen (exempel)"
HOW = {
    "pointer": {},
    "keyboard": {"keyboard": True},
    "noscript": {"scripts": False},
    "phone": {"phone": True},
    "phone-noscript": {"phone": True, "scripts": False},
}
# Screens with the receipt, clicks, and keys that are written (ux 5.2, P5 and P6).
BOOKING, CANCELLING = (6, 6, 50), (2, 2, 8)


def finds(carer: Person, group: str) -> None:
    """From the start page to the page of the group."""
    carer.opens("")
    carer.is_at("Hjälper du någon")
    carer.follows("Se grupper och träffar")
    carer.is_at("Grupper och träffar")
    carer.follows(group)
    carer.is_at(group)


def books(carer: Person, button: str = "Boka min plats") -> str:
    """From the group's page to the receipt, with no more told than must be; returns the code."""
    carer.follows(button)
    carer.is_at("Hur når vi dig?")
    carer.types("Vad ska vi kalla dig?", "Exempel")
    carer.chooses("Jag tittar själv med en kod")
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.presses(button)
    carer.is_somewhere_else("Stämmer det här?")
    return code_on(carer)


def comes_back_with(carer: Person, code: str) -> None:
    """From the start page to the page behind the code."""
    carer.opens("")
    carer.follows("Jag har en kod")
    carer.types("Din kod", code)
    carer.presses("Fortsätt")
    carer.has_left("Skriv din kod")


def within(carer: Person, budget: tuple[int, int, int]) -> None:
    """No more screens, clicks or, without a keyboard's way of going, keys than the budget."""
    screens, clicks, keys = budget
    assert carer.screens <= screens
    assert carer.clicks <= clicks
    assert carer.keyboard or carer.keys <= keys


@pytest.mark.parametrize("how", HOW.values(), ids=HOW)
def test_a_seat_is_booked_and_given_back_with_the_code(how: dict[str, bool], meet: Meet) -> None:
    carer = meet(HERE, **how)
    carer.starts_counting()
    finds(carer, GROUP)
    code = books(carer)
    carer.sees("Din plats är bokad")
    within(carer, BOOKING)

    comes_back_with(carer, code)
    carer.is_at("Din plats är bokad")
    carer.starts_counting()
    carer.follows("Avboka min plats")
    carer.is_at("Vill du avboka din plats?")
    carer.presses("Avboka")
    carer.is_at("Avbokat")
    within(carer, CANCELLING)
    carer.chooses("Det är fel tid")
    carer.presses("Skicka")
    carer.is_at("Du har avbokat")

    carer.follows("Ta bort allt nu")
    carer.is_at("Vill du ta bort allt?")
    carer.presses("Ta bort allt")
    carer.is_at("Allt är borttaget")
    assert carer.faults == []


def test_from_the_receipt_it_is_cancelled_in_two_screens(meet: Meet) -> None:
    carer = meet(HERE, phone=True)
    finds(carer, GROUP)
    books(carer)
    carer.starts_counting()
    carer.follows("Avboka min plats")
    carer.is_at("Vill du avboka din plats?")
    carer.presses("Avboka")
    carer.is_at("Avbokat")
    within(carer, CANCELLING)
    assert carer.faults == []


def test_two_want_to_be_reminded_and_a_full_group_has_a_queue(meet: Meet) -> None:
    carer = meet(HERE, phone=True)
    finds(carer, FULL)
    carer.sees("Full – kö")
    carer.follows("Ställ dig i kö")
    carer.is_at("Hur når vi dig?")
    carer.chooses("Skicka sms")
    carer.presses("Fortsätt")
    carer.sees("Skriv ett telefonnummer.")
    assert carer.page.title().startswith("Fel: ")
    carer.types("Telefonnummer eller e-postadress", "070-174 06 72")
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.follows(re.compile("Hur många som kommer"))
    carer.is_at("Mer om din bokning")
    carer.chooses("Vi är två")
    carer.ticks("Påminn mig vardagen innan")
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.sees("Ja, vardagen innan")
    carer.presses("Ställ dig i kö")
    carer.is_at("Du står i kö")
    carer.sees(re.compile(r"Du har plats \d+ i kön\."))
    code = code_on(carer)
    comes_back_with(carer, code)
    carer.is_at("Du står i kö")
    carer.follows("Lämna kön")
    carer.is_at("Vill du lämna kön?")
    carer.presses("Lämna kön")
    carer.is_at("Avbokat")
    assert carer.faults == []


def test_the_filter_works_without_scripts_and_says_when_nothing_fits(meet: Meet) -> None:
    carer = meet(HERE, phone=True, scripts=False)
    carer.opens("grupper/")
    carer.unfolds("Visa bara det som passar dig")
    carer.picks("Språk", "Suomi")
    carer.presses("Visa")
    carer.sees("Ingen träff passar det du valde.")
    carer.looks()
    carer.follows("Ta bort Suomi")
    carer.is_at("Grupper och träffar")
    carer.sees(GROUP)


def test_the_page_of_a_group_lets_search_engines_read_it_and_runs_nothing(meet: Meet) -> None:
    carer = meet(HERE)
    finds(carer, GROUP)
    assert carer.page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph'].length"
    )
    assert carer.context.cookies() == []
    assert carer.faults == []
