"""Must what was said be written down? Source: FL 27 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

NOTE = "fl 27"


class OralFacts(Facts):
    """How something became known in a matter, and what it can mean."""

    in_writing: bool | None = Field(default=None, description="Om uppgiften kom i en handling, till exempel ett brev")
    may_matter: bool | None = Field(
        default=None, description="Om uppgiften kan ha betydelse för ett beslut, enligt den som handlägger"
    )


QUESTION = Question("oral-note", "Måste det som har sagts antecknas?", OralFacts)


@QUESTION.version(in_force=Period(date(2018, 7, 1)), cites=(NOTE,))
def what_may_matter_is_noted_soon(facts: OralFacts, basis: Basis) -> Decision:
    """Det som kommer fram på annat sätt än i en handling och kan betyda något för ett beslut ska antecknas snarast, med
    när det gjordes och av vem."""
    if facts.in_writing:
        return basis.permits("in-writing-already", "Spara handlingen i ärendet. Den räcker som anteckning.", NOTE)
    if facts.may_matter is False:
        return basis.permits("does-not-matter", "Det behöver inte antecknas för ett beslut.", NOTE)
    missing = facts.unknown("in_writing", "may_matter")
    if missing:
        sentence = "Säg hur uppgiften kom in och om den kan ha betydelse för ett beslut. Anteckna om du är osäker."
        return basis.cannot_tell(missing, sentence, NOTE)
    sentence = "Anteckna det så snart du kan. Skriv när anteckningen gjordes och vem som gjorde den."
    return basis.requires("note-soon", sentence, NOTE)
