"""May a record be shared with other care givers? Source: lag 2022:913 1 kap. 3 §, 2 kap. 1-6 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SCOPE, SAFEGUARDS = "shared-care-records-act 1:3", "shared-care-records-act 2:1-6"


class RecordFacts(Facts):
    """What a record is about, and what the person knows and wants."""

    record_of: Literal["intervention_elderly", "intervention_disability", "carers_own_support"] | None = Field(
        default=None,
        description="Vad dokumentationen gäller: intervention_elderly (insatser till en äldre person), "
        "intervention_disability (insatser till en person med funktionsnedsättning), carers_own_support (stöd till en "
        "anhörig för dennes egen skull)",
    )
    informed: bool | None = Field(default=None, description="Om personen har fått information om att uppgifterna delas")
    blocked: bool | None = Field(default=None, description="Om personen har spärrat uppgifterna")


QUESTION = Question("shared-documentation", "Får dokumentationen delas med andra vårdgivare?", RecordFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SCOPE, SAFEGUARDS))
def only_care_of_the_elderly_and_disabled(facts: RecordFacts, basis: Basis) -> Decision:
    """Bara dokumentation om insatser till äldre och personer med funktionsnedsättning kan delas så. Personen ska ha
    fått information och får spärra. Anhörigas egna akter delas inte."""
    if facts.record_of == "carers_own_support":
        sentence = "Dela den inte. En anhörigs egen akt hör inte till sådan dokumentation."
        return basis.forbids("carers-own-record", sentence, SCOPE)
    if facts.blocked:
        return basis.forbids("blocked", "Dela den inte. Personen har spärrat uppgifterna.", SAFEGUARDS)
    if facts.informed is False:
        return basis.forbids("not-informed", "Informera först personen om att uppgifterna kan delas.", SAFEGUARDS)
    missing = facts.unknown("record_of", "informed", "blocked")
    if missing:
        sentence = "Se efter vad dokumentationen gäller, om personen är informerad och om något är spärrat."
        return basis.cannot_tell(missing, sentence, SCOPE, SAFEGUARDS)
    return basis.permits("may-be-shared", "Dokumentationen får delas.", SCOPE, SAFEGUARDS)
