"""Must the data protection impact be assessed? Source: the GDPR article 35."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

ASSESS = "gdpr 35"


class ImpactFacts(Facts):
    """What would be processed, and what has been assessed."""

    high_risk: bool | None = Field(
        default=None,
        description="Om behandlingen kan ge hög risk för människor, till exempel många känsliga uppgifter om barn "
        "eller utsatta, enligt den som har prövat det",
    )
    assessed: bool | None = Field(default=None, description="Om en konsekvensbedömning är gjord och gäller än")


QUESTION = Question("impact-assessment", "Måste en konsekvensbedömning göras?", ImpactFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(ASSESS,))
def before_what_may_be_a_high_risk(facts: ImpactFacts, basis: Basis) -> Decision:
    """Den som ansvarar för uppgifterna bedömer följderna innan en behandling börjar som kan ge hög risk."""
    if facts.assessed:
        return basis.permits("assessed", "Bedömningen är gjord. Gör om den när något ändras.", ASSESS)
    if facts.high_risk is False:
        return basis.permits("no-high-risk", "Ingen bedömning krävs. Skriv ned varför risken inte är hög.", ASSESS)
    missing = facts.unknown("high_risk", "assessed")
    if missing:
        sentence = "Fråga dataskyddsombudet om risken är hög. Stöd till anhöriga rör ofta många känsliga uppgifter."
        return basis.cannot_tell(missing, sentence, ASSESS)
    return basis.requires("assess-first", "Gör en konsekvensbedömning innan behandlingen börjar.", ASSESS)
