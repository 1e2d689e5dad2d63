"""Who is the controller of personal data? Source: förordning 2001:637 11 and 17 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

BOARD, PROVIDER = "personal-data-ordinance 11", "personal-data-ordinance 17"


class ControllerFacts(Facts):
    """Who does the processing, and whether a system is shared."""

    done_by: Literal["one_board", "several_boards", "private_provider"] | None = Field(
        default=None,
        description="Vem som behandlar uppgifterna: one_board (en nämnd), several_boards (flera nämnder i ett "
        "gemensamt system), private_provider (en privat utförare)",
    )


QUESTION = Question("controller", "Vem ansvarar för personuppgifterna?", ControllerFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(BOARD, PROVIDER))
def each_for_its_own(facts: ControllerFacts, basis: Basis) -> Decision:
    """Varje nämnd ansvarar för sin egen behandling, också i ett system som flera delar. En privat utförare ansvarar för
    sin."""
    if facts.done_by is None:
        return basis.cannot_tell(("done_by",), "Säg vem som behandlar uppgifterna.", BOARD, PROVIDER)
    if facts.done_by == "private_provider":
        sentence = "Utföraren är ansvarig för sin egen behandling."
        return basis.requires("provider", sentence, PROVIDER, results=_result("den som driver verksamheten"))
    if facts.done_by == "several_boards":
        sentence = "Varje nämnd är ansvarig för sin del, också i ett gemensamt system."
        return basis.requires("each-board", sentence, BOARD, results=_result("varje nämnd för sin behandling"))
    return basis.requires("board", "Nämnden är ansvarig.", BOARD, results=_result("nämnden"))


def _result(words: str) -> tuple[Result, ...]:
    return (Result("controller", "Personuppgiftsansvarig", words),)
