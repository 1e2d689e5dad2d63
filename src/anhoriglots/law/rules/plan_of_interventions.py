"""Does a municipality's plan hold what it must? Source: SoL 7 kap. 1 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PLAN = "sol-2025 7:1"


class PlanFacts(Facts):
    """What was weighed, and with whom."""

    early_weighed: bool | None = Field(
        default=None, description="Om behovet av tidiga och förebyggande insatser har vägts in"
    )
    cooperated: bool | None = Field(
        default=None, description="Om regionen och andra som berörs har varit med i planeringen"
    )
    cooperation_unneeded: bool | None = Field(
        default=None, description="Om en person har bedömt att samverkan är obehövlig här"
    )


QUESTION = Question("plan-of-interventions", "Håller planen för stödet det som lagen kräver?", PlanFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(PLAN,))
def early_support_weighed_and_others_asked(facts: PlanFacts, basis: Basis) -> Decision:
    """Kommunen planerar sina insatser, väger särskilt in tidiga och förebyggande, och samverkar med regionen och andra
    om det inte är obehövligt."""
    if facts.early_weighed is False:
        return basis.forbids("early-not-weighed", "Väg in vad som behövs tidigt och förebyggande.", PLAN)
    if facts.cooperated is False and facts.cooperation_unneeded is False:
        return basis.forbids("cooperate-first", "Planera tillsammans med regionen och andra som berörs.", PLAN)
    if facts.early_weighed and (facts.cooperated or facts.cooperation_unneeded):
        return basis.permits("plan-holds", "Planen håller. Följ upp efterfrågan och ändra när den ändras.", PLAN)
    open_facts = () if facts.cooperated or facts.cooperation_unneeded else ("cooperated", "cooperation_unneeded")
    missing = facts.unknown("early_weighed", *open_facts)
    return basis.cannot_tell(missing, "Ta reda på vad som har vägts in, och vilka som har varit med.", PLAN)
