"""Must an individual plan be offered or reviewed? Source: LSS 10 §.

The year is counted to the same day and is not moved past weekends: the section says how often at least, not a last day.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_years
from anhoriglots.law.question import Basis, Day, Facts, Question

PLAN, COUNTED = "lss 10", "statutory-time 1"
YEARS = "plan-review-years"


class ReviewFacts(Facts):
    """Whether there is a plan, and when it was looked at."""

    granted: bool | None = Field(default=None, description="Om personen har en beviljad insats enligt LSS")
    has_plan: bool | None = Field(default=None, description="Om det finns en individuell plan")
    offered: bool | None = Field(default=None, description="Om personen har fått erbjudande om en plan")
    reviewed_on: Day | None = Field(default=None, description="Dagen då planen gjordes eller senast omprövades")


QUESTION = Question("plan-review", "Måste den individuella planen erbjudas eller omprövas?", ReviewFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(PLAN, COUNTED), parameters=(YEARS,))
def offered_at_once_and_reviewed_every_year(facts: ReviewFacts, basis: Basis) -> Decision:
    """Den som beviljas en insats enligt LSS erbjuds en individuell plan, och kan begära en när som helst. Planen
    omprövas minst en gång om året."""
    if facts.granted is False:
        return basis.permits("nothing-granted", "Erbjudandet gäller den som har en beviljad insats enligt LSS.", PLAN)
    if facts.has_plan is False:
        return _no_plan(facts, basis)
    missing = facts.unknown("granted", "has_plan", "reviewed_on")
    if missing or facts.reviewed_on is None:
        sentence = "Se efter om det finns en plan, och när den gjordes eller senast omprövades."
        return basis.cannot_tell(missing, sentence, PLAN)
    last = add_years(facts.reviewed_on, basis.number(YEARS))
    results = (Result("review_by", "Omprövas senast", last),)
    if basis.on > last:
        sentence = "Ompröva planen nu, tillsammans med personen. Tiden har gått ut."
        return basis.requires("review-now", sentence, PLAN, COUNTED, results=results)
    sentence = "Planen är omprövad i tid. Ompröva den tidigare om något ändras."
    return basis.permits("reviewed-in-time", sentence, PLAN, COUNTED, results=results)


def _no_plan(facts: ReviewFacts, basis: Basis) -> Decision:
    missing = facts.unknown("granted", "offered")
    if missing:
        sentence = "Se efter om personen har en beviljad insats, och om hon har fått erbjudande om en plan."
        return basis.cannot_tell(missing, sentence, PLAN)
    if facts.offered:
        sentence = "Erbjudandet är gjort. Personen kan när som helst begära en plan."
        return basis.permits("already-offered", sentence, PLAN)
    return basis.requires("offer-a-plan", "Erbjud personen en individuell plan.", PLAN)
