"""Must the data protection impact be assessed? Source: the GDPR articles 35 and 36."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

ASSESS, CONSULT = "gdpr 35", "gdpr 36"


class ImpactFacts(Facts):
    """What would be processed, what has been assessed, and what the assessment found."""

    only_when = (("still_high_risk", "assessed"), ("still_high_risk", "high_risk"))

    high_risk: bool | None = Field(
        default=None,
        description="Om behandlingen kan ge hög risk för människor, till exempel många känsliga uppgifter om barn "
        "eller utsatta, enligt den som har prövat det",
    )
    assessed: bool | None = Field(default=None, description="Om en konsekvensbedömning är gjord och gäller än")
    still_high_risk: bool | None = Field(
        default=None, description="Om risken enligt bedömningen är hög också efter det som görs åt den"
    )


QUESTION = Question("impact-assessment", "Måste en konsekvensbedömning göras?", ImpactFacts)


@QUESTION.version(in_force=Period(date(2018, 5, 25)), cites=(ASSESS, CONSULT))
def before_what_may_be_a_high_risk(facts: ImpactFacts, basis: Basis) -> Decision:
    """Den som ansvarar för uppgifterna bedömer följderna innan en behandling börjar som kan ge hög risk. Är risken hög
    fast något har gjorts åt den frågas tillsynsmyndigheten först."""
    if facts.still_high_risk:
        return basis.requires("consult-first", "Fråga Integritetsskyddsmyndigheten innan behandlingen börjar.", CONSULT)
    if facts.high_risk is False:
        return basis.permits("no-high-risk", "Ingen bedömning krävs. Skriv ned varför risken inte är hög.", ASSESS)
    if facts.assessed:
        return _by_what_it_found(facts, basis)
    missing = facts.unknown("high_risk", "assessed")
    if missing:
        sentence = "Fråga dataskyddsombudet om risken är hög. Stöd till anhöriga rör ofta många känsliga uppgifter."
        return basis.cannot_tell(missing, sentence, ASSESS)
    return basis.requires("assess-first", "Gör en konsekvensbedömning innan behandlingen börjar.", ASSESS)


def _by_what_it_found(facts: ImpactFacts, basis: Basis) -> Decision:
    if facts.still_high_risk is None:
        return basis.cannot_tell(("still_high_risk",), "Se efter vad bedömningen kom fram till.", ASSESS, CONSULT)
    return basis.permits("assessed", "Bedömningen är gjord. Gör om den när något ändras.", ASSESS)
