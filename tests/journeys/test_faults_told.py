"""Somebody cannot use a page, says so, is answered behind a code, and the statement tells what is known."""

import re
from datetime import datetime, timedelta

import pytest

from anhoriglots.kernel.dates import SWEDEN

from .conftest import Meet
from .program import Program
from .stories import GISLAVED, NYKOPING, STOCKHOLM, Place, code_on, signs_in

MODES = [
    pytest.param(GISLAVED, {"phone": True}, id="320"),
    pytest.param(NYKOPING, {"keyboard": True}, id="keyboard"),
    pytest.param(STOCKHOLM, {"scripts": False, "phone": True}, id="no-scripts"),
]


@pytest.mark.parametrize(("place", "mode"), MODES)
def test_a_fault_is_told_answered_and_known(place: Place, mode: dict[str, bool], meet: Meet, program: Program) -> None:
    slug = place.slug
    visitor, staff = meet(slug, **mode), meet(slug)
    visitor.opens("grupper/")
    visitor.follows("Säg till om något inte fungerar")
    visitor.is_at("Säg till om ett fel")
    visitor.looks()
    visitor.presses("Skicka")
    visitor.is_at("Säg till om ett fel")
    visitor.sees("Skriv vad som inte fungerar.")
    visitor.looks()
    what = f"Jag kan inte nå knappen {slug} {mode}"
    visitor.types("Vad fungerar inte?", what)
    visitor.presses("Skicka")
    visitor.is_at("Tack för att du sa till")
    visitor.looks()
    code = code_on(visitor)
    signs_in(staff, program.password, f"chef{place.board}")
    staff.opens("personal/felanmalningar")
    staff.is_at("Felanmälningar")
    staff.looks()
    staff.page.get_by_role("row").filter(has_text="Väntar").last.get_by_role("link").click()
    staff.is_at("Felanmälan")
    staff.sees(what)
    staff.sees("Grupper och träffar")
    staff.presses("Ta")
    staff.is_at("Felanmälan")
    staff.looks()
    day = datetime.now(SWEDEN).date() + timedelta(days=14)  # noqa: TID251 - the program that is tried has the real clock
    told = f"Knappen går inte att nå ({slug}, exempel)."
    staff.chooses(re.compile("^Lagas senast"))
    staff.types("Lagat senast (om det ska lagas)", day.isoformat())
    staff.types("Svar till den som sa till", "Tack. Vi lagar det.")
    staff.types("Så står det på sidan om tillgänglighet (frivilligt)", told)
    staff.presses("Spara och svara")
    staff.is_at("Felanmälningar")
    staff.looks()
    visitor.opens("kod/")
    visitor.types("Din kod", code)
    visitor.presses("Fortsätt")
    visitor.is_at("Felet du sa till om")
    visitor.sees("Tack. Vi lagar det.")
    visitor.looks()
    visitor.opens("tillganglighet/")
    visitor.is_at("Tillgänglighet")
    visitor.sees(re.compile(re.escape(told)))
    visitor.looks()


@pytest.mark.parametrize("language", ["ar", "fa", "uk", "so", "fi", "en", "sv-simple"])
def test_pages_for_children_and_the_worried_are_accessible_in_every_language(language: str, meet: Meet) -> None:
    person = meet(STOCKHOLM.slug, phone=True)
    for path in ("u/", "u/fragor/7-12/", "u/fragor/13-17/", "u/ring/", "u/prata/", "trygg/", "trygg/barn/", "sprak/"):
        person.opens(f"{language}/{path}")
        person.looks()


def test_an_administrator_sees_how_far_the_languages_have_come(meet: Meet, program: Program) -> None:
    admin = meet(NYKOPING.slug)
    signs_in(admin, program.password, "admin1")
    admin.opens("personal/oversattningar")
    admin.is_at("Översättningar")
    admin.sees("Lätt svenska")
    admin.looks()
