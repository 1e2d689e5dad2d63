"""When must a guideline or a routine be looked over? Source: Nyköping's guideline, section 10."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Day, Facts, Question

SECTION, OWNER = "nykoping-guideline 10", "nykoping-guideline 2"
FIGURES = ("review-months", "review-first-warning", "review-second-warning")


class ReviewFacts(Facts):
    """Which document, its owner, and when it was last looked over."""

    document: Literal["guideline", "routine"] | None = Field(
        default=None, description="Dokument: guideline (riktlinje), routine (rutin)"
    )
    owner_named: bool | None = Field(default=None, description="Om det står vem som ansvarar för den")
    reviewed_on: Day | None = Field(default=None, description="Dagen då den antogs eller senast sågs över")


QUESTION = Question("review-due", "Måste riktlinjen eller rutinen ses över nu?", ReviewFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, OWNER), parameters=FIGURES)
def every_year(facts: ReviewFacts, basis: Basis) -> Decision:
    """Riktlinjen och rutinerna ses över varje år, och varje rutin har en ansvarig."""
    if facts.document == "routine" and facts.owner_named is False:
        return basis.forbids("no-owner", "Skriv först vem som ansvarar för rutinen.", OWNER)
    missing = facts.unknown("document", "reviewed_on")
    if facts.document == "routine":
        missing += facts.unknown("owner_named")
    if facts.reviewed_on is None or missing:
        return basis.cannot_tell(missing, "Se efter vem som ansvarar och när den senast sågs över.", SECTION, OWNER)
    by = add_months(facts.reviewed_on, basis.number("review-months"))
    left = (by - basis.on).days
    results = (Result("review_by", "Se över senast", by), Result("days_left", "Dagar kvar", left))
    if left <= 0:
        return basis.requires("due", "Se över den nu.", SECTION, results=results)
    return _waits(left, results, basis)


def _waits(left: int, results: tuple[Result, ...], basis: Basis) -> Decision:
    if left <= basis.number("review-second-warning"):
        return basis.permits("soon", "Boka tid nu. Det är snart dags.", SECTION, results=results)
    if left <= basis.number("review-first-warning"):
        return basis.permits("coming", "Planera översynen.", SECTION, results=results)
    return basis.permits("in-time", "Den är aktuell.", SECTION, results=results)
