"""May a guardian read about a child? Source: OSL 12 kap. 3 §, FB 6 kap. 11 §, SoL 3 kap. 1 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.age import known_age
from anhoriglots.law.question import Basis, Day, Facts, Question

CHILD, GUARDIAN, ADULT = "osl 12:3", "parental-code 6:11", "sol-2025 3:1"
MAJORITY = "age-of-majority"


class GuardianFacts(Facts):
    """The child, the reader, and what somebody has judged."""

    born: Day | None = Field(default=None, description="Barnets födelsedag")
    reader_is_guardian: bool | None = Field(default=None, description="Om den som vill läsa är vårdnadshavare")
    considerable_harm: bool | None = Field(
        default=None, description="Om barnet kan antas lida betydande men, enligt den som har prövat det"
    )
    guardian_decides: bool | None = Field(
        default=None,
        description="Om det är vårdnadshavaren som bestämmer i frågan, med hänsyn till barnets ålder och mognad, "
        "enligt den som har prövat det",
    )


QUESTION = Question("guardian-insight", "Får vårdnadshavaren läsa om barnet?", GuardianFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(CHILD, GUARDIAN, ADULT), parameters=(MAJORITY,))
def as_far_as_the_guardian_decides(facts: GuardianFacts, basis: Basis) -> Decision:
    """Sekretess till skydd för ett barn gäller också mot vårdnadshavaren, utom i det som vårdnadshavaren bestämmer. Kan
    barnet antas lida betydande men gäller den ändå."""
    if facts.reader_is_guardian is False:
        sentence = "Bara vårdnadshavaren kan få insyn så här. Pröva annars om uppgiften får lämnas ut."
        return basis.forbids("not-a-guardian", sentence, CHILD)
    if facts.born and known_age(facts.born, basis.on) >= basis.number(MAJORITY):
        sentence = "Personen är vuxen och bestämmer själv. Be om personens samtycke."
        return basis.forbids("adult", sentence, ADULT, CHILD)
    if facts.considerable_harm:
        return basis.forbids("considerable-harm", "Visa det inte. Barnet kan skadas om det kommer fram.", CHILD)
    if facts.guardian_decides is False:
        sentence = "Fråga barnet. I den här frågan bestämmer barnet självt."
        return basis.forbids("child-decides", sentence, CHILD, GUARDIAN)
    missing = facts.unknown(*type(facts).model_fields)
    if missing:
        sentence = "Visa inget än. Pröva först om barnet kan skadas och vem som bestämmer i frågan."
        return basis.cannot_tell(missing, sentence, CHILD, GUARDIAN)
    return basis.permits("guardian-decides", "Vårdnadshavaren får läsa det som frågan gäller.", CHILD, GUARDIAN)
