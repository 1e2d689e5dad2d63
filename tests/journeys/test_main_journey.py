"""The main job, from "I help someone close to me" to a support contact with a name, in all three municipalities."""

from dataclasses import dataclass

import pytest

from .conftest import Meet
from .program import Program
from .stories import (
    GISLAVED,
    NYKOPING,
    STOCKHOLM,
    Place,
    asks_to_be_called,
    call_words_on,
    comes_back_with,
    fetches_until,
    finds_support,
    invented_name,
    notes_the_contact,
    offers,
    signs_in,
)


@dataclass(frozen=True, slots=True)
class Way:
    """How the two people use their browsers."""

    place: Place
    phone: bool = False
    keyboard: bool = False
    scripts: bool = True

    def __str__(self) -> str:
        width = "320" if self.phone else "1366"
        return f"{self.place.slug}-{width}{'-keyboard' * self.keyboard}{'-noscript' * (not self.scripts)}"


WAYS = (
    Way(STOCKHOLM),
    Way(STOCKHOLM, phone=True),
    Way(NYKOPING),
    Way(NYKOPING, phone=True),
    Way(GISLAVED),
    Way(GISLAVED, phone=True),
    Way(NYKOPING, keyboard=True),
    Way(STOCKHOLM, phone=True, scripts=False),
)


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_carer_finds_support_and_gets_a_support_contact(way: Way, meet: Meet, program: Program) -> None:
    carer = meet(way.place.slug, phone=way.phone, keyboard=way.keyboard, scripts=way.scripts)
    staff = meet(way.place.slug, phone=way.phone, keyboard=way.keyboard, scripts=way.scripts)
    name = invented_name()

    # Given a carer who has found what may fit, and asks to be called
    finds_support(carer, way.place)
    carer.follows("be oss höra av oss till dig")
    code = asks_to_be_called(carer, way.place, name, district_is_known=True)
    call_words = call_words_on(carer)

    # When somebody at work fetches it, notes the contact and offers a colleague
    signs_in(staff, program.password, f"radgivare{way.place.board}")
    fetches_until(staff, name)
    staff.sees(f"Säg igenkänningsordet: {call_words}")
    staff.does_not_see(code)
    notes_the_contact(staff)
    staff.sees(name)
    offers(staff, "Stina")

    # Then the carer sees by the code who it is, and says yes
    comes_back_with(carer, code)
    carer.sees("Stina kan vara din stödkontakt")
    carer.sees("070-174 06")
    carer.presses("Det blir bra")
    carer.sees("Stina är din stödkontakt")
    carer.looks()

    # And the one who offered sees the yes
    staff.page.reload()
    staff.sees("Den anhöriga tackade ja idag.")
