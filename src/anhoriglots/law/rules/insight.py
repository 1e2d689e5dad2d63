"""May a person read a note? Source: OSL 12 kap. 1 §, 26 kap. 1 and 5 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

OWN, SECRECY, TOLD = "osl 12:1", "osl 26:1", "osl 26:5"


class InsightFacts(Facts):
    """Whom a note concerns, and how what it says became known."""

    concerns: Literal["reader", "both", "another"] | None = Field(
        default=None,
        description="Vem anteckningen rör: reader (den som vill läsa), both (läsaren och en annan), another (en annan)",
    )
    told_by_another: bool | None = Field(
        default=None, description="Om en annan person har berättat det som står om läsaren"
    )
    risk_of_harm: bool | None = Field(
        default=None,
        description="Om den som berättade riskerar våld eller annat allvarligt men, enligt den som har prövat det",
    )


QUESTION = Question("insight", "Får personen läsa anteckningen?", InsightFacts)


@QUESTION.version(in_force=Period(date(2024, 4, 1)), cites=(OWN, SECRECY, TOLD))
def ones_own_but_not_anothers(facts: InsightFacts, basis: Basis) -> Decision:
    """Sekretessen gäller inte mot den som den skyddar. Det som rör en annan är hemligt. Det som en annan har berättat
    är hemligt om den personen riskerar våld eller annat allvarligt men."""
    if facts.concerns == "another":
        sentence = "Anteckningen rör en annan. Be den personen om samtycke, eller pröva en annan grund."
        return basis.forbids("concerns-another", sentence, SECRECY)
    if facts.concerns == "both":
        sentence = "Visa den inte som den är. Dölj det som rör den andra, eller be om samtycke."
        return basis.forbids("concerns-both", sentence, OWN, SECRECY)
    if facts.concerns is None:
        return basis.cannot_tell(("concerns",), "Läs anteckningen och säg vem den rör.", OWN, SECRECY)
    return _about_the_reader(facts, basis)


def _about_the_reader(facts: InsightFacts, basis: Basis) -> Decision:
    if facts.told_by_another is False:
        return basis.permits("own-data", "Personen får läsa anteckningen.", OWN)
    if facts.risk_of_harm is False:
        sentence = "Personen får läsa anteckningen. Ingen riskerar våld eller annat allvarligt men."
        return basis.permits("no-risk-of-harm", sentence, OWN, TOLD)
    missing = facts.unknown("told_by_another", "risk_of_harm")
    if missing:
        sentence = "Se efter om en annan har berättat det, och pröva risken för den personen innan du visar något."
        return basis.cannot_tell(missing, sentence, TOLD)
    sentence = "Visa den inte. Den som berättade riskerar att skadas. Visa det som kan visas utan det."
    return basis.forbids("risk-of-harm", sentence, TOLD)
