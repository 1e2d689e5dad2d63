"""What can a consent be used for? Source: OSL 12 kap. 2 §, the GDPR article 6."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECRECY, GROUNDS = "osl 12:2", "gdpr 6"


class ConsentFacts(Facts):
    """What the consent is meant for."""

    used_for: Literal["lift_secrecy", "processing", "both_at_once"] | None = Field(
        default=None,
        description="Vad samtycket ska användas till: lift_secrecy (att få lämna en uppgift), processing (grund för "
        "att behandla personuppgifter), both_at_once (båda med ett kryss)",
    )
    task_in_law: bool | None = Field(
        default=None, description="Om behandlingen behövs för en uppgift som kommunen har enligt lag"
    )
    freely_given: bool | None = Field(
        default=None, description="Om personen kan säga nej utan att förlora något, enligt den som har prövat det"
    )


QUESTION = Question("consent-kind", "Vad kan samtycket användas till?", ConsentFacts)


@QUESTION.version(in_force=Period(date(2019, 1, 1)), cites=(SECRECY, GROUNDS))
def lifting_secrecy_is_another_thing(facts: ConsentFacts, basis: Basis) -> Decision:
    """Ett samtycke kan häva sekretessen. Grunden för att behandla personuppgifter är oftast en annan: kommunens uppgift
    enligt lag. De två hålls isär."""
    if facts.used_for is None:
        return basis.cannot_tell(("used_for",), "Säg vad samtycket ska användas till.", SECRECY, GROUNDS)
    if facts.used_for == "lift_secrecy":
        sentence = "Be om samtycket. Skriv vad som får lämnas, till vem och hur länge."
        return basis.permits("lifts-secrecy", sentence, SECRECY)
    if facts.used_for == "both_at_once":
        sentence = "Fråga om en sak i taget. Samtycke att lämna en uppgift är inte grund för att behandla den."
        return basis.forbids("two-things-in-one", sentence, SECRECY, GROUNDS)
    return _ground(facts, basis)


def _ground(facts: ConsentFacts, basis: Basis) -> Decision:
    if facts.task_in_law:
        sentence = "Be inte om samtycke till det. Grunden är kommunens uppgift enligt lag."
        return basis.forbids("the-task-is-the-ground", sentence, GROUNDS)
    if facts.freely_given is False:
        sentence = "Samtycket är inte fritt. Sök en annan grund, eller avstå från behandlingen."
        return basis.forbids("not-free", sentence, GROUNDS)
    missing = facts.unknown("task_in_law", "freely_given")
    if missing:
        return basis.cannot_tell(missing, "Pröva om uppgiften står i lag, och om personen fritt kan säga nej.", GROUNDS)
    sentence = "Samtycket kan vara grund. Personen ska lika lätt kunna ta tillbaka det."
    return basis.permits("free-consent", sentence, GROUNDS)
