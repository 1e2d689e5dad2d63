"""May old rows of the access log be removed?

Sources: the act on personal data in social services, 10 §, which says no period; and the archives act 10 §, by which
public documents are weeded only as decided.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Day, Facts, Question

SECTION, WEEDING = "personal-data-act 10", "archives-act 10"


class LogFacts(Facts):
    """When it was logged, how long the board keeps such rows, and whether anybody still has to look at them."""

    logged_on: Day | None = Field(default=None, description="Dagen då åtkomsten loggades")
    decided_months: Annotated[int, Field(ge=0, le=1200)] | None = Field(
        default=None, description="Så många månader som nämnden har beslutat att loggen sparas"
    )
    checked: bool | None = Field(default=None, description="Om loggen för den tiden har kontrollerats")
    under_inquiry: bool | None = Field(
        default=None, description="Om raderna behövs för att utreda om någon har läst det som hen inte fick läsa"
    )


QUESTION = Question("access-log-retention", "Får gamla rader i åtkomstloggen tas bort?", LogFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, WEEDING))
def when_checked_and_decided(facts: LogFacts, basis: Basis) -> Decision:
    """Åtkomst ska kunna kontrolleras i efterhand. Lagen säger inte hur länge loggen sparas, så nämnden bestämmer det.
    Rader som behövs i en utredning sparas tills den är klar."""
    if facts.checked is False:
        return basis.forbids("not-checked", "Kontrollera först loggen för den tiden.", SECTION)
    if facts.under_inquiry:
        return basis.forbids("under-inquiry", "Spara raderna tills utredningen är klar.", SECTION)
    missing = facts.unknown("logged_on", "decided_months", "checked", "under_inquiry")
    if facts.logged_on is None or facts.decided_months is None or missing:
        sentence = "Se efter vad nämnden har beslutat och om någon behöver loggen. Ta inte bort något innan dess."
        return basis.cannot_tell(missing, sentence, SECTION, WEEDING)
    day = add_months(facts.logged_on, facts.decided_months)
    results = (Result("remove_from", "Får tas bort från", day),)
    if basis.on < day:
        sentence = "Spara raderna ännu, så att de går att kontrollera."
        return basis.forbids("too-early", sentence, SECTION, WEEDING, results=results)
    return basis.permits("checked-and-old", "Raderna får tas bort.", SECTION, WEEDING, results=results)
