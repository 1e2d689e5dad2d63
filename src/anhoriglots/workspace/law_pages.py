"""The law as staff read it: what holds on a day, what changes next, and every rule with its source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from anhoriglots import law
from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.queries.decide_here import OwnAnswer, own_answers
from anhoriglots.catalogue.queries.decisions import FormMode, form_modes
from anhoriglots.kernel.citation import MARK_TEXTS, Citation
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.law.catalogue import CHAPTERS, CatalogueRule

from .law_answer import rule_on
from .law_elsewhere import others, question_of_others

Link = tuple[str, str]


class QuestionLink(NamedTuple):
    """Where a question can be put; ``whose`` names the municipalities that alone have answered it, if not one's own."""

    title: str
    href: str
    whose: str


class Cited(NamedTuple):
    """A section; ``whose`` names the municipality that alone is bound by it, if it is not one's own."""

    citation: Citation
    whose: str


HOW = {"begins": "börjar gälla", "changes": "ändras", "ends": "slutar gälla"}
ANSWERS = {"begins": "kan besvaras", "changes": "får nya svar", "ends": "har inget svar längre"}
KINDS = {
    "decided": "Programmet svarar på frågan",
    "computed": "Programmet räknar ut svaret",
    "construction": "Programmet kan inte bryta regeln",
    "told": "Programmet berättar om den",
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that is otherwise from a day on: what it is, how it changes, and where the question can be put."""

    title: str
    how: str
    section: str
    href: str


@dataclass(frozen=True, slots=True)
class DayOfChange:
    """A day on which the law changes: what is written, and the questions that get another answer."""

    day: str
    written: list[ChangeLine]
    questions: list[ChangeLine]


@dataclass(frozen=True, slots=True)
class Topic:
    """One part of the catalogue: its rules, and the questions that can be put, those of other municipalities last."""

    letter: str
    title: str
    href: str
    count: int
    questions: list[QuestionLink]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of the catalogue.

    Attributes:
        state: empty when it holds on the day; otherwise when it holds.
        citations: its sections as worded on the day, or else as they were or will be.
        mark: how certain the reading is, in words; ``is_verified`` when the official text has been read.
        met: where a person meets it.
        questions: where it can be asked about.
        own: what the board answers itself to any of them.
    """

    number: str
    says: str
    kind: str
    state: str
    citations: list[Cited]
    mark: str
    is_verified: bool
    met: str
    questions: list[Link]
    own: list[OwnAnswer]


@dataclass(frozen=True, slots=True)
class ChapterPage:
    """One part of the catalogue, rule by rule."""

    title: str
    rules: list[RuleLine]


def next_changes(municipality: str, day: date) -> list[DayOfChange]:
    """What is known to change in the municipality after the day, day by day."""
    changes = law.coming_changes(day, municipality)
    return [_day_of_change(on, list(found)) for on, found in groupby(changes, key=attrgetter("on"))]


def _day_of_change(on: date, found: list[law.Change]) -> DayOfChange:
    written = [_change(one) for one in found if one.what != "question"]
    questions = [_change(one) for one in found if one.what == "question"]
    return DayOfChange(swedish_date(on), written, questions)


def topics(municipality: str, day: date, link_to: date | None) -> list[Topic]:
    """The parts of the catalogue in order, each with its questions; a question stands in the first that names it, last
    when it rests on other municipalities' documents alone.

    Args:
        link_to: the day that links lead to; None for today.
    """
    left = dict(law.titles())
    found = []
    for letter in CHAPTERS:
        chapter = law.chapters().get(letter)
        if chapter is None:
            continue
        in_order = [key for _, rule in sorted(chapter.rules.items()) for key in rule.questions]
        named = [key for key in dict.fromkeys(in_order) if key in left]
        whose = {key: question_of_others(key, municipality, day) for key in named}
        named.sort(key=lambda key: bool(whose[key]))
        links = [QuestionLink(left.pop(key), question_address(key, link_to), whose[key]) for key in named]
        found.append(Topic(letter, chapter.title, chapter_address(letter, link_to), len(chapter.rules), links))
    return found


def unverified_rules(municipality: str, day: date, link_to: date | None) -> list[tuple[str, list[RuleLine]]]:
    """The rules that hold on the day and have not been read in an official text, by how certain they are."""
    every = [line for letter in CHAPTERS for line in _lines(letter, municipality, day, link_to)]
    lines = [line for line in every if not line.is_verified and not line.state]
    by_mark = {text: [line for line in lines if line.mark == text] for text in MARK_TEXTS.values()}
    return [(text[:1].upper() + text[1:], found) for text, found in by_mark.items() if found]


def chapter_page(letter: str, actor: Actor, day: date, link_to: date | None) -> ChapterPage | None:
    """One part of the catalogue; None when there is no such letter."""
    chapter = law.chapters().get(letter)
    if chapter is None:
        return None
    return ChapterPage(chapter.title, list(_lines(letter, actor.municipality, day, link_to, own_answers(actor, day))))


def decided_forms(board: UUID, day: date) -> list[FormMode]:
    """The support forms that rest on a decision of the board; none on a day before such decisions could be made."""
    try:
        return form_modes(board, on=day)
    except law.NoLawOnDate:
        return []


def own_answer_lines(actor: Actor, day: date, link_to: date | None) -> list[tuple[str, str, OwnAnswer]]:
    """The answers that the board gives itself: the question's title, where it can be put, and the answer."""
    known = law.titles()
    return [(known[own.question], question_address(own.question, link_to), own) for own in own_answers(actor, day)]


def question_address(key: str, day: date | None = None) -> str:
    """Where the question can be put, on the day when it is not today."""
    return reverse("ask-law", args=[key]) + _asking(day)


def chapter_address(letter: str, day: date | None = None) -> str:
    """The page of one part of the catalogue."""
    return reverse("law-chapter", args=[letter.lower()]) + _asking(day)


def _asking(day: date | None) -> str:
    return f"?dag={day.isoformat()}" if day else ""


def _change(one: law.Change) -> ChangeLine:
    is_question = one.what == "question"
    how = ANSWERS[one.how] if is_question else HOW[one.how]
    section = one.citation.label if one.citation else ""
    return ChangeLine(one.title, how, section, question_address(one.key, one.on) if is_question else "")


def _lines(
    letter: str, municipality: str, day: date, link_to: date | None, own: Sequence[OwnAnswer] = ()
) -> Iterator[RuleLine]:
    chapter = law.chapters().get(letter)
    for number, rule in sorted(chapter.rules.items()) if chapter else ():
        yield _line(number, rule, municipality, day, link_to, [one for one in own if one.question in rule.questions])


def _line(
    number: str, rule: CatalogueRule, municipality: str, day: date, link_to: date | None, own: list[OwnAnswer]
) -> RuleLine:
    return RuleLine(
        number=number,
        says=rule.says,
        kind=KINDS[rule.kind],
        state="" if day in rule.period else f"Gäller {rule.period.text}",
        citations=[Cited(one, others([one], municipality)) for key in rule.sources for one in _near(key, day)],
        mark=MARK_TEXTS[rule.mark],
        is_verified=rule.mark == "V",
        met=", ".join(rule.met),
        questions=[(law.titles()[key], question_address(key, link_to)) for key in rule.questions if rule_on(key, day)],
        own=own,
    )


def _near(key: str, day: date) -> tuple[Citation, ...]:
    """The wording of the day; all of them when it has none that day."""
    known = law.wordings(key)
    return tuple(one for one in known if day in one.validity) or known
