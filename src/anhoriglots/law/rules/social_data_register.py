"""Must data be delivered to the social-data register? Source: a proposal; whether it was adopted is not known."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PROPOSAL = "social-data-register proposal"


class RegisterFacts(Facts):
    """What somebody has found out."""

    adopted: bool | None = Field(default=None, description="Om någon har sett efter att riksdagen har antagit lagen")
    covered: bool | None = Field(
        default=None, description="Om lagen i så fall omfattar just de uppgifterna, när någon har läst den"
    )


QUESTION = Question("social-data-register", "Måste uppgifter lämnas till socialdataregistret?", RegisterFacts)


@QUESTION.version(in_force=Period(date(2026, 7, 1), date(2027, 7, 1)), cites=(PROPOSAL,))
def not_yet_a_duty(facts: RegisterFacts, basis: Basis) -> Decision:
    """Förslaget är att registret finns från den 1 juli 2026 och att kommunerna lämnar uppgifter först från den 1 juli
    2027."""
    if facts.adopted is None:
        return basis.cannot_tell(("adopted",), "Se efter i riksdagens beslut om lagen är antagen.", PROPOSAL)
    return basis.permits("no-duty-yet", "Ni måste inte lämna något ännu. Håll uppgifterna ordnade.", PROPOSAL)


@QUESTION.version(in_force=Period(date(2027, 7, 1)), cites=(PROPOSAL,))
def a_duty_if_adopted(facts: RegisterFacts, basis: Basis) -> Decision:
    """Enligt förslaget lämnar kommunerna uppgifter från socialtjänst och LSS. Om det är lag är inte bekräftat här."""
    if facts.adopted is False or facts.covered is False:
        return basis.permits("no-duty", "Ni måste inte lämna uppgifterna.", PROPOSAL)
    missing = facts.unknown("adopted", "covered")
    if missing:
        return basis.cannot_tell(missing, "Se efter om lagen är antagen, och läs vad den omfattar.", PROPOSAL)
    return basis.requires("deliver", "Lämna uppgifterna till registret.", PROPOSAL)
