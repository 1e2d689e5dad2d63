"""When are the parents asked? Source: Gislaveds riktlinje för anhörigstöd, avsnitt 2.2.

The guideline says "after about a year": the day that comes out is a reminder, not a limit.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_years
from anhoriglots.law.question import Basis, Day, Facts, Question

TASK = "gislaved-guideline 2.2"
LATER = "coordinator-later-years"
Occasion = Literal["start", "later", "end"]


class OccasionFacts(Facts):
    """How far the support has come, and when the parents have answered."""

    started_on: Day | None = Field(default=None, description="Dagen då stödet började")
    ended: bool | None = Field(default=None, description="Om stödet har slutat")
    answered: Annotated[tuple[Occasion, ...], Field(strict=False)] | None = Field(
        default=None,
        description="Föräldrarna har svarat: start (i början), later (efter ungefär ett år), end (i slutet)",
    )


QUESTION = Question("coordinator-follow-up", "Ska föräldrarna frågas nu?", OccasionFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(TASK,), parameters=(LATER,))
def at_start_after_a_year_and_at_the_end(facts: OccasionFacts, basis: Basis) -> Decision:
    """Föräldrarna frågas när koordinatorstödet börjar och slutar, och efter ungefär ett år när det pågår längre."""
    missing = facts.unknown("started_on", "ended", "answered")
    if missing or facts.started_on is None or facts.answered is None:
        sentence = "Se efter när stödet började, om det har slutat och när föräldrarna har svarat."
        return basis.cannot_tell(missing, sentence, TASK)
    later = add_years(facts.started_on, basis.number(LATER))
    results = (Result("later_on", "Frågas igen, ungefär", later),)
    if facts.ended and "end" not in facts.answered:
        return basis.requires("ask-at-the-end", "Fråga föräldrarna nu när stödet har slutat.", TASK)
    if not facts.ended and "start" not in facts.answered:
        return basis.requires("ask-at-the-start", "Fråga föräldrarna nu när stödet börjar.", TASK, results=results)
    if not facts.ended and "later" not in facts.answered and basis.on >= later:
        return basis.requires(
            "ask-after-a-year", "Fråga föräldrarna igen. Stödet har pågått länge.", TASK, results=results
        )
    if facts.ended:
        return basis.permits("all-asked", "Föräldrarna har svarat. Inget mer frågas.", TASK)
    return basis.permits("nothing-now", "Inget behöver frågas nu.", TASK, results=results)
