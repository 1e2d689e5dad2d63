"""A group has met for the last time: who came is noted on a phone, and those who came tell what they think, unnamed."""

import re

import pytest

from .conftest import Meet
from .program import Program
from .stories import NYKOPING, signs_in

HERE = NYKOPING.slug
GROUP = "Promenadgruppen (exempel)"
CAME = ("Siv", "Bo", "Amina", "Leif", "Tuva", "Omar", "Rut", "Nils", "Zahra", "Ulf")
# S7 of the budgets: one tap for each and one to save; and what such taps take, with a look at each name.
TAP_SECONDS, LOOK_SECONDS = 1.3, 1.35
MOST_SECONDS = 30


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "noscript"])
def test_ten_people_are_ticked_off_on_a_phone_within_half_a_minute(scripts: bool, meet: Meet, program: Program) -> None:
    staff = meet(HERE, phone=True, scripts=scripts)
    signs_in(staff, program.password, "radgivare1")
    staff.follows("Grupper")
    staff.follows(GROUP)
    staff.is_at(GROUP)
    staff.page.get_by_role("link", name=re.compile("^Närvaro")).last.click()
    staff.is_at("Närvaro")
    staff.starts_counting()
    for name in CAME:
        box = staff.page.get_by_role("checkbox", name=f"Exempel-{name}", exact=True)
        if not box.is_checked():
            staff.ticks(re.compile(f"^Exempel-{name}$"))
    staff.presses("Spara")
    staff.sees("Närvaron är sparad.")
    staff.sees("10 kom")
    assert (staff.clicks <= len(CAME) + 1, staff.keys) == (True, 0)
    assert staff.clicks * (TAP_SECONDS + LOOK_SECONDS) <= MOST_SECONDS
    assert staff.faults == []


def test_the_card_is_filled_in_without_a_name_and_counted_when_there_are_five(meet: Meet, program: Program) -> None:
    staff = meet(HERE)
    signs_in(staff, program.password, "radgivare1")
    staff.follows("Grupper")
    staff.follows(GROUP)
    staff.is_at(GROUP)
    staff.sees("Svaren visas när det finns minst fem.")
    staff.follows("Skriv ut lappar med kortets adress")
    staff.is_at("Kort")
    address = staff.page.locator(".slips bdi").first.inner_text()
    path = address.partition(f"/{HERE}/")[2]
    for number in range(5):
        carer = meet(HERE, phone=True, scripts=number != 0)
        carer.opens(path)
        carer.is_at("Tre frågor")
        if number == 0:
            carer.presses("Skicka")
            carer.sees("Svara på minst en fråga.")
        carer.starts_counting()
        carer.chooses("Ja", within="Var det värt tiden?")
        carer.chooses("Till en del", within="Skulle du säga åt en vän att gå?")
        carer.presses("Skicka")
        carer.is_somewhere_else("Tre frågor")
        assert (carer.clicks, carer.keys) == (3, 0)
        # The form carries a protection against forgery until the browser is closed, and nothing that names anybody.
        assert {one["name"] for one in carer.context.cookies()} <= {"csrftoken", "__Host-csrftoken", "browser"}
        assert carer.faults == []
    staff.opens("personal/grupper")
    staff.follows(GROUP)
    staff.sees("5 svar.")
    staff.sees("Ja 5")
    staff.sees("Till en del 5")
    assert staff.faults == []
