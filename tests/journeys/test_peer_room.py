"""Two carers talk in the room of their group, one reports, a colleague reads and hides, and one takes it all away."""

import re

import pytest

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import GISLAVED, signs_in
from .test_booking import books, comes_back_with, finds

HERE = GISLAVED.slug
GROUP = "Kvällsgruppen (exempel)"
HOW = {
    "pointer": {},
    "keyboard": {"keyboard": True},
    "phone-noscript": {"phone": True, "scripts": False},
}


def enters(carer: Person, name: str) -> str:
    """Books a seat and goes into the room under the name; returns the code."""
    finds(carer, GROUP)
    code = books(carer)
    comes_back_with(carer, code)
    carer.is_at("Din plats är bokad")
    carer.follows("Gå till gruppens samtalsrum")
    carer.is_at("Välj ett namn i samtalsrummet")
    carer.does_not_see("Exempel-")
    carer.types("Ditt namn i rummet", name)
    carer.presses("Gå in")
    carer.is_at("Samtalsrum")
    carer.sees("Vi läser här")
    return code


def writes(carer: Person, text: str) -> None:
    carer.follows("Skriv ett inlägg")
    carer.is_at("Skriv ett inlägg")
    carer.types("Vad vill du säga?", text)
    carer.presses("Skicka")


def thinks_again(carer: Person, text: str) -> None:
    """A number is asked about, a personal number refused; then the text goes."""
    writes(carer, "Ring 070-174 06 51")
    carer.is_at("Vill du verkligen skriva det?")
    carer.types("Vad vill du säga?", "Mitt nummer är 19640823-3234")
    carer.presses("Jag har ändrat, skicka")
    carer.sees("Det ser ut som ett personnummer.")
    carer.types("Vad vill du säga?", text)
    carer.presses("Skicka")
    carer.is_at("Samtalsrum")
    carer.sees("Ditt inlägg visas när någon har läst det.")


def shows(advisor: Person, *names: str) -> None:
    """From the first page to what waits, and let each be seen."""
    advisor.is_at("Idag")
    advisor.follows(re.compile("inlägg väntar på att någon läser|Ett inlägg väntar"))
    advisor.is_at("Grupper")
    advisor.follows(GROUP)
    advisor.is_at("Samtalsrum")
    for name in names:
        advisor.presses(re.compile(f"^Visa {name}"))
        advisor.sees("Inlägget visas.")
    advisor.does_not_see("070-174")


def reports(carer: Person, name: str, text: str) -> None:
    """One tap, and why."""
    carer.follows("Tillbaka")
    carer.follows("Gå till gruppens samtalsrum")
    carer.is_at("Samtalsrum")
    carer.sees(text)
    carer.presses(re.compile(f"^Anmäl {name}"))
    carer.is_at("Tack för att du sa till")
    carer.chooses("Jag är orolig för den som skrev")
    carer.presses("Skicka")
    carer.is_at("Samtalsrum")
    carer.sees("Du har anmält det.")


def hides(advisor: Person, name: str) -> None:
    """What is reported is read first, with what to do for a life."""
    advisor.opens("personal/grupper")
    advisor.is_at("Grupper")
    advisor.follows(GROUP)
    advisor.is_at("Samtalsrum")
    advisor.sees("jag är orolig för den som skrev")
    advisor.sees("Ring 112 om det är bråttom.")
    advisor.follows(re.compile(f"^Dölj {name}"))
    advisor.is_at("Dölj inlägget")
    advisor.chooses("Det följer inte reglerna för rummet.")
    advisor.presses("Dölj")
    advisor.is_at("Samtalsrum")
    advisor.sees("Inlägget är dolt.")


def erases(carer: Person) -> None:
    """All of it in one step, with the reason for what was hidden read before."""
    carer.is_at("Samtalsrum")
    carer.sees("Det följer inte reglerna för rummet.")
    carer.follows("Ta bort allt jag har skrivit")
    carer.is_at("Vill du ta bort allt du har skrivit?")
    carer.presses("Ta bort allt")
    carer.is_at("Välj ett namn i samtalsrummet")
    carer.sees("Allt du har skrivit är borta.")


@pytest.mark.parametrize("how", HOW.items(), ids=HOW)
def test_two_carers_talk_and_a_colleague_reads(how: tuple[str, dict[str, bool]], meet: Meet, program: Program) -> None:
    kind, ways = how
    first_name, second_name = (f"{word} {list(HOW).index(kind) + 10}" for word in ("Humla", "Odon"))
    first, second, advisor = meet(HERE, **ways), meet(HERE, phone=True, scripts=False), meet(HERE)
    first_text, second_text = f"Jag är trött. ({kind})", f"Det är jag med. ({kind})"
    code = enters(first, first_name)
    thinks_again(first, first_text)

    enters(second, second_name)
    second.does_not_see(first_text)
    writes(second, second_text)
    second.sees("Bara du ser det")

    signs_in(advisor, program.password, "radgivare1")
    shows(advisor, first_name, second_name)
    reports(second, first_name, first_text)
    hides(advisor, first_name)
    comes_back_with(first, code)
    first.follows("Gå till gruppens samtalsrum")
    first.sees(second_text)
    erases(first)
    advisor.opens("personal/grupper")
    advisor.follows(GROUP)
    advisor.does_not_see(first_text)
    for person in (first, second, advisor):
        assert person.faults == []


def test_how_a_room_is_kept_is_changed_and_a_name_is_never_seen_by_chance(meet: Meet, program: Program) -> None:
    advisor = meet(HERE, phone=True)
    signs_in(advisor, program.password, "radgivare1")
    advisor.opens("personal/grupper")
    advisor.follows(GROUP)
    advisor.is_at("Samtalsrum")
    advisor.follows("Inställningar")
    advisor.is_at("Så sköts samtalsrummet")
    advisor.types("Till klockan", "8")
    advisor.presses("Spara")
    advisor.sees("Sluttiden ska vara senare än starttiden.")
    advisor.types("Till klockan", "11.30")
    advisor.presses("Spara")
    advisor.is_at("Samtalsrum")
    advisor.sees("09.00–11.30")
    advisor.follows(re.compile("^Någons liv i fara"))
    advisor.is_at("Ta reda på vem som skrev?")
    advisor.presses("Visa vem det är")
    advisor.sees("Av andra skäl får ingen se vem som skrev.")
    assert advisor.faults == []
