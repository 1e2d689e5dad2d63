"""May support for changed behaviour be given like this? Source: SoL 13 kap. 8 §.

What safety demands in one case is judged by a person. That the two never share times or messages here is how this
program keeps it.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECTION, SUPPORT = "sol-2025 13:8", "sol-2025 13:1"


class ProgrammeFacts(Facts):
    """What somebody has looked at before the support is given."""

    safety_judged: bool | None = Field(
        default=None, description="Om någon har bedömt säkerheten för den utsatta och hennes eller hans närstående"
    )
    safe: bool | None = Field(default=None, description="Om bedömningen är att stödet kan ges utan att öka faran")
    shared: bool | None = Field(
        default=None, description="Om den utsatta och den som har använt våld ser samma tider eller meddelanden"
    )


QUESTION = Question("violence-programme", "Får stöd till den som använder våld ges så här?", ProgrammeFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, SUPPORT))
def with_safety_first(facts: ProgrammeFacts, basis: Basis) -> Decision:
    """Nämnden erbjuder stöd för ändrat beteende, och ser särskilt till säkerheten för den utsatta och närstående."""
    if facts.shared:
        sentence = "Ge dem inga gemensamma tider eller meddelanden. Håll de två ärendena isär."
        return basis.forbids("shared-with-the-exposed", sentence, SECTION)
    if facts.safety_judged is False or facts.safe is False:
        sentence = "Vänta. Bedöm säkerheten för den utsatta och närstående först, och ordna det skydd som behövs."
        return basis.forbids("safety-first", sentence, SECTION, SUPPORT)
    missing = facts.unknown("safety_judged", "safe", "shared")
    if missing:
        sentence = "Ta reda på om säkerheten är bedömd, vad bedömningen säger och vad de två kan se av varandra."
        return basis.cannot_tell(missing, sentence, SECTION)
    return basis.permits("safety-kept", "Stödet får ges. Bedöm säkerheten igen när något ändras.", SECTION)
