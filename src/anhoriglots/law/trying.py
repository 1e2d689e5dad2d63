"""``anhoriglots law try``: puts the cases of a file from outside the repository to the law, beside what was expected.

The file has the form of our own examples, with the question at the top or in each case. What is expected may be left
out, in part or whole. Nothing is decided until all of the file can be read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError, model_validator

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.document import Document, Place, read_document
from anhoriglots.kernel.fault import Fault
from anhoriglots.kernel.shape_faults import shape_faults

from .errors import BadFact
from .example import Case, otherwise, what_came
from .facts import fact_faults
from .files import Row
from .presenting import decision_as_json, decision_in_words, plain
from .question import LAST_YEAR
from .registry import Registry

FIRST_YEAR = 2001  # what the program knows of older law is too little to hold a case against
NO_LAW = "Ingen regel gäller den dagen (no-law-on-date)"
NAMES = {"outcome": "utfall", "reason": "skäl", "cites": "hänvisningar", "missing": "saknas", "results": "uträknat"}
NAMES |= {"error": "fel"}


def near_enough(day: date) -> date:
    """The day itself.

    Raises:
        ValueError: before 2001, or after the last year the law is asked about.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"ska vara en dag från år {FIRST_YEAR} till år {LAST_YEAR}")
    return day


def some(cases: tuple["TriedCase", ...]) -> tuple["TriedCase", ...]:
    """The cases themselves.

    Raises:
        ValueError: there are none.
    """
    if not cases:
        raise ValueError("filen har inget fall")
    return cases


class TriedCase(Case):
    """A case of somebody else; the question may stand at the top of the file instead."""

    question: str = ""
    on: Annotated[date, AfterValidator(near_enough)]

    @model_validator(mode="after")
    def _does_not_contradict_itself(self) -> "TriedCase":
        if self.error and len(self.expected) > 1:
            raise ValueError("med error väntas ingen lag den dagen, ta bort det andra som väntas")
        if self.missing and self.outcome not in (None, "undetermined"):
            raise ValueError("bara ett utfall som är undetermined har något som saknas (missing)")
        known = [name for name in self.missing or () if self.facts.get(name) is not None]
        if known:
            raise ValueError(f"{known[0]} kan inte både vara känd i facts och saknas i missing")
        return self


class CaseFile(Row):
    """The whole file."""

    question: str = ""
    examples: Annotated[tuple[TriedCase, ...], Field(strict=False), AfterValidator(some)]


@dataclass(frozen=True, slots=True)
class Trial:
    """One case and what came of it.

    Attributes:
        line: where it stands in the file.
        decision: None when there is no law on the day.
        wrong: what came out otherwise, expected and come, by name.
    """

    case: TriedCase
    question: str
    line: int
    decision: Decision | None
    came: Mapping[str, Any]
    wrong: Mapping[str, tuple[Any, Any]]

    @property
    def as_expected(self) -> bool | None:
        """None when nothing was expected."""
        return not self.wrong if self.case.expected else None


class FaultyFile(Exception):
    """The file cannot be used; carries every fault with its line."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, sorted(faults))))
        self.faults = faults


def try_file(registry: Registry, path: Path) -> list[Trial]:
    """What came of each case, in the order of the file.

    Raises:
        FaultyFile: something in it cannot be used; then nothing has been decided.
    """
    document = read_document(path, path.name)
    if document.faults:
        raise FaultyFile(document.faults)
    try:
        cases = CaseFile.model_validate(document.data)
    except ValidationError as error:
        raise FaultyFile(shape_faults(error, document)) from None
    faults = list(_faults(registry, cases, document))
    if faults:
        raise FaultyFile(faults)
    trials: list[Trial] = []
    for index, case in enumerate(cases.examples):
        place: Place = ("examples", index)
        try:
            trials.append(_tried(registry, case, case.question or cases.question, document.lines[place]))
        except BadFact as error:  # what only shows beside the day that is asked about
            faults.append(document.fault((*place, "facts", error.fact), str(error)))
    if faults:
        raise FaultyFile(faults)
    return trials


def as_json(trials: list[Trial]) -> dict[str, Any]:
    """All of them, and how many came out as expected."""
    return {
        "cases": [_trial_as_json(trial) for trial in trials],
        "as_expected": _count(trials, True),
        "otherwise": _count(trials, False),
        "without_expectation": _count(trials, None),
    }


def in_words(trials: list[Trial]) -> str:
    """Each of them, and how many came out as expected."""
    counts = [f"{_count(trials, True)} som väntat", f"{_count(trials, False)} annorlunda"]
    counts.append(f"{_count(trials, None)} utan väntat svar")
    return "\n\n".join([*map(_trial_in_words, trials), f"{len(trials)} fall: {', '.join(counts)}."])


def _faults(registry: Registry, cases: CaseFile, document: Document) -> Iterator[Fault]:
    for index, case in enumerate(cases.examples):
        place: Place = ("examples", index)
        key = case.question or cases.question
        question = registry.questions.get(key)
        if not question:
            where = (*place, "question") if case.question or not cases.question else ("question",)
            yield document.fault(where, _unknown_question(key, registry))
            continue
        for name, told in fact_faults(question.facts, case.facts):
            yield document.fault((*place, "facts", name), told)
        for name in case.missing or ():
            if name not in question.facts.model_fields:
                yield document.fault((*place, "missing"), f"missing: {name} är ingen uppgift i frågan {key}")


def _unknown_question(key: str, registry: Registry) -> str:
    known = f"Frågorna är: {', '.join(sorted(registry.questions))}."
    return f'question: frågan "{key}" finns inte. {known}' if key else f"fältet question saknas. {known}"


def _tried(registry: Registry, case: TriedCase, question: str, line: int) -> Trial:
    came, decision = what_came(registry, question, case)
    return Trial(case, question, line, decision, came, otherwise(case, came))


def _count(trials: list[Trial], as_expected: bool | None) -> int:
    return sum(trial.as_expected is as_expected for trial in trials)


def _trial_as_json(trial: Trial) -> dict[str, Any]:
    return {
        "name": trial.case.name,
        "question": trial.question,
        "on": trial.case.on.isoformat(),
        "line": trial.line,
        "as_expected": trial.as_expected,
        "expected": plain(trial.case.expected),
        "came": decision_as_json(trial.decision) if trial.decision is not None else plain(dict(trial.came)),
    }


def _trial_in_words(trial: Trial) -> str:
    judged = {True: "Som väntat", False: "ANNORLUNDA", None: "Svar"}[trial.as_expected]
    lines = [f"{judged}: {trial.case.name} ({trial.question}, {trial.case.on}, rad {trial.line})"]
    lines += [
        f"  {NAMES[name]}: väntat {_words(one)}, kom {_words(other)}" for name, (one, other) in trial.wrong.items()
    ]
    told = decision_in_words(trial.decision) if trial.decision is not None else NO_LAW
    return "\n".join([*lines, *(f"  {line}" for line in told.splitlines())])


def _words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {plain(one)}" for name, one in value.items()) or "inget"
    return "; ".join(map(str, value)) or "inget" if isinstance(value, tuple) else str(value or "inget")
