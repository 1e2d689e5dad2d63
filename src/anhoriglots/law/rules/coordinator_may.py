"""May a coordinator do this? Source: Gislaveds riktlinje för anhörigstöd, avsnitt 2.2, held against SoL 14 and 16 kap.

"Up to 21 years" is read as until the day the young person turns 22. The guideline wants papers without names,
destroyed at the end; the act wants delivery written down, and papers kept until they are weeded. Only a decision of the
board makes room for the guideline, and none for what lies in a person's file.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.age import known_age
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Consent, Day, Facts, Question

TASK, GROUP = "gislaved-guideline 2.2", "gislaved-guideline 2.1"
DOCUMENT, COUNSELLING, NO_NAMES, WEEDING = "sol-2025 14:3", "sol-2025 14:4", "sol-2025 14:5", "sol-2025 16:1"
PLAN = "sol-2025 10:8"
AGE, AIMS, NEVER, PAPERS = "coordinator-age", "coordinator-aims", "coordinator-never", "coordinator-papers"


class CoordinatorFacts(Facts):
    """What the coordinator would do, for whom, and what the family and the board have said."""

    act: Annotated[str, listed("coordinator-aims", "coordinator-never", "coordinator-papers")] | None = Field(
        default=None, description="Det koordinatorn vill göra"
    )
    born: Day | None = Field(default=None, description="Dagen då barnet eller den unga föddes")
    commission: bool | None = Field(default=None, description="Om vårdnadshavaren eller den unga har gett uppdraget")
    consent: Annotated[Literal["given", "refused"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Familjens samtycke, nedskrivet: given (ja), refused (nej)"
    )
    board_decision: bool | None = Field(
        default=None, description="Om nämnden har ett gällande beslut om att skriva utan namn eller förstöra materialet"
    )
    in_persons_file: bool | None = Field(
        default=None, description="För att förstöra material: om något av det hör till någons personakt"
    )


QUESTION = Question("coordinator-may", "Får koordinatorn göra det här?", CoordinatorFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)),
    cites=(TASK, GROUP, PLAN, DOCUMENT, COUNSELLING, NO_NAMES, WEEDING),
    parameters=(AGE, AIMS, NEVER, PAPERS),
)
def on_the_familys_commission(facts: CoordinatorFacts, basis: Basis) -> Decision:
    """Koordinatorn stöder familjer med barn och unga upp till 21 år, på deras uppdrag och med samtycke. Hon avlastar,
    bygger nätverk och får igång samordning, men leder inte planen, beslutar inget och tar inte över någons uppgift.
    Att skriva utan namn och förstöra materialet kräver ett beslut av nämnden."""
    if facts.act is None:
        return basis.cannot_tell(("act",), "Säg vad koordinatorn vill göra.", TASK)
    if facts.act in basis.codes(NEVER):
        sentence = f"Koordinatorn {basis.codes(NEVER)[facts.act]} aldrig. Lämna det till den som har uppgiften."
        return basis.forbids("not-the-coordinators-task", sentence, TASK, PLAN)
    if facts.act in basis.codes(PAPERS):
        return _papers(facts, basis)
    if facts.born and known_age(facts.born, basis.on) > basis.number(AGE):
        sentence = "Stödet gäller familjer med yngre barn. Hjälp personen vidare till annat anhörigstöd."
        return basis.forbids("too-old", sentence, GROUP, TASK)
    if facts.commission is False:
        sentence = "Vänta tills familjen själv ger uppdraget. Koordinatorn arbetar bara på familjens önskan."
        return basis.forbids("no-commission", sentence, TASK)
    if facts.consent == "refused":
        sentence = "Gör inget utan familjens samtycke. Berätta vad stödet är, så kan de säga ja senare."
        return basis.forbids("consent-refused", sentence, TASK)
    return _on_commission(facts, basis)


def _papers(facts: CoordinatorFacts, basis: Basis) -> Decision:
    sections = (DOCUMENT, NO_NAMES, WEEDING, TASK)
    destroys = facts.act == "destroy_papers"
    if destroys and facts.in_persons_file:
        sentence = (
            "Behåll det som hör till en personakt. Dess tid bestämmer lagen, och nämnden kan inte göra den kortare."
        )
        return basis.forbids("persons-file-stays", sentence, WEEDING)
    missing = facts.unknown("board_decision", *(("in_persons_file",) if destroys else ()))
    if missing and facts.board_decision is not False:
        sentence = "Se efter vad nämnden har beslutat om att skriva ned och gallra, och om något hör till en personakt."
        return basis.cannot_tell(missing, sentence, *sections)
    if facts.board_decision:
        return basis.permits("board-has-decided", "Gör som nämnden har beslutat.", *sections, COUNSELLING)
    sentence = "Skriv ned stödet med namn och behåll materialet. Något annat kräver ett beslut av nämnden."
    return basis.forbids("no-board-decision", sentence, *sections)


def _on_commission(facts: CoordinatorFacts, basis: Basis) -> Decision:
    missing = facts.unknown("born", "commission", "consent")
    if missing:
        sentence = "Ta reda på barnets ålder, och be om uppdraget och samtycket. Skriv ned dem."
        return basis.cannot_tell(missing, sentence, TASK)
    if facts.act == "start_plan":
        sentence = "Koordinatorn får ta initiativ till planen. Någon annan leder mötet."
        return basis.permits("may-start-the-plan", sentence, TASK, PLAN)
    return basis.permits("on-commission", "Det ingår i koordinatorns uppdrag.", TASK)
