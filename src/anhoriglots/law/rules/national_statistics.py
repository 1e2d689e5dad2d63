"""What may or must be sent to the national statistics? Source: SoL 15 kap. 2 §, förordning 1981:1370."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

DUTY, LIST, SURVEY, SECRECY = "sol-2025 15:2", "statistics-ordinance 2", "statistics-ordinance 3", "osl 26:1"
ITEMS = "national-statistics-items"


class StatisticsFacts(Facts):
    """What would be sent, and who has asked for it."""

    about: Annotated[str, listed(ITEMS, other=("carer_support", "other"))] | None = Field(
        default=None,
        description="Vad uppgifterna gäller: assessed_elderly_disabled (insatser efter behovsprövning) eller något "
        "annat på listan, carer_support (stöd till anhöriga utan behovsprövning), other (annat)",
    )
    identities: bool | None = Field(default=None, description="Om det går att se vem uppgifterna gäller")
    special_survey: bool | None = Field(
        default=None,
        description="Om Socialstyrelsen har begärt just de uppgifterna för en särskild undersökning, och Sveriges "
        "Kommuner och Regioner har fått yttra sig",
    )


QUESTION = Question("national-statistics", "Måste uppgifterna lämnas till den nationella statistiken?", StatisticsFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(DUTY, LIST, SURVEY, SECRECY), parameters=(ITEMS,))
def what_the_ordinance_lists(facts: StatisticsFacts, basis: Basis) -> Decision:
    """Nämnden lämnar personuppgifter till Socialstyrelsen om det som förordningen räknar upp. Anhörigstöd utan
    behovsprövning står inte där, och lämnas som antal utan namn."""
    if facts.identities is False:
        return basis.permits("without-identities", "Lämna antal som inte visar vem någon är.", DUTY)
    if facts.identities and (facts.about in basis.codes(ITEMS) or facts.special_survey):
        sentence = "Lämna uppgifterna till Socialstyrelsen, bara det som ska med."
        return basis.requires("listed", sentence, DUTY, LIST, SURVEY)
    missing = facts.unknown("identities", "about", "special_survey")
    if missing:
        sentence = "Säg vad uppgifterna gäller, om namn ingår och om Socialstyrelsen har begärt dem särskilt."
        return basis.cannot_tell(missing, sentence, DUTY, LIST, SURVEY)
    sentence = "Skicka inga namn eller personnummer. Stöd till anhöriga får lämnas som antal."
    return basis.forbids("not-listed", sentence, LIST, SECRECY)
