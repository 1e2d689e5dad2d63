"""May what lies outside a person's file be weeded: bookings, statistics, chat? Source: the archives act, not read."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Day, Facts, Question

SECTION = "archives-act 10"


class OutsideFacts(Facts):
    """What it is, and what the municipality has decided about it."""

    kind: Literal["booking_list", "statistics", "chat", "other"] | None = Field(
        default=None,
        description="Slag: booking_list (bokningslista), statistics (statistik utan namn), chat (chatt eller "
        "meddelanden), other (annat)",
    )
    decided: bool | None = Field(default=None, description="Om kommunen har beslutat om gallring för just det slaget")
    decided_months: Annotated[int, Field(ge=0, le=1200)] | None = Field(
        default=None, description="Så många månader som beslutet säger att det ska bevaras"
    )
    made_on: Day | None = Field(default=None, description="Dagen då det kom till")


QUESTION = Question("retention-outside-file", "Får det som ligger utanför akten gallras?", OutsideFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION,))
def as_the_municipality_has_decided(facts: OutsideFacts, basis: Basis) -> Decision:
    """Det som inte ligger i en akt gallras bara som kommunen själv har beslutat, slag för slag."""
    if facts.decided is False:
        sentence = "Bevara det. Kommunen behöver först besluta om gallring för det här slaget."
        return basis.forbids("no-decision", sentence, SECTION)
    missing = facts.unknown("kind", "decided", "decided_months", "made_on")
    if facts.decided_months is None or facts.made_on is None or missing:
        sentence = "Säg vad det är och när det kom till. Se efter vad kommunen har beslutat, och bevara det så länge."
        return basis.cannot_tell(missing, sentence, SECTION)
    day = add_months(facts.made_on, facts.decided_months)
    results = (Result("weed_from", "Får gallras från", day),)
    if basis.on < day:
        return basis.forbids("too-early", "Bevara det ännu, enligt kommunens beslut.", SECTION, results=results)
    return basis.permits("as-decided", "Gallra det enligt kommunens beslut.", SECTION, results=results)
