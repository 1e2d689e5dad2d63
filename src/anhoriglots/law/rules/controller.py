"""Who is the controller of personal data?

Sources: förordning 2001:637 11 and 17 §§, whose wording is the original one; its 5 § says what a private provider is.
What the ordinance does not name, an association without an agreement and a supplier, follows the GDPR article 4.
Nothing is said of days before the GDPR, when the word had its meaning from another act.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

BOARD, PROVIDER, MEANING = "personal-data-ordinance 11", "personal-data-ordinance 17", "gdpr 4"


class ControllerFacts(Facts):
    """Who does the processing, and whether a system is shared."""

    done_by: Literal["one_board", "several_boards", "private_provider", "supplier", "association"] | None = Field(
        default=None,
        description="Vem som behandlar uppgifterna: one_board (en nämnd), several_boards (flera nämnder i ett "
        "gemensamt system), private_provider (en privat utförare med avtal eller tillstånd), supplier (en leverantör "
        "som bara gör vad nämnden har sagt), association (en förening eller kyrka som gör det för egen del)",
    )


QUESTION = Question("controller", "Vem ansvarar för personuppgifterna?", ControllerFacts)


@QUESTION.version(in_force=Period(date(2018, 5, 25)), cites=(BOARD, PROVIDER, MEANING))
def each_for_its_own(facts: ControllerFacts, basis: Basis) -> Decision:
    """Varje nämnd ansvarar för sin egen behandling, också i ett system som flera delar och när en leverantör sköter
    det. Den som driver något privat ansvarar för sin."""
    if facts.done_by is None:
        return basis.cannot_tell(("done_by",), "Säg vem som behandlar uppgifterna.", BOARD, PROVIDER)
    if facts.done_by == "private_provider":
        sentence = "Utföraren är ansvarig för sin egen behandling."
        return basis.requires("provider", sentence, PROVIDER, results=_result("den som driver verksamheten"))
    if facts.done_by == "association":
        sentence = "Föreningen är ansvarig för det den själv skriver upp. Nämnden svarar inte för det."
        return basis.requires("association", sentence, MEANING, results=_result("föreningen"))
    return _a_board(facts.done_by, basis)


def _a_board(done_by: str, basis: Basis) -> Decision:
    if done_by == "several_boards":
        sentence = "Varje nämnd är ansvarig för sin del, också i ett gemensamt system."
        return basis.requires("each-board", sentence, BOARD, results=_result("varje nämnd för sin behandling"))
    if done_by == "supplier":
        sentence = "Nämnden är ansvarig. Leverantören är biträde och behöver ett avtal."
        return basis.requires("board-not-supplier", sentence, BOARD, MEANING, results=_result("nämnden"))
    return basis.requires("board", "Nämnden är ansvarig.", BOARD, results=_result("nämnden"))


def _result(words: str) -> tuple[Result, ...]:
    return (Result("controller", "Personuppgiftsansvarig", words),)
