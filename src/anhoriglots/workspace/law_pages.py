"""The law as staff read it: what changes next, the questions that can be put, and what rests on decisions."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from anhoriglots import law
from anhoriglots.catalogue.queries.decisions import FormMode, form_modes
from anhoriglots.catalogue.queries.elsewhere import question_of_others
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.law.catalogue import CHAPTERS


class QuestionLink(NamedTuple):
    """Where a question can be put; ``whose`` names the municipalities that alone have answered it, if not one's own."""

    title: str
    href: str
    whose: str


HOW = {"begins": "börjar gälla", "changes": "ändras", "ends": "slutar gälla"}
ANSWERS = {"begins": "kan besvaras", "changes": "får nya svar", "ends": "har inget svar längre"}


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


def decided_forms(board: UUID, day: date) -> list[FormMode]:
    """The support forms that rest on a decision of the board; none on a day before such decisions could be made."""
    try:
        return form_modes(board, on=day)
    except law.NoLawOnDate:
        return []


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
