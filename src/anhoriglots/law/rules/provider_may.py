"""May somebody outside the municipality do this? Source: SoL 4 kap. 3 §."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PROVIDERS = "sol-2025 4:3"


class ProviderFacts(Facts):
    """Who would do it, and what it is."""

    done_by: Literal["municipality", "private"] | None = Field(
        default=None, description="Den som skulle göra det: municipality (kommunen) eller private (en privat utförare)"
    )
    exercises_authority: bool | None = Field(
        default=None, description="Om det är myndighetsutövning, till exempel ett beslut om insatser"
    )
    agreement: bool | None = Field(default=None, description="Om kommunen har ett avtal med utföraren")


QUESTION = Question("provider-may", "Får utföraren göra det här?", ProviderFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(PROVIDERS,))
def all_but_the_exercise_of_authority(facts: ProviderFacts, basis: Basis) -> Decision:
    """Kommunen får avtala om att någon annan utför uppgifter i socialtjänsten. Myndighetsutövning får inte
    överlämnas."""
    if facts.done_by == "municipality":
        return basis.permits("own-work", "Kommunen gör det själv. Följ delegationsordningen för beslut.", PROVIDERS)
    if facts.done_by is None:
        return basis.cannot_tell(("done_by",), "Säg vem som skulle göra det.", PROVIDERS)
    if facts.exercises_authority:
        sentence = "Lämna det till en handläggare hos nämnden. En utförare får inte besluta om enskilda."
        return basis.forbids("authority-stays", sentence, PROVIDERS)
    if facts.agreement is False:
        return basis.forbids("no-agreement", "Kommunen behöver först ett avtal med utföraren.", PROVIDERS)
    missing = facts.unknown("exercises_authority", "agreement")
    if missing:
        sentence = "Se efter i avtalet, och bedöm om det är myndighetsutövning."
        return basis.cannot_tell(missing, sentence, PROVIDERS)
    return basis.permits("by-agreement", "Utföraren får göra det enligt avtalet.", PROVIDERS)
