"""May a fee be charged for support? Source: SoL 32 kap. 1-2 §§."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

KINDS, FEES, TREATMENT = "kinds-with-fee", "sol-2025 32:1", "sol-2025 32:2"


class FeeFacts(Facts):
    """What the fee is for, and what the municipality has decided."""

    kind: Annotated[str, listed(KINDS, other=("other",))] | None = Field(
        default=None, description="Slag av insats: ett av dem som lagen nämner, eller other (annat stöd)"
    )
    judged_similar: bool | None = Field(
        default=None, description="Om en person har bedömt att stödet liknar det som lagen nämner"
    )
    treatment: bool | None = Field(default=None, description="Om insatsen är behandling")
    decided: bool | None = Field(default=None, description="Om kommunen har bestämt grunderna för avgiften")
    above_cost: bool | None = Field(default=None, description="Om avgiften är högre än vad det kostar kommunen")


QUESTION = Question("fee", "Får kommunen ta ut en avgift för stödet?", FeeFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(FEES, TREATMENT), parameters=(KINDS,))
def for_listed_kinds_up_to_the_cost(facts: FeeFacts, basis: Basis) -> Decision:
    """Avgift får tas ut för de slag av insatser som lagen nämner och för sådant som liknar dem, enligt grunder som
    kommunen bestämmer, men aldrig mer än kostnaden och aldrig för behandling."""
    if facts.treatment:
        return basis.forbids("treatment-is-free", "Behandling är utan avgift. Ge insatsen gratis.", TREATMENT)
    if facts.decided is False:
        sentence = "Ge stödet gratis så länge kommunen inte har bestämt grunderna för en avgift."
        return basis.forbids("no-grounds-decided", sentence, FEES)
    if facts.above_cost:
        return basis.forbids("above-cost", "Sänk avgiften till högst vad stödet kostar kommunen.", FEES)
    if facts.kind == "other" and facts.judged_similar is False:
        sentence = "Lagen nämner inte den här sortens stöd. Ge det gratis."
        return basis.forbids("not-a-listed-kind", sentence, FEES)
    asked = ("kind", "treatment", "decided", "above_cost", *(("judged_similar",) if facts.kind == "other" else ()))
    missing = facts.unknown(*asked)
    if missing:
        sentence = "Se efter vad kommunen har beslutat. Stödet är gratis tills det är klart."
        return basis.cannot_tell(missing, sentence, FEES, TREATMENT)
    return basis.permits("fee-up-to-cost", "Avgift får tas ut, högst vad stödet kostar kommunen.", FEES)
