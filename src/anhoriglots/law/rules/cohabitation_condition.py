"""May it be required that they live together? Source: Nyköpings riktlinje för anhörigstöd, avsnitt 7."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

DIRECT, INDIRECT, RIGHT = "nykoping-guideline 7.1", "nykoping-guideline 7.2", "sol-2025 11:1"


class CohabitationFacts(Facts):
    """Whom the support is given to, and what the municipality has decided."""

    support: Literal["direct", "indirect"] | None = Field(
        default=None,
        description="Stöd: direct (till den anhöriga själv), indirect (till den närstående, som avlösning)",
    )
    local_decision: bool | None = Field(
        default=None, description="Om kommunen har beslutat att stödet bara ges till den som bor med den närstående"
    )


QUESTION = Question("cohabitation-condition", "Får vi kräva att de bor tillsammans?", CohabitationFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(INDIRECT, DIRECT, RIGHT))
def only_for_some_indirect_support(facts: CohabitationFacts, basis: Basis) -> Decision:
    """Stöd till den anhöriga själv får aldrig bero på var hon bor. För visst stöd till den närstående har en kommun
    beslutat att de ska bo tillsammans. Behovet prövas ändå i varje ärende."""
    if facts.support == "direct":
        sentence = "Stöd till den anhöriga själv får inte bero på om de bor tillsammans. Erbjud det ändå."
        return basis.forbids("never-for-direct-support", sentence, DIRECT)
    if facts.local_decision is False:
        sentence = "Kommunen har inget sådant krav. Det skulle behöva beslutas först."
        return basis.forbids("no-local-decision", sentence, INDIRECT, RIGHT)
    missing = facts.unknown("support", "local_decision")
    if missing:
        sentence = "Säg vem stödet ges till, och se efter vad kommunen har beslutat."
        return basis.cannot_tell(missing, sentence, INDIRECT)
    sentence = "Kravet får ställas efter kommunens beslut. Pröva ändå behovet för den här personen."
    return basis.permits("decided-locally", sentence, INDIRECT, RIGHT)
