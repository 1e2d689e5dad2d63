"""A course of six is planned, published, seen by everybody and booked over the phone; who came is noted on a phone."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from anhoriglots.kernel.dates import SWEDEN

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import NYKOPING, signs_in

HERE = NYKOPING.slug


def _in_days(days: int) -> str:
    today = datetime.now(SWEDEN).date()  # noqa: TID251 - the program that is tried has the real clock
    return (today + timedelta(days=days)).isoformat()


def _plans(staff: Person, title: str, days: int) -> None:
    """From Grupper to the published group, with what has to be typed and no more."""
    staff.follows("Grupper")
    staff.is_at("Grupper")
    staff.follows("Ny grupp")
    staff.is_at("Ny grupp")
    staff.starts_counting()
    staff.types("Vad heter gruppen utåt?", title)
    staff.types("Plats och adress", "Biblioteket (exempel)")
    staff.types(re.compile("^Första gången"), _in_days(days))
    staff.presses("Förhandsgranska")
    staff.is_at("Så här ser alla gruppen")
    staff.sees("6 gånger")
    staff.sees("Biblioteket (exempel)")
    staff.presses("Publicera")
    staff.is_at(title)
    staff.sees("Gruppen är publicerad.")


@pytest.mark.parametrize(
    ("title", "days", "how"),
    [
        ("Pekgruppen (exempel)", 30, {}),
        ("Tangentgruppen (exempel)", 31, {"keyboard": True}),
        ("Mobilgruppen (exempel)", 32, {"phone": True}),
        ("Enkla gruppen (exempel)", 33, {"scripts": False}),
    ],
    ids=["pointer", "keyboard", "phone", "without-scripts"],
)
def test_a_course_of_six_is_planned_within_the_budget(
    title: str, days: int, how: dict[str, bool], meet: Meet, program: Program
) -> None:
    staff = meet(HERE, **how)
    signs_in(staff, program.password, "radgivare1")
    _plans(staff, title, days)
    if not how.get("keyboard"):
        assert staff.clicks <= 12
    anybody = meet(HERE, phone=True)
    anybody.opens("grupper/")
    anybody.follows(title)
    anybody.is_at(title)
    anybody.sees("8 platser kvar")


def test_what_is_wrong_is_told_and_the_words_stay(meet: Meet, program: Program) -> None:
    staff = meet(HERE, phone=True, scripts=False)
    signs_in(staff, program.password, "radgivare1")
    staff.opens("personal/grupper/ny")
    staff.types("Vad heter gruppen utåt?", "Gårdagens grupp (exempel)")
    staff.types(re.compile("^Första gången"), _in_days(-1))
    staff.presses("Förhandsgranska")
    staff.sees("Skriv plats och adress.")
    assert staff.page.title().startswith("Fel: ")
    staff.looks()
    staff.types("Plats och adress", "Torget (exempel)")
    staff.presses("Förhandsgranska")
    staff.sees("Den första gången har redan varit.")
    assert staff.page.get_by_label("Vad heter gruppen utåt?").input_value() == "Gårdagens grupp (exempel)"


def test_a_seat_is_booked_over_the_phone_and_one_time_is_called_off(meet: Meet, program: Program) -> None:
    staff = meet(HERE)
    signs_in(staff, program.password, "radgivare1")
    _plans(staff, "Samtalsgruppen (exempel)", 40)
    staff.follows(re.compile("^Boka åt någon"))
    staff.is_at("Boka åt någon")
    staff.types("Vad ska vi kalla personen?", "Exempel-Gun")
    staff.types("Nummer eller adress", "070-174 06 72")
    staff.presses("Boka")
    staff.is_at("Platsen är bokad")
    staff.sees("Läs upp koden.")
    staff.follows("Klart")
    staff.is_at("Samtalsgruppen")
    staff.sees("Exempel-Gun")
    staff.follows("Skriv ut listan")
    staff.is_at("Lista")
    staff.does_not_see("Samtalsgruppen")
    staff.follows("Gruppen")
    staff.page.get_by_role("link", name=re.compile("^Ställ in (?!gruppen)")).first.click()
    staff.is_at("Ställ in")
    staff.presses("Ställ in gången")
    staff.is_at("Ring eller skriv")
    staff.sees("Exempel-Gun")
    staff.presses(re.compile("^Klart Exempel-Gun"))
    staff.sees("Ingen behöver ringas.")


def test_who_came_is_noted_with_one_number_on_a_phone(meet: Meet, program: Program) -> None:
    staff = meet(HERE, phone=True)
    signs_in(staff, program.password, "radgivare1")
    staff.follows("Grupper")
    staff.follows("Öppet kafé")
    staff.is_at("Öppet kafé")
    staff.page.get_by_role("link", name=re.compile("^Närvaro")).first.click()
    staff.is_at("Närvaro")
    staff.starts_counting()
    staff.types("Hur många kom?", "11")
    staff.presses("Spara")
    staff.sees("Närvaron är sparad.")
    staff.sees("11 kom")
    assert (staff.clicks, staff.keys) == (1, 2)


def test_a_leader_who_plans_nothing_sees_no_way_to_plan(meet: Meet, program: Program) -> None:
    leader = meet(HERE)
    signs_in(leader, program.password, "ombud1")
    leader.follows("Grupper")
    leader.is_at("Grupper")
    leader.does_not_see("Ny grupp")
    leader.does_not_see("Lunchgruppen")


def test_another_board_finds_nothing(meet: Meet, program: Program) -> None:
    staff, outsider = meet(HERE), meet(HERE)
    signs_in(staff, program.password, "radgivare1")
    staff.opens("personal/grupper")
    staff.follows(re.compile(r"^Kvällsgruppen \(exempel\)$"))
    staff.is_at("Kvällsgruppen")
    signs_in(outsider, program.password, "radgivare2")
    outsider.page.goto(staff.page.url)
    expect(outsider.page.get_by_role("heading", level=1)).not_to_contain_text("Kvällsgruppen")
    outsider.does_not_see("Exempel-Siv")
