"""Which version of a rule holds on a day; refuses to be built when anything is missing."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period

from . import rules
from .catalogue import Catalogue
from .errors import FaultyLaw, NoLawOnDate, UnknownQuestion
from .example import Example, read_examples
from .facts import read_facts
from .parameter import Parameter, Parameters
from .question import FIRST_YEAR, LAST_YEAR, Basis, Question, Version
from .source import Sources


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule as a page or a list shows it: the question in Swedish, what it says, its days, sections and facts."""

    question: str
    title: str
    summary: str
    in_force: Period
    citations: tuple[Citation, ...]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Resolved:
    version: Version[Any]
    citations: dict[str, Citation]
    parameters: dict[str, Parameter]


class Registry:
    """All questions with their dated versions, checked.

    Args:
        questions: the questions.
        folder: where sources, parameters, examples and the catalogue lie. The last two are read when somebody asks for
            them: they are needed to check the law and to show it, not to decide.

    Raises:
        FaultyLaw: a gap that is not declared, an overlap, a source that is missing, a citation of something unknown
            or not in force during the whole version.
    """

    def __init__(self, questions: Iterable[Question[Any]], folder: Path) -> None:
        found = list(questions)
        self.folder = folder
        self.questions = {question.key: question for question in found}
        self.sources = Sources.read(folder / "sources")
        self.parameters = Parameters.read(folder / "parameters")
        faults = list(self._faults(len(found)))
        if faults:
            raise FaultyLaw(faults)
        self._resolved = {
            question.key: [self._resolve(version) for version in _in_order(question)] for question in found
        }

    @cached_property
    def examples(self) -> Mapping[str, list[Example]]:
        """The examples by question.

        Raises:
            FaultyLaw: a file that cannot be read.
        """
        return read_examples(self.folder / "examples")

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of all rules.

        Raises:
            FaultyLaw: a file that cannot be read.
        """
        return Catalogue.read(self.folder / "chapters")

    def decide(self, question: str, *, on: date, facts: Mapping[str, object]) -> Decision:
        """What the law says of these facts on this day. See ``anhoriglots.law.decide``."""
        resolved = self._in_force(question, on)
        known = read_facts(self.questions[question].facts, facts, on=on)
        decision: Decision = resolved.version.answer(known, Basis(on, resolved.citations, resolved.parameters))
        return decision

    def citation(self, key: str, on: date) -> Citation:
        """The section to show. See ``anhoriglots.law.citation``."""
        if key in self.questions:
            resolved = self._in_force(key, on)
            return resolved.citations[resolved.version.cites[0]]
        if not self.sources.knows(key):
            raise UnknownQuestion("Det finns ingen sådan fråga eller paragraf.")
        found = self.sources.on(key, _askable(on))
        if found is None:
            raise NoLawOnDate(f"Paragrafen {key} har ingen känd lydelse {swedish_date(on)}.")
        return found

    def codes(self, name: str, on: date) -> Mapping[str, str]:
        """A dated list. See ``anhoriglots.law.codes``."""
        if name not in self.parameters.by_name:
            raise UnknownQuestion("Det finns ingen sådan lista.")
        held = self.parameters.by_name[name].on(_askable(on))
        if held is None:
            raise NoLawOnDate(f"Listan {name} finns inte för {swedish_date(on)}.")
        return held

    def rules(self, on: date | None = None) -> tuple[RuleInForce, ...]:
        """The rules that hold on a day, or all versions when no day is given, in order of question and time."""
        return tuple(
            _shown(self.questions[key], resolved)
            for key in sorted(self._resolved)
            for resolved in self._resolved[key]
            if on is None or _day(on) in resolved.version.in_force
        )

    def _in_force(self, question: str, on: date) -> _Resolved:
        if question not in self._resolved:
            known = ", ".join(sorted(self._resolved))
            raise UnknownQuestion(f"Det finns ingen sådan fråga. Frågorna är: {known}.")
        day = _askable(on)
        for resolved in self._resolved[question]:
            if day in resolved.version.in_force:
                return resolved
        periods = "; ".join(_period_in_words(one.version.in_force) for one in self._resolved[question])
        raise NoLawOnDate(f"Frågan {question} har ingen regel för {swedish_date(day)}. Den har regler {periods}.")

    def _resolve(self, version: Version[Any]) -> _Resolved:
        cited = {key: self.sources.covering(key, version.in_force) for key in version.cites}
        return _Resolved(
            version,
            {key: citation for key, citation in cited.items() if citation},
            {name: self.parameters.by_name[name] for name in version.parameters},
        )

    def _faults(self, found: int) -> Iterator[str]:
        if found != len(self.questions):
            yield "rules: two questions have the same key"
        yield from self.sources.faults()
        yield from self.parameters.faults(self.sources)
        for question in self.questions.values():
            yield from _timeline_faults(question)
            for version in question.versions:
                yield from self._version_faults(question.key, version)

    def _version_faults(self, key: str, version: Version[Any]) -> Iterator[str]:
        where = f"rules: {key} from {version.in_force.start}"
        if not version.cites:
            yield f"{where} has no source"
        for cited in version.cites:
            if not self.sources.knows(cited):
                yield f"{where} cites {cited}, which no source has"
            elif self.sources.covering(cited, version.in_force) is None:
                yield f"{where} cites {cited}, of which no single wording holds during all its days"
        for name in version.parameters:
            parameter = self.parameters.by_name.get(name)
            if parameter is None or not parameter.covers(version.in_force):
                yield f"{where} uses the list {name}, which is unknown or does not hold during all its days"


def _timeline_faults(question: Question[Any]) -> Iterator[str]:
    if not question.versions:
        yield f"rules: {question.key} has no version"
    versions = _in_order(question)
    for before, after in pairwise(versions):
        if before.in_force.overlaps(after.in_force):
            yield f"rules: {question.key} has two versions on {after.in_force.start}"
        elif not before.in_force.meets(after.in_force):
            gap = Period(before.in_force.end, after.in_force.start)
            if gap not in question.gaps:
                yield f"rules: {question.key} has a gap from {gap.start} to {gap.end} that is not declared"


def _in_order(question: Question[Any]) -> list[Version[Any]]:
    return sorted(question.versions, key=lambda version: version.in_force.start or date.min)


def _shown(question: Question[Any], resolved: _Resolved) -> RuleInForce:
    version = resolved.version
    return RuleInForce(
        question=question.key,
        title=question.title,
        summary=" ".join((version.answer.__doc__ or "").split()),
        in_force=version.in_force,
        citations=tuple(resolved.citations[key] for key in version.cites),
        facts={name: shape.description or "" for name, shape in question.facts.model_fields.items()},
    )


def _day(on: date) -> date:
    if isinstance(on, datetime):
        raise TypeError("law has days, not instants: give the local date")
    return on


def _askable(on: date) -> date:
    """The day; a version without an end is no promise about days that nobody can foresee.

    Raises:
        NoLawOnDate: the day lies so far away that it must be a slip.
    """
    day = _day(on)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NoLawOnDate(
            f"Det finns ingen känd lag för {swedish_date(day)}. Ange en dag mellan {FIRST_YEAR} och {LAST_YEAR}."
        )
    return day


def _period_in_words(period: Period) -> str:
    parts = [f"från {swedish_date(period.start)}" if period.start else ""]
    parts.append(f"till och med {swedish_date(period.end, days=-1)}" if period.end else "")
    return " ".join(part for part in parts if part)


@lru_cache(maxsize=1)
def current_registry() -> Registry:
    """The law of this program, read and checked once per process."""
    modules = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    questions = [importlib.import_module(f"{rules.__name__}.{name}").QUESTION for name in modules]
    return Registry(questions, Path(__file__).parent)
