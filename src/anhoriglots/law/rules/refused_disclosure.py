"""What follows when a document is not handed out? Source: OSL 6 kap. 3, 4, 7 and 8 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

REVIEW, ASKED, APPEAL, COURT = "osl 6:3", "osl 6:4", "osl 6:7", "osl 6:8"
COURTS = "court-of-refused-disclosure"


class RefusalFacts(Facts):
    """What was asked for, and how it was answered."""

    answer: Literal["handed_out", "with_reservation", "in_part", "refused"] | None = Field(
        default=None,
        description="Vad svaret blev: handed_out (allt lämnades ut), with_reservation (med förbehåll), in_part (bara "
        "en del), refused (inget)",
    )
    decision_wanted: bool | None = Field(
        default=None, description="Om personen vill ha myndighetens prövning och ett skriftligt beslut"
    )


QUESTION = Question("refused-disclosure", "Vad gör vi när någon inte får ut en handling?", RefusalFacts)


@QUESTION.version(in_force=Period(date(2019, 1, 1)), cites=(REVIEW, ASKED, APPEAL, COURT), parameters=(COURTS,))
def a_decision_that_can_be_appealed(facts: RefusalFacts, basis: Basis) -> Decision:
    """Den som inte får ut en handling, eller bara med förbehåll, ska få veta att myndigheten kan pröva saken och ge ett
    skriftligt beslut. Beslutet får överklagas."""
    if facts.answer is None:
        return basis.cannot_tell(("answer",), "Säg vad svaret blev.", ASKED, REVIEW)
    if facts.answer == "handed_out":
        return basis.permits("handed-out", "Handlingen är utlämnad. Det finns inget att besluta.", ASKED)
    court = next(iter(basis.codes(COURTS).values()))
    if facts.decision_wanted:
        sentence = "Ge ett skriftligt beslut. Skriv skälen, paragrafen och hur det överklagas."
        results = (Result("court", "Domstol", court),)
        return basis.requires("decide-in-writing", sentence, REVIEW, APPEAL, COURT, results=results)
    sentence = "Berätta att personen kan begära myndighetens prövning, och att ett skriftligt beslut går att överklaga."
    return basis.requires("tell-of-the-decision", sentence, REVIEW, APPEAL)
