"""What should an implementation plan show? Source: the general advice on documentation, chapter 6."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

PARTS = "plan-parts"
ADVICE = "documentation-regulation 6"


class PlanFacts(Facts):
    """What the plan shows."""

    shows: Annotated[tuple[Annotated[str, listed(PARTS)], ...], Field(strict=False)] | None = Field(
        default=None, description="Vad planen visar: goals, activities, who, when_and_how, cooperation"
    )


QUESTION = Question("implementation-plan", "Visar genomförandeplanen det som den bör?", PlanFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(ADVICE,), parameters=(PARTS,))
def five_parts_are_advised(facts: PlanFacts, basis: Basis) -> Decision:
    """En genomförandeplan bör visa mål, vad som görs, vem som gör det, när och hur, och hur man samarbetar. Råden
    binder inte, och därför är en plan utan allt detta inte förbjuden."""
    if facts.shows is None:
        return basis.cannot_tell(("shows",), "Se efter vad planen visar.", ADVICE)
    lacking = [words for part, words in basis.codes(PARTS).items() if part not in facts.shows]
    if not lacking:
        return basis.permits("complete", "Planen visar det som den bör.", ADVICE)
    sentence = f"Planen får användas, men den bör också visa {', '.join(lacking)}."
    results = (Result("lacking", "Antal delar som bör läggas till", len(lacking)),)
    return basis.permits("parts-are-advised", sentence, ADVICE, results=results)
