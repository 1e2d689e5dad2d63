"""Somebody at work asks the law: with a pointer, by keyboard, without JavaScript, at 1366 and 320 pixels."""

import pytest
from playwright.sync_api import expect

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import NYKOPING, STOCKHOLM, signs_in

TITLE = "Måste nämnden erbjuda det här till den anhöriga?"
UNFOLD = "document.querySelectorAll('details').forEach((folded) => { folded.open = true; })"
WAYS = [
    pytest.param({}, id="1366"),
    pytest.param({"phone": True}, id="320"),
    pytest.param({"keyboard": True}, id="keyboard"),
    pytest.param({"scripts": False, "phone": True}, id="no-scripts"),
]


def _asks(staff: Person) -> None:
    staff.opens("personal/lagen")
    staff.is_at("Lagen")
    staff.follows(TITLE)
    staff.is_at(TITLE)


@pytest.mark.parametrize("way", WAYS)
def test_a_question_is_answered_and_the_answer_follows_the_day(
    way: dict[str, bool], meet: Meet, program: Program
) -> None:
    staff = meet(NYKOPING.slug, **way)
    signs_in(staff, program.password, "radgivare1")
    _asks(staff)
    staff.types("Vilken dag gäller det?", "2026-06-30")
    staff.chooses("En stödkontakt")
    staff.presses("Visa svaret")
    staff.sees("Svara också på det här:")
    expect(staff.page.get_by_role("heading", name="Svar för 30 juni 2026")).to_be_focused()
    staff.looks()
    staff.follows("Vem hjälper den anhöriga?")
    staff.ticks("En närstående som är äldre")
    staff.presses("Visa svaret")
    staff.sees("Inget krav")
    staff.types("Vilken dag gäller det?", "2026-07-01")
    staff.presses("Visa svaret")
    staff.sees("Nämnden ska erbjuda en stödkontakt.")
    staff.sees("från 1 juli 2026")
    staff.looks()
    # What was told stands in no address
    assert staff.page.url.partition("#")[0].endswith("/personal/lagen/fraga/offer-duty")


def test_a_day_that_is_none_is_told_with_what_was_written_still_there(meet: Meet, program: Program) -> None:
    staff = meet(NYKOPING.slug, phone=True)
    signs_in(staff, program.password, "radgivare1")
    _asks(staff)
    staff.types("Vilken dag gäller det?", "2026-02-30")
    staff.chooses("En stödkontakt")
    staff.presses("Visa svaret")
    assert staff.page.title().startswith("Fel: ")
    expect(staff.page.locator("#errors")).to_be_focused()
    expect(staff.page.get_by_role("radio", name="En stödkontakt")).to_be_checked()
    staff.looks()


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "320"])
def test_every_page_of_the_law_can_be_read_at_both_widths(phone: bool, meet: Meet, program: Program) -> None:
    staff = meet(STOCKHOLM.slug, phone=phone)
    signs_in(staff, program.password, "radgivare1")
    staff.page.emulate_media(reduced_motion="reduce")
    pages = ["lagen?dag=2026-06-30", "lagen/regler/a", "lagen/regler/f", "lagen/fraga/retention", "ordlista"]
    for path in pages:
        staff.opens(f"personal/{path}")
        staff.page.evaluate(UNFOLD)
        staff.looks()


def test_why_opens_for_a_duty_without_scripts(meet: Meet, program: Program) -> None:
    staff = meet(STOCKHOLM.slug, scripts=False)
    signs_in(staff, program.password, "radgivare1")
    staff.opens("personal/stod")
    staff.unfolds("Varför?")
    expect(staff.page.locator("details.why[open]").first).to_contain_text("från 1 juli 2025")
    staff.looks()
