"""May a support be offered digitally? Source: Stockholm's programme, sections 5 and 8.

The programme says that digital support complements what there is, and that those who are left out by it are thought
of. That a digital support is shown only when it can be had in another way too is how this program keeps it.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

EXCLUSION, COMPLEMENT = "stockholm-programme 5-digitalt", "stockholm-programme 8.4"


class DigitalFacts(Facts):
    """How the support can be had."""

    digital: bool | None = Field(default=None, description="Om stödet ges digitalt")
    other_way: bool | None = Field(
        default=None, description="Om motsvarande stöd också kan fås på annat sätt än digitalt"
    )


QUESTION = Question("digital-twin", "Får ett digitalt stöd visas för alla?", DigitalFacts)


@QUESTION.version(in_force=Period(date(2025, 1, 1), date(2029, 1, 1)), cites=(COMPLEMENT, EXCLUSION))
def as_a_complement_only(facts: DigitalFacts, basis: Basis) -> Decision:
    """Digitalt stöd är ett komplement till det stöd som finns. Den som inte är digital får motsvarande stöd på annat
    sätt."""
    if facts.digital is False or facts.other_way:
        return basis.permits("reaches-everybody", "Visa stödet. Skriv också hur man får det på annat sätt.", COMPLEMENT)
    missing = facts.unknown("digital", "other_way")
    if missing:
        return basis.cannot_tell(missing, "Säg hur stödet ges, och om det kan fås på annat sätt.", COMPLEMENT)
    sentence = "Ge först motsvarande stöd också på ett sätt som inte är digitalt. Då får det visas."
    return basis.forbids("digital-only", sentence, EXCLUSION, COMPLEMENT)
