"""A child finds out what happens if it tells, asks for an adult and leaves in a hurry; one who is afraid is safe."""

import pytest

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import (
    GISLAVED,
    NYKOPING,
    PHONE,
    PLACES,
    Place,
    code_on,
    comes_back_with,
    fetches_until,
    invented_name,
    signs_in,
)

TELLS = "Vad händer om jag berättar?"
MODES = [
    pytest.param({"phone": True}, id="phone"),
    pytest.param({"keyboard": True}, id="keyboard"),
    pytest.param({"scripts": False, "phone": True}, id="noscript"),
]
# The budget of the job (ux 5.2, P8 and P9).
MOST_CLICKS, MOST_SCREENS, MOST_KEYS = 2, 3, 60


def _comes_to_the_form(child: Person) -> None:
    child.opens("")
    child.is_at("Hjälper du någon")
    child.follows("Jag är under 18 år")
    child.is_at("Är någon hemma sjuk eller mår dåligt?")
    child.sees(TELLS)
    child.follows("Prata med en vuxen hos oss")
    child.is_at("Prata med en vuxen")


@pytest.mark.parametrize("mode", MODES)
def test_a_child_reaches_the_form_in_two_steps_and_reads_first_what_happens(mode: dict[str, bool], meet: Meet) -> None:
    child = meet(GISLAVED.slug, **mode)
    _comes_to_the_form(child)
    child.sees("Då berättar vi det för dig först.")
    told = child.page.get_by_role("heading", name=TELLS).bounding_box()
    field = child.page.get_by_role("radio").first.bounding_box()
    assert told
    assert field
    assert told["y"] < field["y"]
    assert child.clicks <= MOST_CLICKS
    assert child.screens <= MOST_SCREENS
    assert child.keys <= (MOST_KEYS if mode.get("keyboard") else 0)
    assert child.context.cookies()[0]["name"] == "csrftoken"  # the form's own, and nothing before it


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_a_child_asks_for_a_call_and_staff_meet_it_first(place: Place, meet: Meet, program: Program) -> None:
    child, staff = meet(place.slug, phone=True, scripts=False), meet(place.slug)
    name = invented_name()
    _comes_to_the_form(child)
    child.chooses("Ring mig")
    child.presses("Fortsätt")
    child.is_at("Vi ringer dig")
    child.presses("Skicka")
    child.is_at("Vi ringer dig")
    child.sees("Skriv ett nummer. Eller välj att du ringer själv.")
    child.types("Ditt nummer", PHONE)
    child.types("När kan du prata ostört?", "efter skolan")
    child.types("Vad ska vi kalla dig?", name)
    child.presses("Skicka")
    child.is_at("Du gjorde rätt som hörde av dig.")
    code = code_on(child)
    # Staff see it before everything else, with what the law asks of them
    signs_in(staff, program.password, f"radgivare{place.board}")
    fetches_until(staff, name)
    staff.sees("Barn eller ung")
    staff.sees("efter skolan")
    staff.sees("Att tänka på när ett barn hör av sig")
    # And the child can say that it is not safe any more
    comes_back_with(child, code)
    child.presses("Ring inte och skriv inte till mig")
    child.sees("Från och med nu ringer vi inte och skickar inget.")
    child.looks()


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "noscript"])
def test_after_leaving_back_shows_nothing_of_what_was_read(scripts: bool, meet: Meet) -> None:
    child = meet(NYKOPING.slug, scripts=scripts)
    child.opens("u/")
    child.is_at("Är någon hemma sjuk eller mår dåligt?")
    leave = child.page.get_by_role("link", name="Lämna sidan", exact=True)
    # The neutral page outside is never asked for: only what it does to this browser.
    answer = child.page.request.get(child.page.url.replace("/u/", "/lamna/"), max_redirects=0)
    assert leave.get_attribute("href") == f"/{NYKOPING.slug}/lamna/"
    assert answer.status == 303
    child.page.goto("about:blank")
    child.goes_back()
    child.is_at("Sidan är stängd")
    child.does_not_see("sjuk")
    child.follows("Öppna igen")
    child.is_at("Är någon hemma sjuk eller mår dåligt?")


def test_somebody_who_is_afraid_writes_and_nobody_can_call_back(meet: Meet, program: Program) -> None:
    afraid, staff = meet(GISLAVED.slug, phone=True, scripts=False), meet(GISLAVED.slug)
    afraid.opens("")
    afraid.follows("Jag är rädd för någon i min familj")
    afraid.is_at("Är du rädd för någon i din familj?")
    afraid.sees("112")
    afraid.follows("Skriv till oss")
    afraid.is_at("Din fråga")
    name = invented_name()
    afraid.types("Vad ska vi kalla dig?", name)
    afraid.types("Vad vill du fråga?", "Vad kan jag göra?")
    afraid.presses("Fortsätt")
    afraid.is_at("Stämmer det här?")
    afraid.sees("Ring inte, skriv inte")
    afraid.presses("Skicka")
    afraid.is_at("Tack. Vi har fått ditt meddelande.")
    afraid.sees("Vi ringer inte och skickar inget.")
    signs_in(staff, program.password, "radgivare1")
    staff.sees("Tyst: ring inte, skriv inte")
    fetches_until(staff, name)
    staff.sees("Bara personen kan ändra det, med sin kod.")


def test_two_reading_levels_and_the_help_lines_are_whole_on_a_phone(meet: Meet) -> None:
    child = meet(GISLAVED.slug, phone=True)
    for path, heading in (
        ("u/fragor/7-12/", "Det här undrar andra barn"),
        ("u/fragor/13-17/", "Det här undrar andra unga"),
        ("u/ring/", "Ring eller chatta med någon annan"),
        ("en/u/", "Is somebody at home ill or feeling bad?"),
        ("en/u/prata/", "Talk to an adult"),
        ("en/trygg/", "Are you afraid of somebody in your family?"),
    ):
        child.opens(path)
        child.is_at(heading)
