"""A staff member writes an offer, reads it as everybody will, and publishes it; a carer finds it; it is changed, and
withdrawn again.
"""

import re

import pytest

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import NYKOPING, signs_in

HERE = NYKOPING.slug


def _writes(staff: Person, title: str) -> None:
    """From Stöd to the preview."""
    staff.follows("Stöd")
    staff.is_at("Stöd")
    staff.follows("Nytt stöd")
    staff.is_at("Nytt stöd")
    staff.types(re.compile("^Rubrik"), title)
    staff.picks("Stödform", "Anhöriggrupp, samtalsgrupp")
    staff.types(re.compile("^Kort beskrivning"), "Vi går en runda och pratar.")
    staff.types(re.compile("^Så går det till"), "Ni ses vid fyren.")
    staff.types(re.compile("^Tid"), "En timme.")
    staff.types(re.compile("^Kostar"), "Kostar inget.")
    staff.types(re.compile("^Så blir det sen"), "Du får veta nästa dag.")
    staff.ticks("Att prata med någon")
    staff.chooses("Utan behovsprövning", within="Behöver man ansöka?")
    staff.chooses("Den anhöriga", within="Vem behöver säga ja?")
    staff.ticks("På plats")
    staff.presses("Förhandsgranska")


@pytest.mark.parametrize(
    ("word", "way"),
    [
        ("fyrpromenad", {}),
        ("fyrvandring", {"keyboard": True}),
        ("fyrsamling", {"phone": True, "scripts": False}),
    ],
    ids=["1366", "keyboard", "320-no-scripts"],
)
def test_an_offer_is_written_found_changed_and_withdrawn(
    word: str, way: dict[str, bool], meet: Meet, program: Program
) -> None:
    staff, colleague, carer = meet(HERE, **way), meet(HERE), meet(HERE, phone=True)
    title = f"{word.capitalize()} (exempel)"
    signs_in(staff, program.password, "radgivare1")
    _writes(staff, title)
    staff.is_at(title)
    staff.sees("Bara du som skriver ser den här sidan.")
    staff.sees("Du behöver inte ansöka.")
    staff.presses("Publicera")
    staff.is_at(title)
    staff.sees("Stödet är publicerat.")

    carer.opens("stod/")
    carer.types("Sök stöd", word)
    carer.presses("Visa")
    carer.follows(title)
    carer.is_at(title)
    carer.sees("Ni ses vid fyren.")

    signs_in(colleague, program.password, "samordnare1")
    colleague.follows("Stöd")
    colleague.follows(re.compile(f"^Ändra och versioner {re.escape(title)}"))
    colleague.is_at(title)
    colleague.follows("Ändra")
    colleague.is_at(f"Ändra {title}")
    colleague.types(re.compile("^Kostar"), "Kostar tjugo kronor.")
    colleague.presses("Spara utkast")
    colleague.sees("I utkastet")
    colleague.looks()
    colleague.presses("Publicera")
    colleague.sees("Stödet är publicerat.")

    colleague.follows("Dra tillbaka stödet")
    colleague.is_at(f"Dra tillbaka {title}")
    colleague.presses("Dra tillbaka")
    colleague.sees("Skriv varför stödet dras tillbaka.")
    colleague.looks()
    colleague.types(re.compile("^Varför dras det tillbaka?"), "Ledaren har slutat (exempel).")
    colleague.ticks("Dra tillbaka stödet ändå")
    colleague.presses("Dra tillbaka")
    colleague.sees("Stödet är tillbakadraget.")
    colleague.looks()
    carer.opens("stod/")
    carer.types("Sök stöd", word)
    carer.presses("Visa")
    carer.does_not_see(title)
