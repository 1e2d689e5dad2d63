"""Who may interpret? Sources: FL 13 § on when an interpreter is used; that a child is not one is our own conclusion."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

SECTION, BEST = "fl 13", "sol-2025 3:1"


class InterpreterFacts(Facts):
    """Who would interpret, and whether an interpreter has been offered."""

    needed: bool | None = Field(
        default=None,
        description="Om personen behöver tolk: talar inte svenska, eller har svårt att se, höra eller tala",
    )
    who: Literal["interpreter", "staff", "relative", "child"] | None = Field(
        default=None,
        description="Vem som skulle tolka: interpreter (tolk), staff (personal som kan språket), relative (vuxen "
        "anhörig), child (barn)",
    )
    declined: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om personen har blivit erbjuden tolk och själv hellre vill ha en vuxen anhörig"
    )
    matters: bool | None = Field(
        default=None, description="Om samtalet gäller ett beslut, våld, hälsa eller annat känsligt"
    )


QUESTION = Question("interpreter", "Får den här personen tolka?", InterpreterFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, BEST))
def an_interpreter_never_a_child(facts: InterpreterFacts, basis: Basis) -> Decision:
    """Nämnden använder tolk när det behövs för att personen ska få sin rätt. Ett barn ska inte tolka, och en vuxen
    anhörig bara när personen hellre vill det och frågan är enkel."""
    if facts.who == "child":
        return basis.forbids("never-a-child", "Låt inte ett barn tolka. Boka en tolk.", SECTION, BEST)
    if facts.who in ("interpreter", "staff"):
        return basis.permits(
            "interpreter-or-staff", "Det går bra. Berätta att den som tolkar har tystnadsplikt.", SECTION
        )
    if facts.who is None:
        return basis.cannot_tell(("who",), "Säg vem som skulle tolka.", SECTION)
    if facts.needed is False:
        return basis.permits("no-need", "Personen behöver ingen tolk. Någon får ändå vara med som stöd.", SECTION)
    if facts.needed and (facts.declined is False or facts.matters):
        return basis.forbids("offer-interpreter", "Boka en tolk. Den anhöriga får vara med som stöd.", SECTION)
    missing = facts.unknown("needed", "declined", "matters")
    if missing:
        return basis.cannot_tell(missing, "Fråga vad personen behöver, och erbjud tolk.", SECTION)
    return basis.permits("own-choice", "Personen har valt det själv. Erbjud tolk igen nästa gång.", SECTION)
