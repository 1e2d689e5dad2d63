"""May the carer take part in the plan, and as what? Source: SoL 10 kap. 8-9 §§, Stockholm's programme, section 7."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

PART, RESPONSIBLE, PROGRAMME = "sol-2025 10:9", "sol-2025 10:8", "stockholm-programme 7"


class CarerInPlanFacts(Facts):
    """What the carer would do, and what the person the plan is for has said."""

    role: Literal["take_part", "coordinate", "start", "overall"] | None = Field(
        default=None,
        description="Den anhöriga ska: take_part (delta), coordinate (samordna mellan kommunen och regionen), "
        "start (behöva ta initiativet till planen), overall (ansvara för helheten)",
    )
    suitable: bool | None = Field(default=None, description="Om det är lämpligt, som någon har bedömt")
    person_says: Annotated[Literal["objects", "agrees"] | None, Consent(("objects", None, "agrees"))] = Field(
        default=None, description="Den som planen gäller: objects (vill inte), agrees (har inget emot det)"
    )


QUESTION = Question("carer-in-plan", "Får den anhöriga delta i planen, och hur?", CarerInPlanFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(PART, RESPONSIBLE, PROGRAMME))
def may_take_part_but_not_carry_it(facts: CarerInPlanFacts, basis: Basis) -> Decision:
    """En närstående får delta om det är lämpligt och personen inte har något emot det. Att samordna, ta initiativ och
    ansvara är personalens sak."""
    if facts.role in ("coordinate", "start"):
        sentence = "Lägg inte det på den anhöriga. Kommunen och regionen tar initiativ och samordnar."
        return basis.forbids("staff-coordinate", sentence, PROGRAMME, RESPONSIBLE)
    return _part(facts, basis)


@QUESTION.version(in_force=Period(date(2029, 1, 1)), cites=(PART, RESPONSIBLE))
def may_take_part_by_the_act_alone(facts: CarerInPlanFacts, basis: Basis) -> Decision:
    """En närstående får delta om det är lämpligt och personen inte har något emot det. Planen är kommunens och
    regionens, så den anhöriga ska inte samordna den eller ansvara för den."""
    if facts.role in ("coordinate", "start"):
        sentence = "Lägg inte det på den anhöriga. Planen är kommunens och regionens."
        return basis.forbids("staff-coordinate", sentence, RESPONSIBLE)
    return _part(facts, basis)


def _part(facts: CarerInPlanFacts, basis: Basis) -> Decision:
    if facts.role == "overall":
        sentence = "Kommunen eller regionen har det samlade ansvaret. Den anhöriga kan delta."
        return basis.forbids("not-a-principal", sentence, RESPONSIBLE)
    if facts.role and facts.person_says == "objects":
        sentence = "Bjud inte in den anhöriga. Personen vill inte. Ge den anhöriga eget stöd i stället."
        return basis.forbids("person-objects", sentence, PART)
    if facts.role and facts.suitable is False:
        sentence = "Bjud inte in den anhöriga. Det är inte lämpligt nu. Bedöm det igen om läget ändras."
        return basis.forbids("not-suitable", sentence, PART)
    missing = facts.unknown("role", "suitable", "person_says")
    if missing:
        sentence = "Säg vad den anhöriga ska göra, fråga personen, och bedöm om det är lämpligt."
        return basis.cannot_tell(missing, sentence, PART)
    sentence = "Låt den anhöriga vara med i arbetet med planen, om hon vill."
    return basis.requires("let-take-part", sentence, PART)
