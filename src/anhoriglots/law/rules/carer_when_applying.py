"""Is the carer seen when the cared-for person applies? Source: Stockholm's programme, section 5, and Nyköping's 7.2."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PROGRAMME, GUIDELINE = "stockholm-programme 5-indirekt", "nykoping-guideline 7.2"


class CarerSeenFacts(Facts):
    """What has been done for the carer in somebody else's application."""

    carer_known: bool | None = Field(default=None, description="Om det finns en anhörig som hjälper personen")
    situation_seen: bool | None = Field(
        default=None, description="Om ni har tagit hänsyn till hur den anhöriga har det och vad hon behöver"
    )
    told_for_self: bool | None = Field(
        default=None, description="Om den anhöriga har fått veta vad hon kan ansöka om för egen del"
    )
    told_for_other: bool | None = Field(
        default=None, description="Om den anhöriga har fått veta vad den närstående kan ansöka om"
    )


QUESTION = Question("carer-when-applying", "Är den anhöriga sedd när den närstående ansöker?", CarerSeenFacts)


@QUESTION.version(in_force=Period(date(2025, 1, 1), date(2029, 1, 1)), cites=(PROGRAMME, GUIDELINE))
def seen_and_told(facts: CarerSeenFacts, basis: Basis) -> Decision:
    """När en närstående ansöker tar ni hänsyn till den anhöriga, och berättar vad båda kan ansöka om. Det är allmänna
    upplysningar och kräver inget samtycke."""
    if facts.carer_known is False:
        return basis.permits("no-carer", "Det finns ingen anhörig som hjälper. Fortsätt utredningen.", PROGRAMME)
    missing = facts.unknown("carer_known", "situation_seen", "told_for_self", "told_for_other")
    if missing:
        sentence = "Fråga om det finns en anhörig, hur hon har det, och vad hon har fått veta."
        return basis.cannot_tell(missing, sentence, PROGRAMME, GUIDELINE)
    if facts.situation_seen and facts.told_for_self and facts.told_for_other:
        return basis.permits("carer-seen", "Den anhöriga är sedd. Fortsätt utredningen.", PROGRAMME, GUIDELINE)
    sentence = "Se till hur den anhöriga har det, och berätta vad hon och den närstående kan ansöka om."
    return basis.requires("see-and-tell", sentence, PROGRAMME, GUIDELINE)
