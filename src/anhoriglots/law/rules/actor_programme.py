"""Must a contract or a grant ask the actor to follow the programme? Source: Stockholm's programme, section 1."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECTION = "stockholm-programme 1"


class ActorFacts(Facts):
    """What kind of actor, and what has been agreed."""

    actor: Literal["contracted", "grant", "other"] | None = Field(
        default=None,
        description="Aktör: contracted (upphandlad), grant (förening med bidrag), other (varken eller)",
    )
    clause: bool | None = Field(default=None, description="Om avtalet eller bidraget säger att programmet ska följas")
    possible: bool | None = Field(
        default=None, description="Om någon har bedömt att det är möjligt i det här uppdraget"
    )


QUESTION = Question("actor-programme", "Måste uppdraget säga att programmet ska följas?", ActorFacts)


@QUESTION.version(in_force=Period(date(2025, 1, 1), date(2029, 1, 1)), cites=(SECTION,))
def as_far_as_possible(facts: ActorFacts, basis: Basis) -> Decision:
    """Andra som arbetar på stadens uppdrag eller med bidrag följer programmet så långt det går."""
    if facts.actor == "other" or facts.possible is False:
        return basis.permits("not-here", "Programmet kräver det inte här.", SECTION)
    if facts.clause:
        return basis.permits("has-clause", "Uppdraget säger det redan. Följ upp det.", SECTION)
    missing = facts.unknown("actor", "clause", "possible")
    if missing:
        return basis.cannot_tell(missing, "Läs avtalet, och bedöm vad som är möjligt.", SECTION)
    return basis.requires("add-clause", "Skriv in att programmet ska följas, och hur det följs upp.", SECTION)
