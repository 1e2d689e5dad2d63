"""May personal data be processed for this? Source: lag 2001:454 6-7 §§, förordning 2001:637 12 §, OSL 7 kap. 1 §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

PURPOSES = "processing-purposes"
NEEDED, LISTED_DATA, NUMBER = "personal-data-act 6", "personal-data-act 7", "data-protection-act 3:10"
ALLOWED, OUTSIDE = "personal-data-ordinance 12", "osl 7:1"


class PurposeFacts(Facts):
    """What is processed, and what for."""

    purpose: Annotated[str, listed(PURPOSES, other=("other",))] | None = Field(
        default=None,
        description="Vad uppgiften ska användas till",
    )
    data: Literal["ordinary", "personal_number", "sensitive", "offence"] | None = Field(
        default=None,
        description="Vilket slags uppgift det är: ordinary (vanlig), personal_number (personnummer eller "
        "samordningsnummer), sensitive (känslig, till exempel om hälsa), offence (om brott)",
    )
    needed_for_task: bool | None = Field(default=None, description="Om uppgiften behövs för arbetet")
    from_matter_or_needed: bool | None = Field(
        default=None,
        description="Vid personnummer, känsliga uppgifter och brott: om uppgiften har lämnats i ett ärende eller är "
        "nödvändig för verksamheten",
    )
    duty_of_silence: bool | None = Field(
        default=None, description="Vid känsliga uppgifter: om alla som ser dem har tystnadsplikt"
    )


QUESTION = Question("purpose", "Får uppgiften användas till det här?", PurposeFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)), cites=(NEEDED, LISTED_DATA, NUMBER, ALLOWED, OUTSIDE), parameters=(PURPOSES,)
)
def only_what_the_task_needs(facts: PurposeFacts, basis: Basis) -> Decision:
    """Socialtjänsten behandlar bara personuppgifter som arbetet kräver, för de ändamål som förordningen räknar upp. För
    personnummer, känsliga uppgifter och uppgifter om brott krävs mer. Utanför verksamheten används de inte."""
    if facts.purpose == "other":
        sentence = "Använd inte uppgiften till det. Den får bara användas i socialtjänstens eget arbete."
        return basis.forbids("not-a-purpose", sentence, ALLOWED, OUTSIDE)
    if facts.needed_for_task is False:
        return basis.forbids("not-needed", "Fråga inte efter uppgiften och spara den inte. Den behövs inte.", NEEDED)
    missing = facts.unknown("purpose", "data", "needed_for_task")
    if missing:
        sentence = "Säg vad uppgiften ska användas till, vilket slag det är och om arbetet kräver den."
        return basis.cannot_tell(missing, sentence, NEEDED, ALLOWED)
    if facts.data == "ordinary":
        return basis.permits("needed", "Uppgiften får användas till det här.", NEEDED, ALLOWED)
    return _listed_data(facts, basis)


def _listed_data(facts: PurposeFacts, basis: Basis) -> Decision:
    sections = (LISTED_DATA, NUMBER) if facts.data == "personal_number" else (LISTED_DATA,)
    if facts.from_matter_or_needed is False:
        sentence = "Spara inte uppgiften. Den ska ha lämnats i ett ärende eller vara nödvändig för verksamheten."
        return basis.forbids("not-from-a-matter", sentence, *sections)
    if facts.data == "sensitive" and facts.duty_of_silence is False:
        sentence = "Låt bara den som har tystnadsplikt se känsliga uppgifter."
        return basis.forbids("without-silence", sentence, LISTED_DATA)
    needed = ("from_matter_or_needed", "duty_of_silence") if facts.data == "sensitive" else ("from_matter_or_needed",)
    missing = facts.unknown(*needed)
    if missing:
        sentence = "Se efter om uppgiften har lämnats i ett ärende eller är nödvändig, och vem som ser den."
        return basis.cannot_tell(missing, sentence, *sections)
    return basis.permits("listed-data-allowed", "Uppgiften får användas till det här, och inte till mer.", *sections)
