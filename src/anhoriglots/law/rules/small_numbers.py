"""May a figure be shown without pointing out a person? Source: secrecy; the limit itself is good practice, not law."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECRECY, THRESHOLD = "osl 26:1", "small-number-threshold"


class FigureFacts(Facts):
    """The figure, and what stands beside it."""

    count: Annotated[int, Field(ge=0)] | None = Field(default=None, description="Antalet personer som siffran gäller")
    reveals_hidden: bool | None = Field(
        default=None,
        description="Om siffran gör att en dold siffra går att räkna ut, till exempel när bara en ruta i raden är "
        "dold och summan syns",
    )


QUESTION = Question("small-numbers", "Får siffran visas?", FigureFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECRECY,), parameters=(THRESHOLD,))
def not_below_the_limit_nor_by_subtraction(facts: FigureFacts, basis: Basis) -> Decision:
    """En siffra om så få personer att någon kan kännas igen visas inte, och inte heller en siffra som gör att den går
    att räkna ut. Noll får visas."""
    if facts.count is not None and 0 < facts.count < basis.number(THRESHOLD):
        return basis.forbids("too-few", "Slå ihop grupper eller visa en längre tid.", SECRECY)
    if facts.reveals_hidden:
        sentence = "Dölj en ruta till, eller summan. Annars går den dolda siffran att räkna ut."
        return basis.forbids("complementary", sentence, SECRECY)
    missing = facts.unknown("count", "reveals_hidden")
    if missing:
        sentence = "Räkna personerna, och se efter om en dold siffra går att räkna ut."
        return basis.cannot_tell(missing, sentence, SECRECY)
    return basis.permits("enough", "Siffran får visas.", SECRECY)
