"""May another board be told that a person is current? Source: SoL 15 kap. 8 §, OSL 10 kap. 28 § and 26 kap. 3 §."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

DUTY, BREAKS, COUNSELLING, SECRECY = "sol-2025 15:8", "osl 10:28", "osl 26:3", "osl 26:1"


class CurrentFacts(Facts):
    """Who asks, for what, and how the person is known."""

    asked_by: Literal["board_here", "someone_else"] | None = Field(
        default=None,
        description="Vem som frågar: board_here (en nämnd för socialtjänst i samma kommun), someone_else (någon annan)",
    )
    asks_for: Literal["is_current", "more"] | None = Field(
        default=None,
        description="Vad de frågar efter: is_current (om personen är aktuell i ett ärende), more (något mer)",
    )
    known_from: Literal["matter", "without_assessment", "without_name", "family_counselling"] | None = Field(
        default=None,
        description="Hur personen är känd hos oss: matter (ett ärende), without_assessment (stöd utan behovsprövning), "
        "without_name (en kontakt utan namn), family_counselling (familjerådgivning)",
    )
    counts_as_matter: bool | None = Field(
        default=None, description="Vid stöd utan behovsprövning: om det räknas som ett ärende, enligt nämndens jurist"
    )


QUESTION = Question("current-matter", "Får vi svara att personen är aktuell hos oss?", CurrentFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(DUTY, BREAKS, COUNSELLING, SECRECY))
def only_that_the_person_is_current(facts: CurrentFacts, basis: Basis) -> Decision:
    """Nämnder i samma kommun svarar varandra på begäran om en person är aktuell i ett ärende inom socialtjänsten. Mer
    än så sägs inte, och inget som rör familjerådgivning."""
    if facts.known_from == "family_counselling":
        return basis.forbids("family-counselling", "Svara inte. Familjerådgivningen är undantagen.", DUTY, COUNSELLING)
    if facts.asked_by == "someone_else" or facts.asks_for == "more":
        sentence = "Svara inte på det här sättet. Pröva i stället om uppgiften får lämnas ut på en annan grund."
        return basis.forbids("outside-the-duty", sentence, DUTY, SECRECY)
    if facts.known_from == "without_name":
        sentence = "En kontakt utan namn är inget ärende. Svara att ni inte har något att lämna."
        return basis.forbids("without-name", sentence, DUTY, SECRECY)
    missing = facts.unknown("asked_by", "asks_for", "known_from")
    if missing:
        return basis.cannot_tell(missing, "Säg vem som frågar, efter vad, och hur personen är känd.", DUTY)
    return _in_a_matter(facts, basis)


def _in_a_matter(facts: CurrentFacts, basis: Basis) -> Decision:
    is_matter = True if facts.known_from == "matter" else facts.counts_as_matter
    if is_matter is None:
        sentence = "Lagen säger inte om stöd utan behovsprövning är ett ärende. Låt nämndens jurist pröva det."
        return basis.cannot_tell(("counts_as_matter",), sentence, DUTY)
    if is_matter:
        sentence = "Svara att personen är aktuell. Säg inget om vad det gäller, och skriv upp att ni har svarat."
        return basis.requires("answer-that-current", sentence, DUTY, BREAKS)
    sentence = "Det räknas inte som ett ärende. Svara att ni inte har något att lämna."
    return basis.forbids("not-a-matter", sentence, DUTY, SECRECY)
