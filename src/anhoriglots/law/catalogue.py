"""The whole catalogue of rules: what each says, how the program keeps it, what proves that, and where it is met.

One YAML file per chapter, A to W. A rule is of one kind:

* ``decided``: a question answers permitted, required, forbidden or undetermined.
* ``computed``: a question answers with a day, a number or a class.
* ``construction``: the database or the model cannot break it; a test tries.
* ``told``: shown to whoever needs it, at the right place; there is nothing to decide.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.period import Period

from .files import Row, read_folder
from .source import Mark, Sources

# How many rules each chapter holds, numbered from 01 without a hole.
CHAPTERS = {"A": 22, "B": 12, "C": 19, "D": 13, "E": 19, "F": 18, "G": 15, "H": 5}
CHAPTERS |= {"K": 7, "L": 5, "J": 8, "W": 10, "M": 11}
NUMBER = re.compile(r"[A-Z][0-9]{2}")
Kind = Literal["decided", "computed", "construction", "told"]
KIND_WORDS = {"decided": "besluts", "computed": "räknas ut", "construction": "kan inte brytas", "told": "berättas"}


class CatalogueRule(Row):
    """One rule.

    Attributes:
        says: the rule in one plain Swedish sentence.
        kind: how the program keeps it.
        sources: "<source> <id>" of the sections it rests on; each must be among the sources.
        mark: how certain the reading is, as in Citation.
        in_force_from, in_force_to: first and last day; absent when the source does not say.
        questions: the questions that answer it; needed when decided or computed.
        proof: tests that would fail if it were broken, as "path::name" from the root; for questions their examples are
            proof enough.
        met: where a person meets it, in Swedish; for a rule that only a question answers, nothing.
    """

    says: str
    kind: Kind
    sources: tuple[str, ...] = Field(min_length=1, strict=False)
    mark: Mark
    in_force_from: date | None = None
    in_force_to: date | None = None
    questions: tuple[str, ...] = Field(default=(), strict=False)
    proof: tuple[str, ...] = Field(default=(), strict=False)
    met: tuple[str, ...] = Field(default=(), strict=False)

    @property
    def period(self) -> Period:
        """The days it holds."""
        return Period(self.in_force_from, self.in_force_to + timedelta(days=1) if self.in_force_to else None)


class Chapter(Row):
    """One part of the catalogue."""

    title: str
    rules: dict[str, CatalogueRule]


class Catalogue:
    """All chapters, by letter.

    Args:
        chapters: by file name, which is the letter in lower case.
    """

    def __init__(self, chapters: Mapping[str, Chapter]) -> None:
        self.chapters = {letter.upper(): chapter for letter, chapter in chapters.items()}

    @classmethod
    def read(cls, folder: Path) -> "Catalogue":
        """All YAML files of a folder."""
        return cls(read_folder(folder, ".yaml", Chapter))

    def rules(self, on: date | None = None) -> Iterator[tuple[str, CatalogueRule]]:
        """Number and rule in order, all or those that hold on the day."""
        for letter in CHAPTERS:
            chapter = self.chapters.get(letter)
            for number, rule in sorted(chapter.rules.items()) if chapter else ():
                if on is None or on in rule.period:
                    yield number, rule

    def faults(self, sources: Sources, questions: Iterable[str]) -> Iterator[str]:
        """Rules that are missing, unknown or without what their kind needs; questions that no rule names."""
        yield from self._holes()
        known = set(questions)
        for number, rule in self.rules():
            yield from (f"catalogue: {fault}" for fault in _rule_faults(number, rule, sources, known))
        for question in sorted(known - {key for _, rule in self.rules() for key in rule.questions}):
            yield f"catalogue: no rule names the question {question}"

    def _holes(self) -> Iterator[str]:
        for letter in sorted(set(self.chapters) - set(CHAPTERS)):
            yield f"chapters/{letter.lower()}.yaml: there is no such chapter"
        for letter, count in CHAPTERS.items():
            wanted = {f"{letter}{number:02}" for number in range(1, count + 1)}
            found = set(self.chapters[letter].rules) if letter in self.chapters else set()
            yield from (f"chapters/{letter.lower()}.yaml: {number} is missing" for number in sorted(wanted - found))
            yield from (f"chapters/{letter.lower()}.yaml: {number} is unknown" for number in sorted(found - wanted))


def _rule_faults(number: str, rule: CatalogueRule, sources: Sources, questions: set[str]) -> Iterator[str]:
    for source in rule.sources:
        if not sources.knows(source):
            yield f"{number} rests on {source}, which no source has"
    for question in sorted(set(rule.questions) - questions):
        yield f"{number} names the question {question}, which is unknown"
    if rule.kind in ("decided", "computed") and not rule.questions:
        yield f"{number} is {rule.kind} but names no question"
    if rule.kind in ("construction", "told") and not rule.proof:
        yield f"{number} is {rule.kind} but names no test"
    if rule.kind == "told" and not rule.met:
        yield f"{number} is told, but it is not said where"
