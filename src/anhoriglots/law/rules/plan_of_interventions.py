"""Are interventions planned as the act says? Source: SoL 7 kap. 1 §, its first paragraph."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PLAN = "sol-2025 7:1"


class PlanFacts(Facts):
    """Whether there is a plan, and what was weighed; cooperation is a question of its own."""

    planned: bool | None = Field(default=None, description="Om kommunen har planerat sina insatser till anhöriga")
    early_weighed: bool | None = Field(
        default=None, description="Om behovet av tidiga och förebyggande insatser har vägts in"
    )


QUESTION = Question("plan-of-interventions", "Måste vi planera mer?", PlanFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(PLAN,))
def with_early_support_weighed(facts: PlanFacts, basis: Basis) -> Decision:
    """Kommunen planerar sina insatser och väger särskilt in behovet av tidiga och förebyggande."""
    if facts.planned is False:
        sentence = "Planera insatserna. Utgå från vad anhöriga har sökt och inte fått."
        return basis.requires("plan-interventions", sentence, PLAN)
    if facts.early_weighed is False:
        return basis.requires("weigh-early-support", "Väg in vad som behövs tidigt och förebyggande.", PLAN)
    missing = facts.unknown("planned", "early_weighed")
    if missing:
        return basis.cannot_tell(missing, "Ta reda på om det finns en plan, och vad den har vägt in.", PLAN)
    return basis.permits("planned", "Planen räcker. Följ upp efterfrågan och ändra när den ändras.", PLAN)
