"""What the law answers to a question, as the page shows it."""

from dataclasses import dataclass
from datetime import date

from anhoriglots import law
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.law.registry import RuleInForce

COLORS = {
    Outcome.PERMITTED: "success",
    Outcome.REQUIRED: "info",
    Outcome.FORBIDDEN: "danger",
    Outcome.UNDETERMINED: "warning",
}
# What an answer is called depends on what was asked: the first word of the question.
MAY = {Outcome.PERMITTED: "Tillåtet", Outcome.FORBIDDEN: "Inte tillåtet"}
MUST = {Outcome.PERMITTED: "Inget krav", Outcome.FORBIDDEN: "Inte tillåtet"}
OTHERWISE = {Outcome.PERMITTED: "Inget hinder", Outcome.FORBIDDEN: "Hinder"}
BY_FIRST_WORD = {"Får": MAY, "Måste": MUST, "Ska": MUST}
ALWAYS = {Outcome.REQUIRED: "Krav", Outcome.UNDETERMINED: "Går inte att svara än"}


def outcome_words(title: str, outcome: Outcome) -> str:
    """The outcome in a word or two, as it answers the question."""
    return (ALWAYS | BY_FIRST_WORD.get(title.partition(" ")[0], OTHERWISE))[outcome]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer.

    Attributes:
        day: the day whose law has answered, in words.
        outcome, color: in one word, and the colour of its tag.
        missing: the label of each fact that is needed, and the link to its field.
    """

    day: str
    outcome: str
    color: str
    decision: Decision
    missing: list[tuple[str, str]]


def answer_to(question: str, decision: Decision, *, on: date, links: dict[str, str]) -> Answer:
    """The decision in words.

    Args:
        links: where on the page each fact is asked for, by its name.
    """
    outcome = outcome_words(law.titles()[question], decision.outcome)
    labels = {one.name: one.label for one in law.inputs(question)}
    missing = [(labels[name], links[name]) for name in decision.missing]
    return Answer(swedish_date(on), outcome, COLORS[decision.outcome], decision, missing)


def rule_on(question: str, day: date) -> RuleInForce | None:
    """What the law says on the question that day; None when it says nothing."""
    return next((rule for rule in law.versions(question) if day in rule.in_force), None)


def days_with_rules(question: str) -> str:
    """The days on which there is an answer, in words."""
    return ", ".join(rule.in_force.text for rule in law.versions(question))
