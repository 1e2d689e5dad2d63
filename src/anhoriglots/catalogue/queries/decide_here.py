"""What the law says at one board: its own decision speaks where the reading of the law is not certain."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.law import RuleInForce, decide, rules_in_force

from ..models import LawOverride
from .in_force import in_force

# The mark of what has been read in an official text; see kernel.citation.
OFFICIAL = "V"
# Reasons that no board's reading takes the place of: a carer who turns to us is always met (law A16, A19).
NEVER_REPLACED = frozenset({"carer-asked"})


def decide_here(board: UUID, question: str, on: date, facts: Mapping[str, object]) -> Decision:
    """The law's answer, or the board's own where the answer rests on something not read in an official text.

    Outcome and sentence are then the board's, the citations stay, and ``local`` names the board's decision. Never for
    a carer who has turned to us. One statement, and none where the law is certain.

    Raises:
        UnknownQuestion, NoLawOnDate, BadFact: as ``law.decide``.
    """
    said = decide(question, on=on, facts=facts)
    if said.reason in NEVER_REPLACED or all(citation.mark == OFFICIAL for citation in said.citations):
        return said
    rows = LawOverride.objects.filter(in_force(on), board=board, question=question)
    own = rows.order_by("-valid_from", "-decided_on").first()
    return said if own is None else _answered_by(own, said)


def _answered_by(own: LawOverride, said: Decision) -> Decision:
    return replace(
        said,
        outcome=Outcome(own.outcome),
        reason="decided-by-the-board",
        sentence=own.sentence,
        missing=(),
        local=_local(own),
    )


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """A question that the board has answered itself: its key, the answer, and the decision in words."""

    question: str
    sentence: str
    local: str


def own_answers(board: UUID, on: date) -> list[OwnAnswer]:
    """The questions that the board answers itself on the day, in one statement."""
    rows = LawOverride.objects.filter(in_force(on), board=board).order_by("question", "-valid_from", "-decided_on")
    return [OwnAnswer(row.question, row.sentence, _local(row)) for row in rows.distinct("question")]


def _local(own: LawOverride) -> str:
    return f"Nämndens beslut {own.number}, {swedish_date(own.decided_on)}"


def uncertain_rules(on: date) -> list[RuleInForce]:
    """The rules that a board may answer itself on the day: those that cite something not read in an official text."""
    return [rule for rule in rules_in_force(on) if any(one.mark != OFFICIAL for one in rule.citations)]
