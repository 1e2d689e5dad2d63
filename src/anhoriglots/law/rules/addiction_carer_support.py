"""May support to somebody close to a person with an addiction begin? Sources: SoL 13 kap. 10 §, a city's programme."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

TREATMENT, WILL, PROGRAMME = "sol-2025 13:10", "sol-2025 2:1", "stockholm-programme 4"


class AddictionFacts(Facts):
    """What the carer wants, and whether anything is made to depend on it."""

    carer_says: Annotated[Literal["refused", "given"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Om den anhöriga själv vill ha stöd: refused (nej) eller given (ja)"
    )
    treatment_depends: bool | None = Field(
        default=None, description="Om den närståendes vård skulle bero på att den anhöriga tar emot stöd"
    )


QUESTION = Question(
    "addiction-carer-support", "Får vi börja stödja den som är anhörig vid ett beroende?", AddictionFacts
)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(WILL, TREATMENT, PROGRAMME))
def when_the_carer_wants_it(facts: AddictionFacts, basis: Basis) -> Decision:
    """Stödet bygger på att den anhöriga själv vill. Den närståendes vård får inte bero på det."""
    return _begin(facts, basis, WILL, PROGRAMME)


@QUESTION.version(in_force=Period(date(2029, 1, 1)), cites=(WILL, TREATMENT))
def when_the_carer_wants_it_without_the_programme(facts: AddictionFacts, basis: Basis) -> Decision:
    """Stödet bygger på att den anhöriga själv vill. Den närståendes vård får inte bero på det."""
    return _begin(facts, basis, WILL)


def _begin(facts: AddictionFacts, basis: Basis, *will: str) -> Decision:
    if facts.treatment_depends:
        sentence = "Låt inte vården bero på den anhöriga. Erbjud dem stöd var för sig."
        return basis.forbids("treatment-depends", sentence, TREATMENT, *will)
    if facts.carer_says == "refused":
        sentence = "Vänta. Den anhöriga vill inte nu. Berätta att det går att höra av sig igen."
        return basis.forbids("carer-says-no", sentence, *will)
    missing = facts.unknown("carer_says", "treatment_depends")
    if missing:
        sentence = "Fråga vad den anhöriga själv vill, och se efter att vården inte beror på det."
        return basis.cannot_tell(missing, sentence, *will)
    return basis.permits("carer-wants-it", "Den anhöriga vill ha stöd. Börja med vad hen själv behöver.", *will)
