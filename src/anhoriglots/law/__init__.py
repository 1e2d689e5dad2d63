"""What statute and guideline say, by date. Plain Python: no framework, no database, no network.

Ask ``decide``; show a section with ``citation``; list rules with ``rules_in_force``; dated lists with ``codes``.
"""

from collections.abc import Mapping
from datetime import date

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision

from .errors import BadFact, FaultyLaw, LawError, NoLawOnDate, UnknownQuestion
from .registry import RuleInForce, current_registry

__all__ = [
    "BadFact",
    "FaultyLaw",
    "LawError",
    "NoLawOnDate",
    "RuleInForce",
    "UnknownQuestion",
    "citation",
    "codes",
    "decide",
    "rules_in_force",
]


def decide(question: str, *, on: date, facts: Mapping[str, object]) -> Decision:
    """What the law says.

    Args:
        question: its key, for example "offer-duty".
        on: the day whose law is asked, a local Swedish date.
        facts: what is known, by name; a name left out, or None, means not known.

    Raises:
        UnknownQuestion: there is no such question.
        NoLawOnDate: no version holds on that day.
        BadFact: a name or a value that the question does not know.
    """
    return current_registry().decide(question, on=on, facts=facts)


def citation(key: str, on: date) -> Citation:
    """The section to show on a page, with its wording on the day; pages never write one by hand.

    Args:
        key: a question, for the section it mainly rests on, or "<source> <id>", for example "sol-2025 14:5".
        on: the day.

    Raises:
        UnknownQuestion: neither a question nor a section.
        NoLawOnDate: it has no version or wording on that day.
    """
    return current_registry().citation(key, on)


def codes(name: str, on: date) -> Mapping[str, str]:
    """A dated list from the law: code and Swedish words, for example "kinds-always-assessed".

    Raises:
        UnknownQuestion: there is no such list.
        NoLawOnDate: it holds nothing on that day.
    """
    return current_registry().codes(name, on)


def rules_in_force(on: date) -> tuple[RuleInForce, ...]:
    """Every rule that holds on the day, in order of question."""
    return current_registry().rules(on)
