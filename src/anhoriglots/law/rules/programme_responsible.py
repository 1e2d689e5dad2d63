"""Must the board carry out an activity of the programme? Source: Stockholm's programme, sections 8 and 9."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

ACTIVITIES, FOLLOWED = "stockholm-programme 8", "stockholm-programme 9"
LISTS = {board: f"programme-activities-{board}" for board in ("social", "elderly", "district")}
NAMES = {"social": "socialnämnden", "elderly": "äldrenämnden", "district": "stadsdelsnämnderna"}


class ProgrammeFacts(Facts):
    """Which activity, and which board."""

    activity: Annotated[str, listed(*LISTS.values())] | None = Field(
        default=None, description="Aktivitet i något av de fem fokusområdena"
    )
    board: Literal["social", "elderly", "district", "other"] | None = Field(
        default=None,
        description="Nämnd: social (socialnämnden), elderly (äldrenämnden), district (en stadsdelsnämnd), other (en "
        "annan nämnd)",
    )


QUESTION = Question("programme-responsible", "Måste nämnden genomföra aktiviteten i programmet?", ProgrammeFacts)


@QUESTION.version(
    in_force=Period(date(2025, 1, 1), date(2029, 1, 1)), cites=(ACTIVITIES, FOLLOWED), parameters=tuple(LISTS.values())
)
def the_boards_that_are_named(facts: ProgrammeFacts, basis: Basis) -> Decision:
    """Varje aktivitet har en eller flera ansvariga nämnder, som genomför den och följer den löpande."""
    if facts.board == "other":
        return basis.permits("no-task", "Programmet ger inte nämnden någon uppgift.", ACTIVITIES)
    if facts.activity is None or facts.board is None:
        missing = facts.unknown("activity", "board")
        return basis.cannot_tell(missing, "Välj aktivitet och nämnd.", ACTIVITIES)
    boards = [board for board, name in LISTS.items() if facts.activity in basis.codes(name)]
    responsible = (Result("responsible", "Ansvariga", ", ".join(NAMES[board] for board in boards)),)
    if facts.board in boards:
        sentence = "Genomför aktiviteten, och följ upp den löpande."
        return basis.requires("responsible", sentence, ACTIVITIES, FOLLOWED, results=responsible)
    return basis.permits("other-boards", "Andra nämnder ansvarar. Ni får hjälpa till.", ACTIVITIES, results=responsible)
