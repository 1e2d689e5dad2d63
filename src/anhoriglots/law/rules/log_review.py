"""When must the read log be reviewed? Source: lag 2001:454 10 §, förordning 2001:637 27 §."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Day, Facts, Question

CHECKS, REGULATIONS = "personal-data-act 10", "personal-data-ordinance 27"
LONGEST_INTERVAL = 120


class ReviewFacts(Facts):
    """What the board has decided, and when the log was last reviewed."""

    months_between: Annotated[int, Field(ge=1, le=LONGEST_INTERVAL)] | None = Field(
        default=None, description="Antal månader mellan granskningarna, enligt nämndens beslut"
    )
    last_review: Day | None = Field(default=None, description="Dagen då loggen senast granskades")


QUESTION = Question("log-review", "När ska läsloggen granskas nästa gång?", ReviewFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(CHECKS, REGULATIONS))
def as_often_as_the_board_has_decided(facts: ReviewFacts, basis: Basis) -> Decision:
    """Loggarna ska granskas systematiskt och återkommande. Lagen säger inte hur ofta, och inga föreskrifter om det är
    kända. Därför räknas dagen ut från nämndens eget beslut."""
    missing = facts.unknown("months_between", "last_review")
    if facts.months_between is None or facts.last_review is None:
        sentence = "Låt nämnden besluta hur ofta loggen granskas, och se efter när det gjordes senast."
        return basis.cannot_tell(missing, sentence, CHECKS, REGULATIONS)
    due = add_months(facts.last_review, facts.months_between)
    results = (Result("next_review", "Senast nästa granskning", due),)
    if due < basis.on:
        return basis.requires("review-is-late", "Granska loggen nu. Dagen har gått.", CHECKS, results=results)
    return basis.requires("review-by-then", "Granska loggen senast den dagen.", CHECKS, results=results)
