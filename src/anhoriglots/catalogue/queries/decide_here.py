"""What the law says at one board: its own decision takes the place of one answer whose reading is not certain."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.law import decide, heard_in

from ..models import LawOverride, RegisteredDecision
from .in_force import in_force
from .replaceable import answers_of_board, may_be_replaced


def decide_here(actor: Actor, question: str, on: date, facts: Mapping[str, object]) -> Decision:
    """The law's answer as it is heard in the actor's municipality, or the answer of the actor's board in its place.

    The board's decision names the one answer that it takes the place of; another answer to the same question stays.
    Outcome and sentence are then the board's, the citations stay, and ``local`` names the decision. One statement, and
    none where the answer cannot be replaced.

    Raises:
        UnknownQuestion, NoLawOnDate, BadFact: as ``law.decide``.
    """
    return decide_at(actor.municipality, actor.board_id, question, on, facts)


def decide_at(municipality: str, board: UUID, question: str, on: date, facts: Mapping[str, object]) -> Decision:
    """The same where nobody has signed in: what holds at a board of the municipality.

    Raises:
        UnknownQuestion, NoLawOnDate, BadFact: as ``law.decide``.
    """
    said = heard_in(decide(question, on=on, facts=facts), municipality)
    if not may_be_replaced(said):
        return said
    rows = LawOverride.objects.filter(in_force(on), board=board, question=question, replaces=said.reason)
    own = rows.order_by("-valid_from", "-decided_on").first()
    return said if own is None else _answered_by(own, said)


def _answered_by(own: LawOverride, said: Decision) -> Decision:
    return replace(
        said,
        outcome=Outcome(own.outcome),
        reason="decided-by-the-board",
        sentence=own.sentence,
        missing=(),
        local=decision_in_words(own),
        elsewhere="",
    )


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """An answer that the board gives itself.

    Attributes:
        question: the question's key.
        instead_of: the law's answer, in one sentence.
        sentence: what the board says.
        local: the board's decision in words.
    """

    question: str
    instead_of: str
    sentence: str
    local: str


def own_answers(actor: Actor, on: date) -> list[OwnAnswer]:
    """The answers that the actor's board gives itself on the day, in one statement."""
    order = ("question", "replaces", "-valid_from", "-decided_on")
    rows = LawOverride.objects.filter(in_force(on), board=actor.board_id).order_by(*order)
    return [
        OwnAnswer(row.question, one.short, row.sentence, decision_in_words(row))
        for row in rows.distinct("question", "replaces")
        for one in answers_of_board(actor.municipality, row.question, on)
        if one.reason == row.replaces
    ]


def decision_in_words(own: RegisteredDecision) -> str:
    """The decision that an answer or a sentence rests on, by number and day."""
    return f"Nämndens beslut {own.number}, {swedish_date(own.decided_on)}"
