"""Must an investigation be opened at once? Source: SoL 14 kap. 2 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

START = "sol-2025 14:2"


class LearntFacts(Facts):
    """What we have learnt, and whether we know whom it is about."""

    could_lead_to_action: bool | None = Field(
        default=None, description="Om vi har fått veta något som skulle kunna leda till en åtgärd av nämnden"
    )
    person_known: bool | None = Field(default=None, description="Om vi vet vem det gäller")


QUESTION = Question("start-investigation", "Måste vi inleda en utredning nu?", LearntFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(START,))
def at_once_when_it_could_lead_to_action(facts: LearntFacts, basis: Basis) -> Decision:
    """Får nämnden veta något som skulle kunna leda till en åtgärd ska en utredning inledas genast, också när det kom
    fram i en kontakt utan namn."""
    if facts.could_lead_to_action is None:
        sentence = "Bedöm om det du har fått veta skulle kunna leda till en åtgärd. Fråga en kollega."
        return basis.cannot_tell(("could_lead_to_action",), sentence, START)
    if not facts.could_lead_to_action:
        return basis.permits("no-duty-now", "Ingen utredning måste inledas. Var fortsatt uppmärksam.", START)
    if facts.person_known:
        return basis.requires("start-at-once", "Inled en utredning genast. Vänta inte på nästa kontakt.", START)
    sentence = "Inled en utredning genast. Fråga nu, och först nu, vem det gäller."
    return basis.requires("start-and-ask-who", sentence, START)
