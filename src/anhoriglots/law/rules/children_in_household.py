"""May an adult's matter be closed before anyone has asked about children? Source: Stockholm's programme, section 4."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PROGRAMME, BEST = "stockholm-programme 4-barn", "sol-2025 3:1"


class HouseholdFacts(Facts):
    """What has been asked about children."""

    asked: bool | None = Field(default=None, description="Om någon har frågat om det finns barn under 18 år i familjen")
    children: bool | None = Field(default=None, description="Om det finns barn")
    analysed: bool | None = Field(
        default=None, description="Om barnets behov är bedömda och en barnkonsekvensanalys är gjord"
    )


QUESTION = Question("children-in-household", "Får den vuxnas ärende avslutas med det ni vet om barnen?", HouseholdFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(PROGRAMME, BEST))
def ask_and_analyse_first(facts: HouseholdFacts, basis: Basis) -> Decision:
    """I varje ärende om en vuxen tar personal reda på om det finns barn, vad de behöver och hur de påverkas."""
    if facts.asked is False:
        return basis.forbids("nobody-asked", "Fråga först om det finns barn i familjen.", PROGRAMME)
    if facts.asked and facts.children is False:
        return basis.permits("no-children", "Det finns inga barn i familjen.", PROGRAMME)
    if facts.asked and facts.children and facts.analysed is False:
        sentence = "Bedöm först vad barnet behöver och hur det påverkas."
        return basis.forbids("not-analysed", sentence, PROGRAMME, BEST)
    missing = facts.unknown("asked", "children", "analysed")
    if missing:
        return basis.cannot_tell(missing, "Fråga om det finns barn, och vad de behöver.", PROGRAMME)
    return basis.permits("children-considered", "Barnens behov är bedömda.", PROGRAMME, BEST)
