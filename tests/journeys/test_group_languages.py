"""A group is written in Somali at work, and read so on a phone; one time more is added, with a word about a holiday."""

import re
from datetime import datetime

from anhoriglots.kernel.dates import SWEDEN

from .conftest import Meet
from .program import Program
from .stories import NYKOPING, signs_in

HERE = NYKOPING.slug
GROUP = re.compile(r"^Kvällsgruppen \(exempel\)$")


def test_a_group_is_written_in_somali_and_read_on_a_phone(meet: Meet, program: Program) -> None:
    staff = meet(HERE)
    signs_in(staff, program.password, "radgivare1")
    staff.follows("Grupper")
    staff.follows(GROUP)
    staff.is_at("Kvällsgruppen (exempel)")
    staff.follows("Somaliska")
    staff.is_at("Gruppens texter på somaliska")
    staff.types("Vad heter gruppen utåt?", "Kooxda fiidka (tusaale)")
    staff.presses("Spara")
    staff.sees("Texterna är sparade.")
    staff.sees("ska läsas av en person som kan språket")
    carer = meet(HERE, phone=True)
    carer.opens("so/grupper/")
    carer.follows("Kooxda fiidka (tusaale)")
    carer.is_at("Kooxda fiidka (tusaale)")
    assert carer.page.locator("h1[lang]").count() == 0
    assert carer.faults + staff.faults == []


def test_one_time_more_is_added_with_a_word_about_the_holiday(meet: Meet, program: Program) -> None:
    staff = meet(HERE, phone=True, scripts=False)
    signs_in(staff, program.password, "radgivare1")
    staff.follows("Grupper")
    staff.follows(GROUP)
    staff.is_at("Kvällsgruppen (exempel)")
    staff.follows("Lägg till en gång")
    staff.is_at("En gång till")
    year = datetime.now(SWEDEN).year + 1  # noqa: TID251 - the program that is tried has the real clock
    staff.types("Dag", f"{year}-12-24")
    staff.presses("Lägg till")
    staff.sees(f"24 december {year}.")
    staff.looks()
    staff.presses("Lägg till ändå")
    staff.is_at("Ring eller skriv")
    staff.sees("Gången är tillagd.")
    staff.sees("En tid till")
    assert staff.faults == []
