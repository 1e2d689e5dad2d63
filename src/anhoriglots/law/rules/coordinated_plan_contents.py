"""Is a coordinated individual plan whole? Source: SoL 10 kap. 8 § andra stycket."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PLAN = "sol-2025 10:8"
PARTS, PRINCIPALS = "plan-contents", "plan-principals"
Part = Literal["needed", "who_gives", "others", "overall"]


class PlanContentsFacts(Facts):
    """What the plan says, and who is to be responsible for the whole."""

    says: Annotated[tuple[Part, ...], Field(strict=False)] | None = Field(
        default=None, description="Det planen säger: needed, who_gives, others, overall"
    )
    responsible: Literal["municipality", "region", "both", "carer", "other"] | None = Field(
        default=None,
        description="Samlat ansvar: municipality (kommunen), region (regionen), both (båda), carer (en anhörig), "
        "other (någon annan)",
    )


QUESTION = Question("coordinated-plan-contents", "Är den samordnade planen hel?", PlanContentsFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(PLAN,), parameters=(PARTS, PRINCIPALS))
def four_parts_and_one_principal(facts: PlanContentsFacts, basis: Basis) -> Decision:
    """Planen säger vilka insatser som behövs, vem som ansvarar för vad, vad andra gör, och vem av kommunen och regionen
    som har det samlade ansvaret."""
    if facts.responsible is not None and facts.responsible not in basis.codes(PRINCIPALS):
        sentence = f"Välj en som ansvarar för helheten: {' eller '.join(basis.codes(PRINCIPALS).values())}."
        return basis.forbids("not-a-principal", sentence, PLAN)
    left = [words for code, words in basis.codes(PARTS).items() if code not in (facts.says or ())]
    if facts.says is not None and left:
        return basis.forbids("parts-left", f"Skriv också {', '.join(left)}. Då är planen hel.", PLAN)
    missing = facts.unknown("says", "responsible")
    if missing:
        return basis.cannot_tell(missing, "Gå igenom vad planen säger, och vem som ansvarar för helheten.", PLAN)
    return basis.permits("whole", "Planen är hel.", PLAN)
