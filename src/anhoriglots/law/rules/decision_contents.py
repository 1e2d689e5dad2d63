"""May a decision go out? Source: SoL 14 kap. 3 and 10 §§, förvaltningslagen 23-25, 27 and 31-33 §§."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

ALL_MATTERS, DOCUMENT, NOTES = "sol-2025 14:10", "sol-2025 14:3", "fl 27"
HEARD, SPOKEN, WRITTEN, REASONS, APPEAL = "fl 25", "fl 24", "fl 31", "fl 32", "fl 33"
CITES = (ALL_MATTERS, DOCUMENT, "fl 23", SPOKEN, HEARD, NOTES, WRITTEN, REASONS, APPEAL)
STEPS, NOTED, NOTICE, WAIVABLE = "decision-steps", "decision-notes", "decision-appeal-step", "decision-steps-waivable"
Step = Literal["investigation", "oral", "communication", "document", "reasons", "statements", "appeal_notice"]
Waived = Literal["oral", "communication", "reasons"]


class ContentsFacts(Facts):
    """What has been done in the matter, and what somebody has judged to be plainly needless."""

    done: Annotated[tuple[Step, ...], Field(strict=False)] | None = Field(
        default=None,
        description="Gjort: investigation, oral, communication, document, reasons, statements, appeal_notice",
    )
    needless: Annotated[tuple[Waived, ...], Field(strict=False)] | None = Field(
        default=None, description="Det som någon har bedömt är uppenbart onödigt: oral, communication, reasons"
    )
    may_be_appealed: bool | None = Field(
        default=None, description="Om personen får överklaga, för att beslutet går henne emot"
    )


QUESTION = Question("decision-contents", "Får beslutet gå ut, eller är något kvar att göra?", ContentsFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=CITES, parameters=(STEPS, NOTED, NOTICE, WAIVABLE))
def when_every_step_is_taken(facts: ContentsFacts, basis: Basis) -> Decision:
    """I varje ärende som rör en enskild ska ärendet utredas, personen få svara på underlaget, beslutet vara skriftligt
    och motiverat, och personen få veta hur hon överklagar. Vad någon har sagt skrivs ned med namn och tid."""
    if facts.done is None:
        sentence = "Gå igenom vad som är gjort i ärendet, ett steg i taget."
        return basis.cannot_tell(("done",), sentence, ALL_MATTERS)
    needed = {**basis.codes(STEPS), **basis.codes(NOTED)}
    left = [step for step in needed if step not in facts.done and step not in (facts.needless or ())]
    certain = [step for step in left if facts.needless is not None or step not in basis.codes(WAIVABLE)]
    if facts.may_be_appealed and "appeal_notice" not in facts.done:
        certain.append("appeal_notice")
    if certain:
        words = {**needed, **basis.codes(NOTICE)}
        sentence = f"Vänta med beslutet tills det här är klart: {', '.join(words[step] for step in certain)}."
        return basis.forbids("steps-left", sentence, ALL_MATTERS, HEARD, WRITTEN, REASONS, APPEAL)
    return _complete_or_unsure(facts, bool(left), basis)


def _complete_or_unsure(facts: ContentsFacts, left: bool, basis: Basis) -> Decision:
    notice = ("may_be_appealed",) if "appeal_notice" not in (facts.done or ()) else ()
    missing = facts.unknown(*(("needless",) if left else ()), *notice)
    if missing:
        sentence = "Bedöm om resten är uppenbart onödigt, och om personen får överklaga."
        return basis.cannot_tell(missing, sentence, ALL_MATTERS, HEARD, REASONS, APPEAL)
    sentence = "Allt är gjort. Underrätta personen om hela beslutet så snart som möjligt."
    return basis.permits("complete", sentence, ALL_MATTERS, DOCUMENT, APPEAL)
