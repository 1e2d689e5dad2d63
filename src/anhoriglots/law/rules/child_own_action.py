"""May a child speak for itself in its matter? Source: SoL 3 kap. 4 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.age import known_age
from anhoriglots.law.calendar import add_years
from anhoriglots.law.question import Basis, Day, Facts, Question

SECTION, OPINION, CHILD = "sol-2025 3:4", "sol-2025 3:2", "sol-2025 3:1"
AGES = ("age-own-action", "age-of-majority")


class OwnActionFacts(Facts):
    """Who it is."""

    born: Day | None = Field(default=None, description="Personens födelsedag")


QUESTION = Question("child-own-action", "Får barnet föra sin egen talan?", OwnActionFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, OPINION, CHILD), parameters=AGES)
def from_fifteen(facts: OwnActionFacts, basis: Basis) -> Decision:
    """Den som har fyllt 15 år för sin egen talan. Också ett yngre barn ska få säga vad det tycker."""
    if facts.born is None:
        return basis.cannot_tell(("born",), "Ta reda på barnets födelsedag.", SECTION)
    age = known_age(facts.born, basis.on)
    if age >= basis.number("age-of-majority"):
        return basis.permits("adult", "Personen är vuxen och för sin egen talan.", CHILD)
    if age >= basis.number("age-own-action"):
        sentence = "Barnet för sin egen talan. Skriv och ring till barnet själv, inte bara till vårdnadshavaren."
        return basis.permits("old-enough", sentence, SECTION)
    birthday = add_years(facts.born, basis.number("age-own-action"))
    own = (Result("own_action_from", "Egen talan från", birthday),)
    sentence = "Vårdnadshavaren för barnets talan. Låt ändå barnet säga vad det tycker."
    return basis.forbids("too-young", sentence, SECTION, OPINION, results=own)
