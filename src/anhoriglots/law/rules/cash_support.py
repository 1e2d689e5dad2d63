"""May money be promised to a carer? Source: Gislaveds riktlinje för anhörigstöd, avsnitt 2; SoL 12 kap. 1 §.

What the state pays, such as an allowance for leave with somebody who is very ill, is no matter of the municipality.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

GUIDELINE, RIGHT = "gislaved-guideline 2", "sol-2025 12:1"


class CashFacts(Facts):
    """What kind of money, and what the municipality has decided."""

    kind: Literal["carer_allowance", "economic_assistance"] | None = Field(
        default=None,
        description="Pengar: carer_allowance (ersättning till en anhörig), economic_assistance (ekonomiskt bistånd)",
    )
    allowed_locally: bool | None = Field(
        default=None, description="Om kommunen har beslutat att ge ersättning till anhöriga"
    )


QUESTION = Question("cash-support", "Får vi lova pengar till en anhörig?", CashFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(GUIDELINE, RIGHT))
def only_where_the_municipality_pays(facts: CashFacts, basis: Basis) -> Decision:
    """Pengar till en anhörig ingår bara i stödet där kommunen har beslutat det. Ekonomiskt bistånd är något annat: det
    får var och en ansöka om."""
    if facts.kind == "economic_assistance":
        sentence = "Berätta att personen kan ansöka om ekonomiskt bistånd. Lova inget: behovet prövas."
        return basis.permits("may-apply-for-assistance", sentence, RIGHT)
    missing = facts.unknown("kind", "allowed_locally")
    if missing:
        sentence = "Säg vilket slags pengar det gäller, och se efter vad kommunen har beslutat."
        return basis.cannot_tell(missing, sentence, GUIDELINE, RIGHT)
    if facts.allowed_locally:
        sentence = "Kommunen ger sådan ersättning. Berätta på vilka villkor."
        return basis.permits("decided-locally", sentence, GUIDELINE)
    sentence = "Lova inga pengar. Kommunen ger ingen sådan ersättning. Berätta om avlösning och annat stöd."
    return basis.forbids("no-cash", sentence, GUIDELINE)
