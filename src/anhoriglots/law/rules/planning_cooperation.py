"""Must the planning of support be done with others?

Source: SoL 7 kap. 1 §; who answers for it: Nyköping's guideline.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECTION, OUTREACH, NAMED = "sol-2025 7:1", "sol-2025 6:3", "nykoping-guideline 8"


class PlanningFacts(Facts):
    """Who else could be part of it, and who answers for it."""

    judged_unnecessary: bool | None = Field(
        default=None, description="Om någon har bedömt att samverkan är obehövlig i den här planeringen"
    )
    responsible_named: bool | None = Field(
        default=None, description="Om det står vem som ansvarar för samverkan med varje part"
    )


QUESTION = Question("planning-cooperation", "Måste stödet planeras tillsammans med andra?", PlanningFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, OUTREACH, NAMED))
def with_the_region_unless_unnecessary(facts: PlanningFacts, basis: Basis) -> Decision:
    """Kommunen planerar sina insatser tillsammans med regionen och andra, om det inte är obehövligt. Det står vem som
    ansvarar för samverkan."""
    if facts.judged_unnecessary:
        return basis.permits("unnecessary", "Ni får planera själva. Skriv varför samverkan inte behövs.", SECTION)
    missing = facts.unknown("judged_unnecessary", "responsible_named")
    if missing:
        sentence = "Bedöm om samverkan behövs, och se efter vem som ansvarar för den."
        return basis.cannot_tell(missing, sentence, SECTION, NAMED)
    if facts.responsible_named:
        return basis.requires("cooperate", "Planera med regionen och de andra parterna.", SECTION, OUTREACH)
    return basis.requires(
        "name-responsible", "Skriv vem som ansvarar för varje part, och planera ihop.", SECTION, NAMED
    )
