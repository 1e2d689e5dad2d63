"""A carer books a seat and asks for relief in one step; the unit answers; the carer reads it behind the code."""

import re

import pytest

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import NYKOPING, code_on, signs_in

HERE = NYKOPING.slug
GROUP = "Pausgruppen (exempel)"
HOW = {
    "phone-noscript": {"phone": True, "scripts": False},
    "phone": {"phone": True},
    "keyboard": {"keyboard": True},
}


def asks(carer: Person, name: str) -> str:
    """From the start page to the receipt; returns the code."""
    carer.opens("grupper/")
    carer.follows(GROUP)
    carer.is_at(GROUP)
    carer.follows("Boka min plats")
    carer.is_at("Hur når vi dig?")
    carer.types("Vad ska vi kalla dig?", name)
    carer.chooses("Jag tittar själv med en kod")
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.follows("Jag behöver avlösning under tiden")
    carer.is_at("Avlösning under tiden")
    carer.picks("Hur många timmar behöver du?", "4 timmar")
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.sees("4 timmar, hemma")
    carer.presses("Boka min plats")
    carer.is_at("Vi håller din plats")
    carer.sees("Du får svar om avlösning senast")
    return code_on(carer)


def comes_back_with(carer: Person, code: str) -> None:
    """From the start page to the page behind the code."""
    carer.opens("kod/")
    carer.types("Din kod", code)
    carer.presses("Fortsätt")
    carer.has_left("Skriv din kod")


def opens_the_wish_of(staff: Person, program: Program, name: str) -> None:
    """Sign in and go to the request."""
    signs_in(staff, program.password, "samordnare1")
    staff.follows("Avlösning")
    staff.is_at("Avlösning")
    staff.sees("Att svara på")
    staff.follows(re.compile(name))
    staff.is_at(name)


@pytest.mark.parametrize("how", HOW.values(), ids=HOW)
def test_a_seat_with_relief_is_booked_answered_and_read(how: dict[str, bool], meet: Meet, program: Program) -> None:
    name = f"Exempel-{'-'.join(how)}"
    carer, staff = meet(HERE, **how), meet(HERE, **how)
    code = asks(carer, name)
    comes_back_with(carer, code)
    carer.is_at("Vi håller din plats")

    opens_the_wish_of(staff, program, name)
    staff.types("Från", "13.30")
    staff.types("Till", "16.30")
    staff.chooses("Hemma")
    staff.chooses(re.compile("Ett beslut efter ansökan"))
    staff.presses("Föreslå det här")
    staff.sees("Förslaget är sparat.")
    staff.looks()

    comes_back_with(carer, code)
    carer.sees("Vi har ett förslag om avlösning")
    carer.sees("13.30–16.30, hemma")
    carer.looks()
    carer.presses("Ja, det blir bra")
    carer.sees("Avlösningen är klar")
    carer.is_at("Din plats är bokad")

    staff.opens("personal/grupper")
    staff.follows(GROUP)
    staff.is_at(GROUP)
    staff.sees("avlösning klar")
    staff.does_not_see("4 timmar")

    carer.follows("Ta bort allt nu")
    carer.sees("Då ställer vi in avlösningen också.")
    carer.presses("Ta bort allt")
    carer.is_at("Allt är borttaget")
    staff.follows("Avlösning")
    staff.follows(re.compile("Har tagit bort allt"))
    staff.is_at("Har tagit bort allt")
    staff.presses("Ingen ska komma, det är gjort")
    staff.sees("Antecknat att ingen ska komma.")
    assert carer.faults == staff.faults == []


def test_after_a_no_the_seat_is_still_there_and_the_carer_decides(meet: Meet, program: Program) -> None:
    carer, staff = meet(HERE, phone=True), meet(HERE, phone=True)
    code = asks(carer, "Exempel-Nej")
    opens_the_wish_of(staff, program, "Exempel-Nej")
    staff.chooses("Ingen kan komma den tiden")
    staff.presses("Svara nej")
    staff.sees("Platsen är kvar, och personen väljer vad hen vill göra.")
    staff.looks()

    comes_back_with(carer, code)
    carer.sees("Det blir ingen avlösning")
    carer.looks()
    carer.presses("Jag vill prata med någon")
    carer.sees("Du vill prata med någon. Ring oss:")
    carer.follows("Jag ger tillbaka platsen")
    carer.is_at("Vill du avboka din plats?")
    carer.presses("Avboka")
    carer.is_at("Avbokat")
    assert carer.faults == staff.faults == []
