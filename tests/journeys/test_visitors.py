"""What else a visitor does: asks without a name or for another, takes it back, goes back, sends twice, writes wrong."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import (
    GISLAVED,
    NYKOPING,
    PHONE,
    comes_back_with,
    fetches_until,
    finds_support,
    invented_name,
    signs_in,
    tells_more_and_sends,
)


def _asks_by_code(carer: Person, name: str) -> str:
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    return tells_more_and_sends(carer, GISLAVED, name)


def test_somebody_without_a_name_asks_gets_an_answer_and_writes_again(meet: Meet, program: Program) -> None:
    carer, staff = meet(GISLAVED.slug, phone=True), meet(GISLAVED.slug)
    name = invented_name()
    # Given a question that can only be answered behind a code
    code = _asks_by_code(carer, name)
    # When staff answer in the thread
    signs_in(staff, program.password, "radgivare1")
    fetches_until(staff, name)
    staff.types("Svar", "Hej. Gruppen träffas på tisdagar.")
    staff.presses("Svara")
    staff.sees("Gruppen träffas på tisdagar")
    # Then the carer reads it with the code, and adds a line
    comes_back_with(carer, code)
    carer.sees("Gruppen träffas på tisdagar")
    carer.types("Vill du lägga till något?", "Tack. Får jag ta med någon?")
    carer.presses("Skicka")
    carer.sees("Vi har fått det du skrev")
    carer.looks()
    # And staff see it
    staff.page.reload()
    staff.sees("Får jag ta med någon?")


def test_the_one_who_asked_erases_all_of_it_and_the_code_opens_nothing_any_more(meet: Meet, program: Program) -> None:
    carer, staff = meet(GISLAVED.slug), meet(GISLAVED.slug)
    name = invented_name()
    code = _asks_by_code(carer, name)
    signs_in(staff, program.password, "radgivare1")
    fetches_until(staff, name)
    comes_back_with(carer, code)
    carer.follows("Ta bort allt nu")
    carer.is_at("Vill du ta bort allt?")
    carer.presses("Ta bort allt")
    carer.is_at("Allt är borttaget")
    carer.opens("kod/")
    carer.types("Din kod", code)
    carer.presses("Fortsätt")
    carer.sees("Koden stämmer inte")
    carer.is_at("Skriv din kod")
    staff.page.reload()
    staff.does_not_see(name)


def test_a_sent_message_is_undone_from_its_receipt(meet: Meet) -> None:
    carer = meet(NYKOPING.slug)
    code = _asks_by_code_in(carer, NYKOPING.slug)
    carer.follows("Ångra och ta bort")
    carer.is_at("Vill du ta bort allt?")
    carer.presses("Ta bort allt")
    carer.is_at("Allt är borttaget")
    carer.goes_back()
    carer.does_not_see(code)


def _asks_by_code_in(carer: Person, slug: str) -> str:
    carer.slug = slug
    return _asks_by_code(carer, invented_name())


@pytest.mark.parametrize("knows", ["Ja", "Nej"])
def test_somebody_asks_for_another_and_only_the_helper_is_contacted(knows: str, meet: Meet, program: Program) -> None:
    helper, staff = meet(GISLAVED.slug, phone=True), meet(GISLAVED.slug)
    name = invented_name()
    helper.opens("kontakt/")
    helper.chooses("Jag hjälper någon annan")
    helper.presses("Fortsätt")
    helper.is_at("Du hjälper någon annan")
    helper.chooses(knows, within="Vet personen om att du frågar?")
    helper.chooses("Ring mig")
    helper.presses("Fortsätt")
    helper.is_at("Vart ska vi ringa?")
    helper.types("Telefonnummer", PHONE)
    helper.presses("Fortsätt")
    tells_more_and_sends(helper, GISLAVED, name)
    if knows == "Nej":
        helper.sees("Därför hör vi bara av oss till dig")
    signs_in(staff, program.password, "radgivare1")
    fetches_until(staff, name)
    staff.sees(re.compile("någon annan", re.IGNORECASE))


def test_what_the_guide_was_told_is_not_asked_again(meet: Meet) -> None:
    carer = meet(NYKOPING.slug)
    finds_support(carer, NYKOPING)
    carer.follows("be oss höra av oss till dig")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    carer.is_at("Din fråga")
    assert carer.page.get_by_role("checkbox").filter(visible=True).first.is_checked()


def test_back_after_sending_shows_the_receipt_and_sends_nothing_again(meet: Meet) -> None:
    carer = meet(GISLAVED.slug)
    code = _asks_by_code(carer, invented_name())
    carer.goes_back()
    if "kontrollera" in urlsplit(carer.page.url).path:
        carer.page.reload()
    carer.is_at("Tack. Vi har fått ditt meddelande.")
    carer.sees(code.split()[0])
    carer.page.reload()
    carer.is_at("Tack. Vi har fått ditt meddelande.")


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "noscript"])
def test_a_form_sent_twice_is_one_request(scripts: bool, meet: Meet, program: Program) -> None:
    carer, staff = meet(GISLAVED.slug, scripts=scripts), meet(GISLAVED.slug)
    name = invented_name()
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    carer.types("Vad ska vi kalla dig?", name)
    carer.ticks_the_first_answer()
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    # Two windows with the same last page, both sent
    other = carer.context.new_page()
    carer.watch(other)
    other.goto(carer.page.url)
    carer.page.get_by_role("button", name="Skicka").dblclick()
    other.get_by_role("button", name="Skicka").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Tack")
    expect(carer.page.get_by_role("heading", level=1)).to_contain_text("Tack")
    assert other.locator(".code-words").inner_text() == carer.page.locator(".code-words").inner_text()
    # And staff have it once
    signs_in(staff, program.password, "radgivare1")
    fetches_until(staff, name)
    staff.presses("Klart")
    staff.opens("personal/?visa=enheten")
    staff.does_not_see(name)


WRONG_NUMBERS = {
    "empty": "",
    "too short": "12",
    "letters": "ring mig",
    "a thousand digits": "7" * 1000,
    "other alphabet": "هاتف",
    "script": "<script>alert(1)</script>",
}


@pytest.mark.parametrize("written", WRONG_NUMBERS.values(), ids=WRONG_NUMBERS)
def test_a_wrong_number_is_told_in_words_and_nothing_typed_is_lost(written: str, meet: Meet) -> None:
    carer = meet(GISLAVED.slug)
    carer.opens("kontakt/")
    carer.chooses("Ring mig")
    carer.presses("Fortsätt")
    carer.types("Telefonnummer", written)
    carer.chooses("Bara på eftermiddagen")
    carer.presses("Fortsätt")
    carer.is_at("Vart ska vi ringa?")
    assert carer.page.title().startswith("Fel: ")
    summary = carer.page.locator("#errors")
    expect(summary).to_be_focused()
    expect(carer.page.get_by_role("radio", name="Bara på eftermiddagen")).to_be_checked()
    assert carer.page.get_by_label("Telefonnummer").input_value() == written
    # The summary leads to the field, and says the same words as stand beside it
    link = summary.get_by_role("link").first
    words = link.inner_text()
    link.click()
    expect(carer.page.get_by_label("Telefonnummer")).to_be_focused()
    assert carer.page.get_by_text(words).count() == 2


def test_a_personal_number_is_refused_with_an_explanation(meet: Meet) -> None:
    carer = meet(GISLAVED.slug)
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    carer.types("Vad ska vi kalla dig?", "19121212-1212")
    carer.presses("Fortsätt")
    carer.is_at("Din fråga")
    carer.sees("Det ser ut som ett personnummer")


def test_script_in_a_text_is_only_text(meet: Meet) -> None:
    carer = meet(GISLAVED.slug)
    words = "<img src=x onerror=alert(1)>"
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    carer.types("Vad ska vi kalla dig?", words)
    carer.ticks_the_first_answer()
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.sees(words)


def test_an_address_that_was_tampered_with_says_so_and_leads_on(meet: Meet) -> None:
    carer = meet(GISLAVED.slug)
    carer.opens("kontakt/mer/?t=AAAA")
    carer.is_at("Svaren är borta")


def test_another_browser_cannot_read_the_answers_in_an_address(meet: Meet) -> None:
    carer, other = meet(GISLAVED.slug), meet(GISLAVED.slug)
    carer.opens("kontakt/")
    carer.chooses("Ring mig")
    carer.presses("Fortsätt")
    carer.types("Telefonnummer", PHONE)
    carer.presses("Fortsätt")
    carer.is_at("Vill du säga något mer?")
    other.page.goto(carer.page.url)
    other.is_at("Svaren är borta")


@pytest.mark.parametrize("path", ["", "uppgifter/", "om/", "tillganglighet/", "annan-kommun/"])
def test_reading_pages_set_no_cookie(path: str, meet: Meet) -> None:
    carer = meet(NYKOPING.slug)
    carer.opens(path)
    carer.looks()
    assert carer.context.cookies() == []


def test_a_visitor_who_only_reads_gets_no_cookie_on_the_way_through_the_start_pages(meet: Meet) -> None:
    carer = meet("")
    carer.page.goto(carer.origin)
    carer.is_at("Hjälper du någon")
    carer.follows("Nyköpings kommun")
    carer.is_at("Hjälper du någon")
    assert carer.context.cookies() == []
