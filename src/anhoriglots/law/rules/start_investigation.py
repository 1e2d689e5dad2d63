"""Must an investigation be opened at once? Sources: SoL 14 kap. 2 §; of a report about a child 20 kap. 1 and 2 §§."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

START, PROTECTION, PRELIMINARY = "sol-2025 14:2", "sol-2025 20:1", "sol-2025 20:2"


class LearntFacts(Facts):
    """What we have learnt, and whether we know whom it is about."""

    child_report: bool | None = Field(default=None, description="Om det är en anmälan om ett barn eller en ung person")
    could_lead_to_action: bool | None = Field(
        default=None, description="Om vi har fått veta något som skulle kunna leda till en åtgärd av nämnden"
    )
    person_known: bool | None = Field(default=None, description="Om vi vet vem det gäller")


QUESTION = Question("start-investigation", "Måste vi inleda en utredning nu?", LearntFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(START, PROTECTION, PRELIMINARY))
def at_once_when_it_could_lead_to_action(facts: LearntFacts, basis: Basis) -> Decision:
    """Får nämnden veta något som skulle kunna leda till en åtgärd ska en utredning inledas genast, också när det kom
    fram i en kontakt utan namn. Gäller en anmälan ett barn bedöms skyddet genast, och nämnden beslutar i tid om en
    utredning ska inledas."""
    if facts.child_report:
        sentence = "Bedöm genast om barnet behöver skydd. Besluta sedan i tid om en utredning ska inledas."
        return basis.requires("assess-child", sentence, PROTECTION, PRELIMINARY)
    missing = facts.unknown("child_report", "could_lead_to_action")
    if missing:
        sentence = "Bedöm om det du har fått veta skulle kunna leda till en åtgärd. Fråga en kollega."
        return basis.cannot_tell(missing, sentence, START, PROTECTION)
    if not facts.could_lead_to_action:
        return basis.permits("no-duty-now", "Ingen utredning måste inledas. Var fortsatt uppmärksam.", START)
    if facts.person_known is None:
        sentence = "Inled en utredning genast. Se efter om vi vet vem det gäller, och fråga annars."
        return basis.requires("start-and-find-out", sentence, START)
    if facts.person_known:
        return basis.requires("start-at-once", "Inled en utredning genast. Vänta inte på nästa kontakt.", START)
    sentence = "Inled en utredning genast. Fråga nu, och först nu, vem det gäller."
    return basis.requires("start-and-ask-who", sentence, START)
