"""Must elder care be offered in a minority language? Source: SoL 8 kap. 6, 7 and 9 §§."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Question

from .minority_language import AREA, AREAS, JOINED, MUNICIPALITIES, AreaFacts, in_area

INSIDE, OUTSIDE, TELL = "sol-2025 8:6", "sol-2025 8:7", "sol-2025 8:9"


class ElderCareFacts(AreaFacts):
    """And whether the person has asked for it."""

    asked: bool | None = Field(default=None, description="Om personen har bett om omvårdnad på språket")


QUESTION = Question("minority-language-elder-care", "Måste äldreomsorgen ges på minoritetsspråket?", ElderCareFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)),
    cites=(INSIDE, OUTSIDE, TELL, AREA, JOINED),
    parameters=(*AREAS.values(), MUNICIPALITIES),
)
def always_inside_the_area_else_when_there_is_staff(facts: ElderCareFacts, basis: Basis) -> Decision:
    """Den som ansöker om äldreomsorg ska få veta att den kan ges på ett minoritetsspråk. I förvaltningsområdet erbjuds
    den alltid på begäran, annars när det finns personal som kan språket."""
    if facts.asked is False:
        sentence = "Berätta för den som ansöker att omvårdnaden kan ges på språket. Mer behövs inte innan någon ber."
        return basis.requires("tell", sentence, TELL)
    missing = facts.unknown("asked", "language")
    if missing:
        return basis.cannot_tell(missing, "Berätta att det går, och fråga vilket språk personen vill ha.", TELL)
    inside = in_area(facts, basis)
    if inside:
        return basis.requires("inside-area", "Erbjud hela eller det mesta av omvårdnaden på språket.", INSIDE)
    if facts.staff_can:
        return basis.requires("staff-can", "Erbjud omvårdnad av den personal som kan språket.", OUTSIDE)
    missing = (*(facts.unknown("municipality", "joined") if inside is None else ()), *facts.unknown("staff_can"))
    if missing:
        sentence = "Se efter om kommunen är med i förvaltningsområdet, och om det finns personal som kan språket."
        return basis.cannot_tell(missing, sentence, INSIDE, OUTSIDE)
    return basis.permits("no-staff", "Ni måste inte nu. Arbeta för att få personal som kan språket.", OUTSIDE)
