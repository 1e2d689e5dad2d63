"""May we ask about violence now? Source: SoL 13 kap. 1 §, and Nyköping's guideline.

The act demands that the board is attentive. That the question is put to one person alone is how this program keeps it;
no section says so in words.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

ATTENTION, GUIDELINE = "sol-2025 13:1", "nykoping-guideline inriktning"


class AskingFacts(Facts):
    """Who hears the question, and who can see the answer."""

    alone: bool | None = Field(
        default=None,
        description="Om personen är ensam med dig, utan familjen, också utan barn och utan en anhörig som tolkar",
    )
    seen_by_other: bool | None = Field(
        default=None, description="Om den andra kan se frågan eller svaret, till exempel i ett brev eller på en skärm"
    )


QUESTION = Question("violence-question", "Får vi fråga om våld nu?", AskingFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(ATTENTION, GUIDELINE))
def alone_and_unseen(facts: AskingFacts, basis: Basis) -> Decision:
    """Nämnden ska vara uppmärksam på våld mellan närstående. Fråga en person i taget, och låt ingen annan se svaret."""
    if facts.alone is False:
        sentence = "Vänta. Fråga när personen är ensam med dig, så att svaret blir fritt."
        return basis.forbids("other-is-present", sentence, ATTENTION)
    if facts.seen_by_other:
        sentence = "Vänta. Fråga på ett sätt som den andra inte kan se."
        return basis.forbids("seen-by-other", sentence, ATTENTION)
    missing = facts.unknown("alone", "seen_by_other")
    if missing:
        sentence = "Ta reda på om personen är ensam och om någon annan kan se svaret."
        return basis.cannot_tell(missing, sentence, ATTENTION)
    sentence = "Fråga. Skriv svaret så att bara behöriga ser det, och berätta vilken hjälp som finns."
    return basis.permits("ask", sentence, ATTENTION, GUIDELINE)
