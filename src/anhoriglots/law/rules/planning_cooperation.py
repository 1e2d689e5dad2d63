"""Must the planning of support, or the outreach, be done with others?

Sources: SoL 7 kap. 1 §, by which the municipality plans with others unless it is unnecessary; 6 kap. 3 §, by which the
board reaches out with others when it is suitable; who answers for it: Nyköping's guideline.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECTION, OUTREACH, NAMED = "sol-2025 7:1", "sol-2025 6:3", "nykoping-guideline 8"


class PlanningFacts(Facts):
    """What is done, whether others could be part of it, and who answers for it."""

    activity: Literal["planning", "outreach"] | None = Field(
        default=None,
        description="Vad det gäller: planning (att planera insatser), outreach (att söka upp människor och berätta)",
    )
    judged_unnecessary: bool | None = Field(
        default=None, description="Om någon har bedömt att samverkan är obehövlig i den här planeringen"
    )
    judged_suitable: bool | None = Field(
        default=None, description="Om någon har bedömt att samverkan är lämplig när människor söks upp"
    )
    responsible_named: bool | None = Field(
        default=None, description="Om det står vem som ansvarar för samverkan med varje part"
    )


QUESTION = Question("planning-cooperation", "Måste stödet planeras tillsammans med andra?", PlanningFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, OUTREACH, NAMED))
def with_the_region_unless_unnecessary(facts: PlanningFacts, basis: Basis) -> Decision:
    """Kommunen planerar sina insatser tillsammans med regionen och andra, om det inte är obehövligt, och söker upp
    människor tillsammans med andra när det är lämpligt. Det står vem som ansvarar för samverkan."""
    if facts.activity is None:
        return basis.cannot_tell(("activity",), "Säg om det gäller planering eller uppsökande.", SECTION, OUTREACH)
    if facts.activity == "outreach":
        return _outreach(facts, basis)
    if facts.judged_unnecessary:
        return basis.permits("unnecessary", "Ni får planera själva. Skriv varför samverkan inte behövs.", SECTION)
    missing = facts.unknown("judged_unnecessary", "responsible_named")
    if missing:
        sentence = "Bedöm om samverkan behövs, och se efter vem som ansvarar för den."
        return basis.cannot_tell(missing, sentence, SECTION, NAMED)
    if facts.responsible_named:
        return basis.requires("cooperate", "Planera med regionen och de andra parterna.", SECTION)
    return _name(SECTION, basis)


def _outreach(facts: PlanningFacts, basis: Basis) -> Decision:
    if facts.judged_suitable is False:
        return basis.permits("not-suitable", "Ni får söka upp människor själva den här gången.", OUTREACH)
    missing = facts.unknown("judged_suitable", "responsible_named")
    if missing:
        sentence = "Bedöm om samverkan är lämplig, och se efter vem som ansvarar för den."
        return basis.cannot_tell(missing, sentence, OUTREACH, NAMED)
    if facts.responsible_named:
        sentence = "Samverka med andra myndigheter och föreningar när ni söker upp människor."
        return basis.requires("reach-out-together", sentence, OUTREACH)
    return _name(OUTREACH, basis)


def _name(section: str, basis: Basis) -> Decision:
    sentence = "Skriv vem som ansvarar för varje part, och gör det tillsammans."
    return basis.requires("name-responsible", sentence, section, NAMED)
