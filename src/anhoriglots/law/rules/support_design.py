"""Is support shaped as the act says? Source: SoL 10 kap. 3-5 §§."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

TOGETHER, CHOICE, INDEPENDENT = "sol-2025 10:3", "sol-2025 10:4", "sol-2025 10:5"


class DesignFacts(Facts):
    """How the support came to be, and whether when and how can be chosen."""

    designed_together: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om stödet har utformats tillsammans med personen"
    )
    in_home: bool | None = Field(default=None, description="Om stödet ges hemma hos personen")
    choice_offered: bool | None = Field(default=None, description="Om personen kan välja när och hur")
    choice_possible: bool | None = Field(
        default=None, description="Om en person har bedömt att det går att låta personen välja"
    )


QUESTION = Question("support-design", "Är stödet utformat som lagen säger?", DesignFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(TOGETHER, CHOICE, INDEPENDENT))
def together_and_with_a_choice_at_home(facts: DesignFacts, basis: Basis) -> Decision:
    """Stöd utformas tillsammans med den som får det och stärker ett självständigt liv. Ges det hemma ska personen så
    långt det går kunna välja när och hur."""
    if facts.designed_together is False:
        sentence = "Utforma stödet tillsammans med personen. Utgå från hens egna ord."
        return basis.forbids("design-together", sentence, TOGETHER, INDEPENDENT)
    if facts.in_home and facts.choice_offered is False and facts.choice_possible:
        return basis.forbids("offer-choice", "Låt personen välja när och hur stödet ges.", CHOICE)
    settled = facts.in_home is False or facts.choice_offered is True or facts.choice_possible is False
    if facts.designed_together and settled:
        sentence = "Stödet är utformat som lagen säger. Följ upp om det hjälper."
        return basis.permits("designed-together", sentence, TOGETHER, INDEPENDENT, CHOICE)
    choice = () if settled else ("in_home", "choice_offered", "choice_possible")
    sentence = "Ta reda på om stödet har utformats tillsammans, och om personen kan välja när och hur."
    return basis.cannot_tell(facts.unknown("designed_together", *choice), sentence, TOGETHER, CHOICE)
