"""May the one who handles a matter see what the carer answered in a survey?

Sources: Stockholm's programme, SoL 5 kap. 2 §.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

FOLLOW_UP, SECRECY, PURPOSE, CONSENT = "sol-2025 5:2", "osl 26:1", "personal-data-ordinance 12", "osl 12:2"
PROGRAMME = "stockholm-programme 8.5"


class SurveyFacts(Facts):
    """Who would see what, and what the carer has said."""

    identified: bool | None = Field(default=None, description="Om det går att se vem som har svarat")
    viewer: Literal["handler", "follow_up"] | None = Field(
        default=None, description="Vem som skulle se: handler (den som har ärendet), follow_up (den som följer upp)"
    )
    agreed: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om den anhöriga har sagt ja till att den som har ärendet ser"
    )


QUESTION = Question("survey-visibility", "Får enkätsvaret visas för den här personen?", SurveyFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(FOLLOW_UP, SECRECY, PURPOSE, CONSENT, PROGRAMME)
)
def only_when_the_carer_agrees(facts: SurveyFacts, basis: Basis) -> Decision:
    """Kvaliteten följs upp löpande, och anhörigas upplevelser är en del av det. Ett svar som går att koppla till någon
    används för uppföljning, och visas för den som har ärendet bara när den anhöriga har sagt ja."""
    return _may_be_seen(facts, basis, FOLLOW_UP, PROGRAMME)


@QUESTION.version(in_force=Period(date(2029, 1, 1)), cites=(FOLLOW_UP, SECRECY, PURPOSE, CONSENT))
def only_when_the_carer_agrees_without_the_programme(facts: SurveyFacts, basis: Basis) -> Decision:
    """Kvaliteten följs upp löpande. Ett svar som går att koppla till någon används för uppföljning, och visas för den
    som har ärendet bara när den anhöriga har sagt ja."""
    return _may_be_seen(facts, basis, FOLLOW_UP)


def _may_be_seen(facts: SurveyFacts, basis: Basis, *follow_up: str) -> Decision:
    if facts.identified is False or facts.viewer == "follow_up":
        sentence = "Visa svaret för uppföljning, inte för att avgöra ett ärende."
        return basis.permits("follow-up", sentence, *follow_up, PURPOSE)
    if facts.agreed:
        return basis.permits(
            "carer-agreed", "Den anhöriga har sagt ja. Visa bara det som hon eller han menade.", CONSENT
        )
    missing = facts.unknown("identified", "viewer", "agreed")
    if missing:
        return basis.cannot_tell(
            missing, "Fråga den anhöriga, och se efter om svaret visar vem det är.", PURPOSE, CONSENT
        )
    sentence = "Visa bara sammanställda svar. Fråga den anhöriga om du får se svaret."
    return basis.forbids("not-agreed", sentence, SECRECY, PURPOSE)
