"""What jobs cost where the way is another: with districts, and for staff. The rest stands in test_ux_budgets."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import GISLAVED, PHONE, PLACES, STOCKHOLM, Place, signs_in

OTHERS = (STOCKHOLM, GISLAVED)


def _within(person: Person, *, screens: int, clicks: int, keys: int) -> None:
    used = {"screens": person.screens, "clicks": person.clicks, "keys": person.keys}
    allowed = {"screens": screens, "clicks": clicks, "keys": keys}
    assert {name: number for name, number in used.items() if number > allowed[name]} == {}


@pytest.mark.parametrize("place", OTHERS, ids=lambda place: place.slug)
def test_find_support_takes_six_screens_and_five_clicks(place: Place, meet: Meet) -> None:
    carer = meet(place.slug)
    carer.opens("")
    carer.is_at("Hjälper du någon")
    carer.follows("Hitta stöd")
    questions = ["Vem hjälper du?", "Vad skulle göra det lättare just nu?", "Hur vill du få hjälp?"]
    questions[2:2] = ["Var bor du?"] if place.district else []
    for question in questions:
        carer.is_at(question)
        carer.presses("Hoppa över")
    carer.is_at("Det här kan passa dig")
    _within(carer, screens=6, clicks=5, keys=40)


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "320"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_the_telephone_number_is_seen_without_scrolling(place: Place, phone: bool, meet: Meet) -> None:
    carer = meet(place.slug, phone=phone)
    carer.opens("")
    number = carer.page.locator("a[href^='tel:']:not([href='tel:112'])").first
    expect(number).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("place", OTHERS, ids=lambda place: place.slug)
def test_ask_to_be_called_takes_five_screens_and_a_receipt(place: Place, meet: Meet) -> None:
    carer = meet(place.slug)
    carer.opens("")
    carer.is_at("Hjälper du någon")
    carer.follows("Be er ringa upp mig")
    carer.is_at("Hur vill du att vi hör av oss?")
    carer.presses("Fortsätt")
    carer.is_at("Vart ska vi ringa?")
    carer.types("Telefonnummer", PHONE)
    carer.presses("Fortsätt")
    _lives_somewhere(carer, place)
    carer.is_at("Vill du säga något mer?")
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.presses("Skicka")
    carer.is_at("Tack. Vi har fått ditt meddelande.")
    # Where there are districts, the own one must be told: one screen and two clicks more.
    more = bool(place.district)
    _within(carer, screens=6 + more, clicks=6 + 2 * more, keys=60)


@pytest.mark.parametrize("place", OTHERS, ids=lambda place: place.slug)
def test_ask_without_saying_who_one_is_takes_four_screens_and_a_receipt(place: Place, meet: Meet) -> None:
    carer = meet(place.slug)
    carer.opens("")
    carer.follows("Be er ringa upp mig")
    carer.is_at("Hur vill du att vi hör av oss?")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    _lives_somewhere(carer, place)
    carer.is_at("Din fråga")
    carer.ticks_the_first_answer()  # one tick at least: an empty question could not be answered
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.presses("Skicka")
    carer.is_at("Tack. Vi har fått ditt meddelande.")
    more = bool(place.district)
    _within(carer, screens=5 + more, clicks=6 + 2 * more, keys=40)


def _lives_somewhere(carer: Person, place: Place) -> None:
    if place.district:
        carer.is_at("Var bor du?")
        carer.chooses(place.district)
        carer.presses("Fortsätt")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_a_contact_is_noted_with_three_clicks_on_one_screen(place: Place, meet: Meet, program: Program) -> None:
    staff = meet(place.slug)
    signs_in(staff, program.password, f"radgivare{place.board}")
    _makes_the_first_form_deidentified(staff)
    staff.follows("Ny kontakt")
    staff.is_at("Ny kontakt")
    staff.starts_counting()
    staff.chooses("Vet inte", within="Vilken grupp gäller det?")
    staff.ticks("Samtal")
    staff.presses(re.compile("^Spara$"))
    staff.sees("Kontakten sparades")
    _within(staff, screens=1, clicks=3, keys=0)


def test_a_contact_is_noted_with_twenty_keys(meet: Meet, program: Program) -> None:
    staff = meet(GISLAVED.slug, keyboard=True)
    signs_in(staff, program.password, f"radgivare{GISLAVED.board}")
    _makes_the_first_form_deidentified(staff)
    staff.follows("Ny kontakt")
    staff.is_at("Ny kontakt")
    staff.starts_counting()
    staff.skips_to_the_content()
    staff.chooses("Vet inte", within="Vilken grupp gäller det?")
    staff.ticks("Information")
    staff.sends_with_enter()
    staff.sees("Kontakten sparades")
    _within(staff, screens=1, clicks=0, keys=20)


def _makes_the_first_form_deidentified(staff: Person) -> None:
    """The page remembers the last support form, as it does for somebody who notes such contacts all day."""
    staff.opens("personal/ny-kontakt")
    staff.chooses_first_in("Utan namn")
    staff.chooses("Vet inte", within="Vilken grupp gäller det?")
    staff.ticks("Samtal")
    staff.presses(re.compile("^Spara$"))
    staff.sees("Kontakten sparades")


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "noscript"])
def test_leaving_takes_one_click_and_the_way_back_shows_nothing(scripts: bool, meet: Meet) -> None:
    carer = meet(GISLAVED.slug, scripts=scripts)
    neutral = _neutral_page(carer)
    carer.opens("kontakt/")
    carer.chooses("Ring mig")
    carer.presses("Fortsätt")
    carer.is_at("Vart ska vi ringa?")
    carer.types("Telefonnummer", PHONE)
    carer.starts_counting()
    with carer.page.expect_request(neutral):
        carer.follows(re.compile("^Lämna sidan$"))
    assert carer.clicks == 1
    carer.page.wait_for_load_state()
    carer.goes_back()
    assert PHONE not in carer.page.content()


def _neutral_page(carer: Person) -> str:
    """The page that the button leads to. Nothing outside is reachable here; that it is asked for is enough."""
    carer.opens("kontakt/")
    neutral = carer.page.locator("a.leave").get_attribute("data-leave") or ""
    carer.elsewhere.add(neutral)
    return neutral
