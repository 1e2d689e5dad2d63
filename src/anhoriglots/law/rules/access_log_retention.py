"""May old rows of the access log be removed?

Source: the act on personal data in social services, 10 §, with no period.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Day, Facts, Question

SECTION = "personal-data-act 10"


class LogFacts(Facts):
    """When it was logged, how long the board keeps such rows, and whether they have been checked."""

    logged_on: Day | None = Field(default=None, description="Dagen då åtkomsten loggades")
    decided_months: Annotated[int, Field(ge=0, le=1200)] | None = Field(
        default=None, description="Så många månader som nämnden har beslutat att loggen sparas"
    )
    checked: bool | None = Field(default=None, description="Om loggen för den tiden har kontrollerats")


QUESTION = Question("access-log-retention", "Får gamla rader i åtkomstloggen tas bort?", LogFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION,))
def when_checked_and_decided(facts: LogFacts, basis: Basis) -> Decision:
    """Åtkomst ska kunna kontrolleras i efterhand. Lagen säger inte hur länge loggen sparas, så nämnden bestämmer
    det."""
    if facts.checked is False:
        return basis.forbids("not-checked", "Kontrollera först loggen för den tiden.", SECTION)
    missing = facts.unknown("logged_on", "decided_months", "checked")
    if facts.logged_on is None or facts.decided_months is None or missing:
        sentence = "Se efter vad nämnden har beslutat och om loggen är kontrollerad. Ta inte bort något innan dess."
        return basis.cannot_tell(missing, sentence, SECTION)
    day = add_months(facts.logged_on, facts.decided_months)
    results = (Result("remove_from", "Får tas bort från", day),)
    if basis.on < day:
        return basis.forbids(
            "too-early", "Spara raderna ännu, så att de går att kontrollera.", SECTION, results=results
        )
    return basis.permits("checked-and-old", "Raderna får tas bort.", SECTION, results=results)
