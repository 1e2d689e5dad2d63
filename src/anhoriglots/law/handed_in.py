"""What somebody hands in to be answered: the facts of one question, or a whole file of cases.

Every fault is told with file, line and key, all of them at once; as long as there is one, nothing is answered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.document import Document, Place, read_document
from anhoriglots.kernel.fault import Fault
from anhoriglots.kernel.shape_faults import shape_faults

from .errors import BadFact, FaultyFile, NoLawOnDate
from .example import EXPECTED, Case
from .facts import fact_faults
from .files import Row
from .question import LAST_YEAR
from .registry import Registry

FIRST_YEAR = 2001  # what the program knows of older law is too little to hold a case against


def near_enough(day: date) -> date:
    """The day itself.

    Raises:
        ValueError: before 2001, or after the last year the law is asked about.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"ska vara en dag från år {FIRST_YEAR} till år {LAST_YEAR}")
    return day


def some(cases: tuple["HandedInCase", ...]) -> tuple["HandedInCase", ...]:
    """The cases themselves.

    Raises:
        ValueError: there are none.
    """
    if not cases:
        raise ValueError("filen har inget fall")
    return cases


def names_with_values(given: object) -> object:
    """The names with their values themselves.

    Raises:
        ValueError: something else.
    """
    if not isinstance(given, dict):
        raise ValueError("ska vara namn med var sitt värde, som i exemplen")
    return given


class HandedInCase(Case):
    """A case of somebody else; the question may stand at the top of the file instead."""

    question: str = ""
    on: Annotated[date, AfterValidator(near_enough)]
    facts: Annotated[dict[str, Any], BeforeValidator(names_with_values)]


class CaseFile(Row):
    """The whole file."""

    question: str = ""
    examples: Annotated[tuple[HandedInCase, ...], Field(strict=False), AfterValidator(some)]


class Placed(NamedTuple):
    """A case with its question, and the line where it begins."""

    case: HandedInCase
    question: str
    line: int


def decide_from(registry: Registry, question: str, on: date, document: Document) -> Decision:
    """The answer to a question, with the facts of a document.

    Raises:
        FaultyFile: something in it cannot be used.
        UnknownQuestion, NoLawOnDate: as ``law.decide``.
    """
    facts: dict[str, object] = document.data if isinstance(document.data, dict) else {}
    faults = list(document.faults)
    if question in registry.questions:
        faults += [document.fault((name,), told) for name, told in _told(registry, question, on, facts)]
    if faults:
        raise FaultyFile(faults)
    return registry.decide(question, on=on, facts=facts)


def read_cases(registry: Registry, path: Path) -> list[Placed]:
    """The cases of a file, which all can be put.

    Raises:
        FaultyFile: something in it cannot be used.
    """
    document = read_document(path, path.name or str(path))
    if document.faults and document.data is None:
        raise FaultyFile(document.faults)
    faults = [*document.faults, *(fault for raw in _raw_cases(document) for fault in raw.faults(registry))]
    try:
        file = CaseFile.model_validate(document.data)
    except ValidationError as error:
        raise FaultyFile([*faults, *shape_faults(error, document)]) from None
    if faults:
        raise FaultyFile(faults)
    lines = (document.lines["examples", index] for index in range(len(file.examples)))
    return [Placed(case, case.question or file.question, line) for case, line in zip(file.examples, lines, strict=True)]


@dataclass(frozen=True, slots=True)
class _RawCase:
    """A case as it stands, whatever its shape: one that is wrong somewhere may be wrong in its facts too.

    Attributes:
        given: its keys and values.
        question: its own, or that of the file.
        place: where it stands.
    """

    given: Mapping[str, Any]
    question: object
    place: Place
    document: Document

    def faults(self, registry: Registry) -> Iterator[Fault]:
        """What is wrong in it beside its shape."""
        yield from (self._fault(key, told) for key, told in self._contradictions())
        if not isinstance(self.question, str):
            return
        if self.question not in registry.questions:
            yield self._unknown_question(self.question, registry)
            return
        facts = self.given.get("facts")
        if isinstance(facts, dict):
            for name, told in _told(registry, self.question, self.given.get("on"), facts):
                yield self.document.fault((*self.place, "facts", name), told)
        known = registry.questions[self.question].facts.model_fields
        for name in self._missing():
            if name not in known:
                yield self._fault("missing", f"{name} är ingen uppgift i frågan {self.question}")

    def _contradictions(self) -> Iterator[tuple[str, str]]:
        given, facts = self.given, self.given.get("facts")
        if given.get("error") and sum(given.get(name) is not None for name in EXPECTED) > 1:
            yield "error", "då väntas ingen lag den dagen, ta bort det andra som väntas"
        if self._missing() and given.get("outcome") not in (None, "undetermined"):
            yield "missing", "bara ett utfall som är undetermined har något som saknas"
        for name in self._missing():
            if isinstance(facts, dict) and facts.get(name) is not None:
                yield "missing", f"{name} kan inte både vara känd i facts och saknas i missing"

    def _missing(self) -> tuple[str, ...]:
        names = self.given.get("missing")
        return tuple(name for name in names if isinstance(name, str)) if isinstance(names, tuple) else ()

    def _unknown_question(self, key: str, registry: Registry) -> Fault:
        known = f"Frågorna är: {', '.join(sorted(registry.questions))}."
        if not key:
            return self.document.fault(self.place, f"fältet question saknas. {known}")
        where: Place = (*self.place, "question") if self.given.get("question") else ("question",)
        return self.document.fault(where, f'question: frågan "{key}" finns inte. {known}')

    def _fault(self, key: str, told: str) -> Fault:
        return self.document.fault((*self.place, key), f"{key}: {told}")


def _raw_cases(document: Document) -> Iterator[_RawCase]:
    """The cases of the file, as far as it has any."""
    file = document.data if isinstance(document.data, dict) else {}
    cases = file.get("examples")
    for index, given in enumerate(cases if isinstance(cases, tuple) else ()):
        if isinstance(given, dict):
            question = given.get("question") or file.get("question") or ""
            yield _RawCase(given, question, ("examples", index), document)


def _told(registry: Registry, question: str, on: object, facts: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Names of facts and what is wrong with them, also what only shows beside the day that is asked about."""
    faults = fact_faults(registry.questions[question].facts, facts)
    yield from faults
    if faults or not isinstance(on, date):
        return
    try:
        registry.decide(question, on=on, facts=facts)
    except NoLawOnDate:
        return
    except BadFact as error:
        yield error.fact, str(error)
