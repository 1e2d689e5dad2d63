"""What else happens at work: two at once, undo, the wrong role, the wrong board, a session that has ended."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import GISLAVED, NYKOPING, STOCKHOLM, fetches_until, invented_name, signs_in, tells_more_and_sends


def _asks_by_code(carer: Person, name: str) -> None:
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    tells_more_and_sends(carer, GISLAVED, name)


def test_two_who_fetch_next_at_the_same_time_get_one_each(meet: Meet, program: Program) -> None:
    carer, first, second = meet(GISLAVED.slug), meet(GISLAVED.slug), meet(GISLAVED.slug)
    for _ in range(2):
        _asks_by_code(carer, invented_name())
    signs_in(first, program.password, "radgivare1")
    signs_in(second, program.password, "samordnare1")
    # Both press before either has seen an answer
    for person in (first, second):
        person.opens("personal/")
        person.page.evaluate("document.querySelector('form[action$=\"hamta-nasta\"]').requestSubmit()")
    for person in (first, second):
        person.page.wait_for_url(re.compile("/forfragan/"))
    assert first.page.url != second.page.url


def test_the_one_who_was_slower_is_told_who_was_faster(meet: Meet, program: Program) -> None:
    carer, first, second = meet(GISLAVED.slug), meet(GISLAVED.slug), meet(GISLAVED.slug)
    _asks_by_code(carer, invented_name())
    signs_in(first, program.password, "radgivare1")
    signs_in(second, program.password, "samordnare1")
    second.opens("personal/?visa=enheten")
    first.opens("personal/?visa=enheten")
    first.page.get_by_role("button", name=re.compile("^Ta ")).last.click()
    first.page.wait_for_url(re.compile("/forfragan/"))
    second.page.get_by_role("button", name=re.compile("^Ta ")).last.click()
    second.sees("Togs av en kollega")
    second.looks()


def test_a_noted_contact_is_undone_and_counts_no_more(meet: Meet, program: Program) -> None:
    staff = meet(GISLAVED.slug)
    signs_in(staff, program.password, "radgivare1")
    staff.follows("Ny kontakt")
    staff.chooses_first_in("Utan namn")
    staff.chooses("Vet inte", within="Vilken grupp gäller det?")
    staff.ticks("Samtal")
    staff.presses(re.compile("^Spara$"))
    staff.sees("Kontakten sparades")
    staff.presses("Ångra kontakten")
    staff.sees("Ångrat. Kontakten räknas inte.")
    staff.looks()


def test_a_contact_without_answers_is_told_what_is_missing(meet: Meet, program: Program) -> None:
    staff = meet(GISLAVED.slug)
    signs_in(staff, program.password, "radgivare1")
    staff.opens("personal/ny-kontakt")
    staff.chooses_first_in("Utan namn")
    staff.chooses("Tackade nej")
    staff.presses(re.compile("^Spara$"))
    assert staff.page.title().startswith("Fel: ")
    staff.sees("Välj vilken grupp det gäller, eller Vet inte.")
    staff.sees("Välj minst en sak det gällde.")
    staff.sees("Välj varför personen tackade nej")
    expect(staff.page.locator("#errors")).to_be_focused()
    staff.looks()


def test_a_contact_with_a_name_is_noted_in_a_new_file(meet: Meet, program: Program) -> None:
    staff = meet(STOCKHOLM.slug)
    name = f"{invented_name()} Exempelsson"
    signs_in(staff, program.password, "radgivare1")
    staff.opens("personal/ny-kontakt")
    staff.chooses_first_in("Med namn")
    staff.chooses("Vet inte", within="Vilken grupp gäller det?")
    staff.ticks("Samtal")
    staff.presses("Fortsätt till dokumentation")
    staff.is_at("Vem gäller kontakten?")
    staff.presses("Ny akt")
    staff.is_at("Ny akt och anteckning")
    staff.types("Namn", name)
    staff.types("Anteckning", "Ringde om 19121212-1212.")
    staff.presses(re.compile("^Spara$"))
    staff.sees("Det ser ut som ett personnummer")
    staff.is_at("Ny akt och anteckning")
    assert staff.page.get_by_label("Namn").input_value() == name
    staff.types("Anteckning", "Vi pratade om vila.")
    staff.presses(re.compile("^Spara$"))
    staff.is_at(name)
    staff.sees("Vi pratade om vila.")
    # And found again by the beginning of the name
    staff.follows("Sök")
    staff.is_at("Sök")
    staff.types("Namn, personnummer eller ärendenummer", name)
    staff.presses("Sök")
    staff.follows(name)
    staff.is_at(name)
    # The name stands in no address and in no title
    assert "Exempel" not in staff.page.url
    assert "Exempel" not in staff.page.title()


@pytest.mark.parametrize("username", ["ombud1", "logg1", "admin1", "chef1"])
def test_the_wrong_role_is_told_so_in_words(username: str, meet: Meet, program: Program) -> None:
    staff = meet(GISLAVED.slug)
    signs_in(staff, program.password, username)
    staff.opens("personal/sok")
    staff.sees("Du kan inte öppna den här sidan")
    staff.looks()


def test_another_boards_request_does_not_exist(meet: Meet, program: Program) -> None:
    staff, other = meet(STOCKHOLM.slug), meet(STOCKHOLM.slug)
    signs_in(staff, program.password, "radgivare1")
    signs_in(other, program.password, "radgivare2")
    staff.opens("personal/?visa=enheten")
    staff.page.locator("a[href*='/forfragan/']").first.click()
    staff.page.wait_for_url(re.compile("/forfragan/"))
    answer = other.page.goto(staff.page.url)
    assert answer is not None
    assert answer.status == 404
    other.looks()


def test_a_session_of_one_municipality_is_nobody_in_another(meet: Meet, program: Program) -> None:
    staff = meet(GISLAVED.slug)
    signs_in(staff, program.password, "radgivare1")
    staff.slug = NYKOPING.slug
    staff.opens("personal/")
    staff.is_at("Logga in")


def test_whoever_signs_out_is_out_and_back_shows_nothing(meet: Meet, program: Program) -> None:
    carer, staff = meet(GISLAVED.slug), meet(GISLAVED.slug)
    name = invented_name()
    _asks_by_code(carer, name)
    signs_in(staff, program.password, "radgivare1")
    fetches_until(staff, name)
    staff.presses("Logga ut")
    staff.is_at("Logga in")
    staff.goes_back()
    staff.does_not_see(name)


def test_a_button_pressed_after_the_session_has_ended_leads_to_a_page_that_can_be_read(
    meet: Meet, program: Program
) -> None:
    staff = meet(GISLAVED.slug)
    signs_in(staff, program.password, "radgivare1")
    staff.opens("personal/")
    staff.context.clear_cookies(name="sessionid")
    staff.presses("Hämta nästa")
    staff.is_at("Logga in")
    staff.types("Användarnamn", "radgivare1")
    staff.types("Lösenord", program.password)
    staff.presses("Logga in")
    staff.is_somewhere_else("Logga in")


def test_a_wrong_password_is_told_without_saying_which_was_wrong(meet: Meet) -> None:
    staff = meet(GISLAVED.slug)
    staff.opens("personal/logga-in")
    staff.types("Användarnamn", "finns-inte")
    staff.types("Lösenord", "fel")
    staff.presses("Logga in")
    staff.sees("Användarnamnet eller lösenordet stämmer inte")
    staff.is_at("Logga in")


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "320"])
@pytest.mark.parametrize(
    ("username", "paths"),
    [
        ("radgivare1", ["", "?visa=enheten", "ny-kontakt", "sok", "stod", "mitt-konto"]),
        ("admin1", ["konton", "konton/nytt"]),
        ("logg1", ["laslogg"]),
    ],
)
def test_every_staff_page_can_be_read_at_both_widths(
    username: str, paths: list[str], phone: bool, meet: Meet, program: Program
) -> None:
    staff = meet(STOCKHOLM.slug, phone=phone)
    signs_in(staff, program.password, username)
    for path in paths:
        staff.opens(f"personal/{path}")
        staff.looks()
