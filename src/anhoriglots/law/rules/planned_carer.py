"""May a plan count on what a carer does? Source: Stockholm's programme, on children and on voluntariness."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.age import known_age
from anhoriglots.law.question import Basis, Consent, Day, Facts, Question

PROGRAMME, CHILD = "stockholm-programme 4", "sol-2025 3:1"


class PlannedCarerFacts(Facts):
    """Who would help."""

    born: Day | None = Field(default=None, description="Den anhörigas födelsedag")
    said_yes: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om den anhöriga själv har sagt ja till det planen säger"
    )


QUESTION = Question("planned-carer", "Får planen räkna med den anhörigas hjälp?", PlannedCarerFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(PROGRAMME, CHILD), parameters=("age-of-majority",)
)
def never_on_a_child(facts: PlannedCarerFacts, basis: Basis) -> Decision:
    """Ett barns hjälp är aldrig frivillig och räknas inte in. En vuxen anhörigs hjälp räknas bara in efter ett ja."""
    if facts.born is not None and known_age(facts.born, basis.on) < basis.number("age-of-majority"):
        sentence = "Räkna inte med ett barns hjälp. Fråga vad barnet gör i dag, och planera så att barnet slipper."
        return basis.forbids("child-is-no-resource", sentence, PROGRAMME, CHILD)
    if facts.said_yes is False:
        return basis.forbids("carer-said-no", "Den anhöriga har sagt nej. Planera utan den hjälpen.", PROGRAMME)
    missing = facts.unknown("born", "said_yes")
    if missing:
        return basis.cannot_tell(missing, "Ta reda på åldern, och fråga den anhöriga själv.", PROGRAMME)
    sentence = "Den anhöriga har sagt ja. Fråga igen när något ändras."
    return basis.permits("carer-said-yes", sentence, PROGRAMME)
