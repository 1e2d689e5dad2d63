"""Cases a lawyer can read: facts in, outcome, reason and section out."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from anhoriglots.kernel.decision import Decision

from .errors import NoLawOnDate
from .files import Row, read_folder
from .parameter import Parameters
from .question import Question

if TYPE_CHECKING:
    from .registry import Registry

FEWEST = 5
EXPECTED = ("outcome", "reason", "cites", "missing", "results", "error")


class Case(Row):
    """One case, with what is expected of it, or only some of that, or nothing.

    Attributes:
        name: the case in words.
        on: the day.
        facts: as in a call.
        outcome, reason, cites, missing: what should come out; ``cites`` are the labels in order.
        results: what should be computed, by name; all of it.
        error: instead of an outcome, when there is no law on the day.
    """

    name: str
    on: date
    facts: dict[str, Any]
    outcome: Literal["permitted", "required", "forbidden", "undetermined"] | None = None
    reason: str | None = None
    cites: tuple[str, ...] | None = Field(default=None, strict=False)
    missing: tuple[str, ...] | None = Field(default=None, strict=False)
    results: dict[str, date | int | str] | None = None
    error: Literal["no-law-on-date"] | None = None

    @property
    def expected(self) -> dict[str, Any]:
        """What is expected, by the names above."""
        parts = {name: getattr(self, name) for name in EXPECTED}
        return {name: value for name, value in parts.items() if value is not None}


class Example(Case):
    """A case of ours: it says all that comes out."""

    reason: str = ""
    cites: tuple[str, ...] = Field(default=(), strict=False)
    missing: tuple[str, ...] = Field(default=(), strict=False)
    results: dict[str, date | int | str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_what_comes_out(self) -> "Example":
        if (self.outcome is None) == (self.error is None):
            raise ValueError("an example has either an outcome or an error")
        if self.outcome and not (self.reason and self.cites):
            raise ValueError("an outcome needs its reason and what it cites")
        return self

    @property
    def expected(self) -> dict[str, Any]:
        """What is expected; of a day without law nothing but that."""
        return {"error": self.error} if self.error else super().expected


class Examples(Row):
    """The examples of one question."""

    examples: list[Example]


def read_examples(folder: Path) -> dict[str, list[Example]]:
    """Examples by question: the file name is the question's key."""
    return {key: examples.examples for key, examples in read_folder(folder, ".yaml", Examples).items()}


def what_came(registry: "Registry", question: str, case: Case) -> tuple[dict[str, Any], Decision | None]:
    """What comes out of the case, in the same words as what is expected; and the decision when there is law on the day.

    Raises:
        UnknownQuestion, BadFact: the case cannot be put.
    """
    try:
        decision = registry.decide(question, on=case.on, facts=case.facts)
    except NoLawOnDate:
        return {"error": "no-law-on-date"}, None
    came = {
        "outcome": decision.outcome.value,
        "reason": decision.reason,
        "cites": tuple(citation.label for citation in decision.citations),
        "missing": decision.missing,
        "results": {result.name: result.value for result in decision.results},
    }
    return came, decision


def otherwise(case: Case, came: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What came out otherwise: expected and come, by name. Only what the case expects is looked at."""
    return {name: (wanted, came.get(name)) for name, wanted in case.expected.items() if wanted != came.get(name)}


def example_faults(
    questions: Mapping[str, Question[Any]], examples: Mapping[str, list[Example]], parameters: Parameters
) -> Iterator[str]:
    """Too few on days with law, none undetermined, or a change without an example the day before and the day itself."""
    for key in sorted(set(examples) - set(questions)):
        yield f"examples/{key}.yaml: there is no question {key}"
    for key, question in questions.items():
        given = examples.get(key, [])
        decided = sum(1 for example in given if example.outcome)
        if decided < FEWEST:
            yield f"examples/{key}.yaml: {decided} decided examples, at least {FEWEST} are needed"
        if not any(example.outcome == "undetermined" and example.missing for example in given):
            yield f"examples/{key}.yaml: no example is undetermined with what is missing"
        shown = {example.on for example in given}
        for day in sorted(_days_around_changes(question, parameters) - shown):
            yield f"examples/{key}.yaml: no example on {day}, the day of a change or the day before"


def _days_around_changes(question: Question[Any], parameters: Parameters) -> set[date]:
    changes = {day for one in question.versions for day in (one.in_force.start, one.in_force.end) if day}
    for version in question.versions:
        listed = (parameters.by_name[name] for name in version.parameters if name in parameters.by_name)
        changes |= {day for one in listed for day in one.changes() if day in version.in_force}
    return changes | {day - timedelta(days=1) for day in changes}
