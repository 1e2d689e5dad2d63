"""What may be asked and kept of an extract from the criminal records? Source: lag (2026:43) 1-5 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Day, Facts, Question

ACT = "home-work-register-act 1-5"
AGE = "extract-age"


class ExtractFacts(Facts):
    """What the work is, what is done with the extract, and how old it is."""

    ahead = frozenset({"issued"})  # what is written on a paper may be wrong, and the answer says so

    act: Literal["ask", "note_shown", "note_content", "keep_copy"] | None = Field(
        default=None,
        description="Vad som ska göras: ask (be om utdraget), note_shown (anteckna att det har visats), note_content "
        "(anteckna vad det säger), keep_copy (spara en kopia)",
    )
    work_in_home: bool | None = Field(
        default=None,
        description="Om arbetet görs i hemmet åt äldre personer eller vuxna personer med funktionsnedsättning",
    )
    issued: Day | None = Field(default=None, description="Dagen då utdraget utfärdades")


QUESTION = Question("extract-from-register", "Får vi be om ett registerutdrag, och vad får vi spara?", ExtractFacts)


@QUESTION.version(in_force=Period(date(2026, 3, 1)), cites=(ACT,), parameters=(AGE,))
def shown_and_not_kept(facts: ExtractFacts, basis: Basis) -> Decision:
    """Den som erbjuds arbete i hemmet åt äldre eller vuxna med funktionsnedsättning får bli ombedd att visa utdrag ur
    registren. De får vara högst sex månader gamla. Bara att de har visats får antecknas."""
    if facts.act in ("keep_copy", "note_content"):
        sentence = "Spara ingen kopia och skriv inte vad utdraget säger. Anteckna bara att det har visats, och när."
        return basis.forbids("only-that-it-was-shown", sentence, ACT)
    if facts.work_in_home is False:
        sentence = "Den här lagen gäller arbete i hemmet. Se efter om en annan lag låter er be om utdrag."
        return basis.forbids("other-work", sentence, ACT)
    missing = facts.unknown("act", "work_in_home")
    if missing:
        return basis.cannot_tell(missing, "Säg vad arbetet är och vad du vill göra.", ACT)
    if facts.act == "ask":
        return basis.permits("may-be-asked", "Be personen visa utdraget innan anställningen.", ACT)
    return _shown(facts.issued, basis)


def _shown(issued: date | None, basis: Basis) -> Decision:
    if issued is None:
        return basis.cannot_tell(("issued",), "Läs på utdraget vilken dag det utfärdades.", ACT)
    months = basis.number(AGE)
    last_day = add_months(issued, months)
    results = (Result("last_day", "Sista dag som utdraget får användas", last_day),)
    if issued <= basis.on <= last_day:
        sentence = "Anteckna att utdraget har visats, och när."
        return basis.permits("note-that-it-was-shown", sentence, ACT, results=results)
    sentence = f"Be om ett nytt utdrag. Det ska vara utfärdat senast i dag och vara högst {months} månader gammalt."
    return basis.forbids("too-old-or-not-yet", sentence, ACT, results=results)
