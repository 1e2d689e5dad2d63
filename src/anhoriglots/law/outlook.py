"""What changes after a day: rules, sections and lists whose days begin or end then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.period import Period

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


def changes_after(registry: Registry, day: date) -> list[Change]:
    """All that is known to change later than the day, the nearest first; sources before what follows from them."""
    found = [*_sources(registry, day), *_sections(registry, day), *_questions(registry, day), *_lists(registry, day)]
    return sorted(found, key=lambda change: change.on)


def _sources(registry: Registry, day: date) -> Iterator[Change]:
    for key, source in registry.sources.items():
        for on, how in _boundaries([source.period], day):
            yield Change(on, "source", key, source.name, how, None)


def _sections(registry: Registry, day: date) -> Iterator[Change]:
    for key in registry.sources.sections():
        wordings = registry.sources.wordings(key)
        for on, how in _boundaries((wording.validity for wording in wordings), day):
            if not _with_its_source(registry, key, on):
                cited = registry.sources.on(key, on) or registry.sources.on(key, on - ONE_DAY)
                yield Change(on, "section", key, registry.sources.about(key, on), how, cited)


def _with_its_source(registry: Registry, section: str, on: date) -> bool:
    """True when the whole source begins or ends that day, which says it all."""
    source = dict(registry.sources.items())[section.partition(" ")[0]]
    return on in (source.period.start, source.period.end)


def _questions(registry: Registry, day: date) -> Iterator[Change]:
    for key, question in registry.questions.items():
        for on, how in _boundaries((version.in_force for version in question.versions), day):
            cited = registry.citation(key, on if how != "ends" else on - ONE_DAY)
            yield Change(on, "question", key, question.title, how, cited)


def _lists(registry: Registry, day: date) -> Iterator[Change]:
    for name, parameter in registry.parameters.by_name.items():
        for on, how in _boundaries((row.period for row in parameter.values), day):
            old = next((row for row in parameter.values if on - ONE_DAY in row.period), None)
            new = next((row for row in parameter.values if on in row.period), None)
            row = new or old
            same = old and new and (old.codes, old.number) == (new.codes, new.number)
            if row and not same and not _with_its_source(registry, row.source, on):
                cited = registry.sources.on(row.source, on if new else on - ONE_DAY)
                yield Change(on, "list", name, parameter.meaning, how, cited)


def _boundaries(periods: Iterable[Period], day: date) -> Iterator[tuple[date, How]]:
    """The days after ``day`` on which one of the periods starts or ends, and what that means."""
    held = list(periods)
    edges = {edge for period in held for edge in (period.start, period.end) if edge and edge > day}
    for edge in sorted(edges):
        before = any(edge - ONE_DAY in period for period in held)
        after = any(edge in period for period in held)
        yield edge, "changes" if before and after else "begins" if after else "ends"
