"""What statute and guideline say, by date. Plain Python: no framework, no database, no network.

Ask ``decide``; show a section with ``citation``; list rules with ``rules_in_force``; dated lists with ``codes``.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision

from .catalogue import Chapter
from .errors import BadFact, FaultyLaw, LawError, NoLawOnDate, UnknownQuestion
from .hearing import binds, heard_in
from .inputs import Codes, Input, QuestionWords, inputs_of, read_words
from .outlook import Change, changes_after
from .possible import answers_of
from .registry import RuleInForce, current_registry

__all__ = [
    "BadFact",
    "Change",
    "Chapter",
    "FaultyLaw",
    "Input",
    "LawError",
    "NoLawOnDate",
    "RuleInForce",
    "UnknownQuestion",
    "answers",
    "binds",
    "chapters",
    "citation",
    "codes",
    "coming_changes",
    "decide",
    "heard_in",
    "inputs",
    "municipality_names",
    "rules_in_force",
    "source_text",
    "titles",
    "versions",
    "wordings",
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


@lru_cache(maxsize=2048)
def answers(question: str, on: date) -> tuple[Decision, ...]:
    """The answers that a question's examples give on the day, each once: reason, outcome, sentence and citations.

    None of a question that is unknown or that has no law on the day.
    """
    return tuple(dict.fromkeys(answers_of(current_registry(), question, on)))


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


def titles() -> Mapping[str, str]:
    """Every question that can be put: its key and its title in Swedish."""
    return {key: question.title for key, question in current_registry().questions.items()}


@cache
def inputs(question: str) -> tuple[Input, ...]:
    """What a question asks for, as a form shows it.

    Raises:
        UnknownQuestion: there is no such question.
    """
    registry = current_registry()
    if question not in registry.questions:
        raise UnknownQuestion("Det finns ingen sådan fråga.")
    asked = registry.questions[question]
    own = {name for version in asked.versions for name in version.parameters}
    codes = Codes(_meanings(own), _meanings(registry.parameters.by_name))
    return inputs_of(asked.facts, _all_words().get(question), codes)


@cache
def _all_words() -> Mapping[str, QuestionWords]:
    return read_words(Path(__file__).with_name("words"))


def _meanings(lists: Iterable[str]) -> dict[str, str]:
    """Every code that the lists have ever held, with its words."""
    held = current_registry().parameters.by_name
    return {code: words for name in sorted(lists) for row in held[name].values for code, words in row.codes.items()}


@cache
def coming_changes(after: date, municipality: str) -> tuple[Change, ...]:
    """What is known to change later than the day in the municipality (SCB code), the nearest first.

    What only other municipalities' documents say is left out.
    """
    return tuple(changes_after(current_registry(), after, municipality))


def chapters() -> Mapping[str, Chapter]:
    """The catalogue of all rules, by letter."""
    return current_registry().catalogue.chapters


@cache
def municipality_names() -> Mapping[str, str]:
    """Every municipality in Sweden by its SCB code."""
    return _meanings(["municipalities"])


def wordings(key: str) -> tuple[Citation, ...]:
    """Every wording of a section, whenever it holds."""
    return current_registry().sources.wordings(key)


def source_text(key: str) -> str:
    """The section that "<source> <id>" names, or the act that "<source>" names, as it is written in Swedish; any
    other text as it is."""
    named = {name: source for name, source in current_registry().sources.items() if name == key}
    if key in named:
        source = named[key]
        return f"{source.name} ({source.number})" if source.number else source.name
    known = wordings(key)
    return f"{known[-1].section} {known[-1].act}" if known else key


@cache
def versions(question: str) -> tuple[RuleInForce, ...]:
    """Every version of the law on a question, the oldest first."""
    return tuple(rule for rule in current_registry().rules() if rule.question == question)
