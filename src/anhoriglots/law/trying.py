"""``anhoriglots law try``: puts the cases of a file from outside the repository to the law, beside what was expected.

The file has the form of our own examples, with the question at the top or in each case. What is expected may be left
out, in part or whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anhoriglots.kernel.decision import Decision

from .example import Case, otherwise, what_came
from .handed_in import Placed, read_cases
from .presenting import decision_as_json, decision_in_words, plain
from .registry import Registry

NO_LAW = "Ingen regel gäller den dagen (no-law-on-date)"
NAMES = {"outcome": "utfall", "reason": "skäl", "cites": "hänvisningar", "missing": "saknas", "results": "uträknat"}
NAMES |= {"error": "fel"}


@dataclass(frozen=True, slots=True)
class Trial:
    """One case and what came of it.

    Attributes:
        line: where it stands in the file.
        decision: None when there is no law on the day.
        wrong: what came out otherwise, expected and come, by name.
    """

    case: Case
    question: str
    line: int
    decision: Decision | None
    came: Mapping[str, Any]
    wrong: Mapping[str, tuple[Any, Any]]

    @property
    def as_expected(self) -> bool | None:
        """None when nothing was expected."""
        return not self.wrong if self.case.expected else None


def try_file(registry: Registry, path: Path) -> list[Trial]:
    """What came of each case, in the order of the file.

    Raises:
        FaultyFile: something in it cannot be used; then nothing is told of any case.
    """
    return [_tried(registry, placed) for placed in read_cases(registry, path)]


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


def _tried(registry: Registry, placed: Placed) -> Trial:
    case, question, line = placed
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
