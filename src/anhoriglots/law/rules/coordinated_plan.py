"""Must a coordinated individual plan be made? Source: SoL 10 kap. 8 §, hälso- och sjukvårdslagen 16 kap. 4 §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

PLAN, HEALTH = "sol-2025 10:8", "hsl 16:4"


class PlanFacts(Facts):
    """What the person needs, and has said."""

    needs_both: bool | None = Field(
        default=None, description="Om personen behöver insatser från både socialtjänsten och hälso- och sjukvården"
    )
    judged_needed: bool | None = Field(
        default=None, description="Om kommunen eller regionen bedömer att en plan behövs"
    )
    consent: Annotated[Literal["given", "refused"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Svaret från den som planen gäller: given (ja), refused (nej)"
    )


QUESTION = Question("coordinated-plan", "Ska en samordnad individuell plan göras?", PlanFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(PLAN, HEALTH))
def when_needed_and_agreed(facts: PlanFacts, basis: Basis) -> Decision:
    """Behöver någon insatser från både socialtjänst och vård gör kommunen och regionen en plan tillsammans, om en av
    dem bedömer att den behövs och personen samtycker. Arbetet börjar genast."""
    if facts.consent == "refused":
        sentence = "Gör ingen plan. Personen har sagt nej. Fråga igen om läget ändras."
        return basis.forbids("consent-refused", sentence, PLAN)
    missing = facts.unknown("needs_both", "judged_needed", "consent")
    if missing:
        sentence = "Fråga personen, och bedöm om insatser från båda behövs och om en plan hjälper."
        return basis.cannot_tell(missing, sentence, PLAN, HEALTH)
    if facts.needs_both and facts.judged_needed:
        sentence = "Gör planen tillsammans med regionen. Börja genast."
        return basis.requires("make-the-plan", sentence, PLAN, HEALTH)
    return basis.permits("no-duty", "Ingen plan krävs. Ni får ändå planera tillsammans med personen.", PLAN)
