"""Must an operation appoint a carer representative? Source: Nyköping's guideline, section 6.4.

The guideline says neither how many nor for how long. At least one, at every time, is how it is read here.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECTION = "nykoping-guideline 6.4"


class RepresentativeFacts(Facts):
    """Whether somebody has the task."""

    meets_carers: bool | None = Field(default=None, description="Om det är en egen verksamhet inom vård och omsorg")
    appointed: bool | None = Field(default=None, description="Om någon är anhörigombud där i dag")


QUESTION = Question("carer-representative", "Måste verksamheten utse ett anhörigombud?", RepresentativeFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION,))
def one_in_every_operation(facts: RepresentativeFacts, basis: Basis) -> Decision:
    """Varje verksamhet utser minst ett anhörigombud."""
    if facts.meets_carers is False:
        return basis.permits("not-an-operation", "Riktlinjen kräver det inte här.", SECTION)
    if facts.appointed:
        return basis.permits("has-one", "Verksamheten har ett anhörigombud.", SECTION)
    missing = facts.unknown("meets_carers", "appointed")
    if missing:
        return basis.cannot_tell(missing, "Se efter om någon är anhörigombud i verksamheten.", SECTION)
    return basis.requires("vacant", "Utse ett anhörigombud.", SECTION)
