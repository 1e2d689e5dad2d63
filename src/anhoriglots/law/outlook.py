"""What changes after a day: rules, sections and lists whose days begin or end then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.period import Period

from .hearing import binds
from .question import Question
from .registry import Registry

How = Literal["begins", "changes", "ends"]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is otherwise from a day on.

    Attributes:
        on: the first day of the new.
        what: a whole source, a section of one that goes on, a question or a list.
        key: the source's key, the section's, the question's or the list's.
        title: what it is about, in Swedish.
        how: begins when nothing was before, ends when nothing comes after.
        citation: where it is written: as worded from the day, or until it.
    """

    on: date
    what: Literal["source", "section", "question", "list"]
    key: str
    title: str
    how: How
    citation: Citation | None


def changes_after(registry: Registry, day: date, municipality: str) -> list[Change]:
    """All that is known to change in the municipality (SCB code) later than the day, the nearest first; sources before
    what follows from them. What other municipalities' documents say is left out, and what follows from them alone."""
    heard = _Heard(registry, day, municipality)
    found = [*heard.sources(), *heard.sections(), *heard.questions(), *heard.lists()]
    return sorted(found, key=lambda change: change.on)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one municipality hears of the law after a day."""

    registry: Registry
    day: date
    municipality: str

    def sources(self) -> Iterator[Change]:
        for key, source in self.registry.sources.items():
            for on, how in _boundaries([source.period], self.day):
                if source.municipality in ("", self.municipality):
                    yield Change(on, "source", key, source.name, how, None)

    def sections(self) -> Iterator[Change]:
        sources = self.registry.sources
        for key in filter(self._binds, sources.sections()):
            for on, how in _boundaries((wording.validity for wording in sources.wordings(key)), self.day):
                if not self._with_its_source(key, on):
                    cited = sources.on(key, on) or sources.on(key, on - ONE_DAY)
                    yield Change(on, "section", key, sources.about(key, on), how, cited)

    def questions(self) -> Iterator[Change]:
        for key, question in self.registry.questions.items():
            for on, how in _boundaries((version.in_force for version in question.versions), self.day):
                sections = self._heard_sections(question, on)
                if sections:
                    last_day = on if how != "ends" else on - ONE_DAY
                    cited = next(filter(None, (self.registry.sources.on(one, last_day) for one in sections)), None)
                    yield Change(on, "question", key, question.title, how, cited)

    def lists(self) -> Iterator[Change]:
        for name, parameter in self.registry.parameters.by_name.items():
            for on, how in _boundaries((row.period for row in parameter.values), self.day):
                old = next((row for row in parameter.values if on - ONE_DAY in row.period), None)
                new = next((row for row in parameter.values if on in row.period), None)
                row = new or old
                same = old and new and (old.codes, old.number) == (new.codes, new.number)
                if row and not same and self._binds(row.source) and not self._with_its_source(row.source, on):
                    cited = self.registry.sources.on(row.source, on if new else on - ONE_DAY)
                    yield Change(on, "list", name, parameter.meaning, how, cited)

    def _binds(self, section: str) -> bool:
        return any(binds(wording, self.municipality) for wording in self.registry.sources.wordings(section))

    def _with_its_source(self, section: str, on: date) -> bool:
        """True when the whole source begins or ends that day, which says it all."""
        source = dict(self.registry.sources.items())[section.partition(" ")[0]]
        return on in (source.period.start, source.period.end)

    def _heard_sections(self, question: Question[Any], on: date) -> list[str]:
        """The sections that the question rests on here when it changes that day, the new version's first; none when it
        changes only because a document of another municipality begins or ends."""
        versions = sorted(question.versions, key=lambda version: version.in_force.start != on)
        cited = dict.fromkeys(
            key for one in versions if on in (one.in_force.start, one.in_force.end) for key in one.cites
        )
        here = [key for key in cited if self._binds(key)]
        changed = {key for key in cited if self._on(key, on) != self._on(key, on - ONE_DAY)}
        return here if not changed or changed & set(here) else []

    def _on(self, section: str, day: date) -> Citation | None:
        return self.registry.sources.on(section, day)


def _boundaries(periods: Iterable[Period], day: date) -> Iterator[tuple[date, How]]:
    """The days after ``day`` on which one of the periods starts or ends, and what that means."""
    held = list(periods)
    edges = {edge for period in held for edge in (period.start, period.end) if edge and edge > day}
    for edge in sorted(edges):
        before = any(edge - ONE_DAY in period for period in held)
        after = any(edge in period for period in held)
        yield edge, "changes" if before and after else "begins" if after else "ends"
