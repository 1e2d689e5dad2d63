"""Must a carer get a support plan? Source: a municipality's guideline."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PLAN = "gislaved-guideline 1.3"


class RequestFacts(Facts):
    """Whether the carer asked; no decided intervention is needed, so none is asked about."""

    carer_asked: bool | None = Field(default=None, description="Om den anhöriga har bett om en stödplan")
    has_plan: bool | None = Field(default=None, description="Om den anhöriga redan har en stödplan som gäller")


QUESTION = Question("support-plan-request", "Måste den anhöriga få en stödplan?", RequestFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(PLAN,))
def whenever_the_carer_asks(facts: RequestFacts, basis: Basis) -> Decision:
    """Varje anhörig kan be om en stödplan när som helst. Det krävs inget beslut om insatser."""
    if facts.carer_asked is False:
        return basis.permits("not-asked-for", "Ingen plan måste göras. Berätta att det går att be om en.", PLAN)
    if facts.carer_asked is None:
        return basis.cannot_tell(("carer_asked",), "Fråga om den anhöriga vill ha en stödplan.", PLAN)
    if facts.has_plan is None:
        sentence = "Gör en stödplan tillsammans, eller se över den som finns. Det krävs inget beslut om insatser."
        return basis.requires("make-or-renew-plan", sentence, PLAN)
    if facts.has_plan:
        return basis.requires("renew-plan", "Se över planen tillsammans med den anhöriga.", PLAN)
    return basis.requires("make-plan", "Gör en stödplan tillsammans. Det krävs inget beslut om insatser.", PLAN)
