"""May a follow-up be closed? Source: Stockholms stads program för stöd till anhöriga 2025-2028, avsnitt 5."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PROGRAMME = "stockholm-programme 5-indirekt"
ASKED = "follow-up-questions"
Answer = Literal["enough_support", "still_wanted", "can_go_on", "own_need"]


class FollowUpFacts(Facts):
    """What has been answered."""

    carer_helps: bool | None = Field(default=None, description="Om en anhörig ger vård eller stöd")
    answered: Annotated[tuple[Answer, ...], Field(strict=False)] | None = Field(
        default=None, description="Frågor med svar: enough_support, still_wanted, can_go_on, own_need"
    )


QUESTION = Question("follow-up-questions", "Får uppföljningen avslutas?", FollowUpFacts)


@QUESTION.version(in_force=Period(date(2025, 1, 1), date(2029, 1, 1)), cites=(PROGRAMME,), parameters=(ASKED,))
def four_answers_when_a_carer_helps(facts: FollowUpFacts, basis: Basis) -> Decision:
    """Där en anhörig hjälper följer ni upp om insatserna räcker, om den närstående vill ha den hjälpen, om den anhöriga
    kan fortsätta och om hon själv behöver stöd."""
    if facts.carer_helps is False:
        return basis.permits("no-carer-helps", "Ingen anhörig hjälper. De fyra frågorna behövs inte.", PROGRAMME)
    missing = facts.unknown("carer_helps", "answered")
    if missing or facts.answered is None:
        return basis.cannot_tell(missing, "Se efter om en anhörig hjälper, och vilka frågor som har svar.", PROGRAMME)
    left = [words for code, words in basis.codes(ASKED).items() if code not in facts.answered]
    if left:
        sentence = f"Fråga först {', '.join(left)}. Sedan kan uppföljningen avslutas."
        return basis.forbids("questions-left", sentence, PROGRAMME)
    return basis.permits("all-answered", "Alla fyra frågor har svar. Uppföljningen får avslutas.", PROGRAMME)
