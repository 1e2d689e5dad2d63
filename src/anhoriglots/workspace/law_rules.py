"""The rules of the catalogue as staff read them: where each is written, how certain it is, and what the own board has
decided or may decide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from anhoriglots import law
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.catalogue.queries.decide_here import OwnAnswer, own_answers
from anhoriglots.catalogue.queries.elsewhere import others
from anhoriglots.catalogue.queries.own_rules import OwnRule, Room, own_rules, room_of
from anhoriglots.catalogue.queries.register import OVERRIDE, RULE
from anhoriglots.kernel.citation import MARK_TEXTS, Citation
from anhoriglots.law.catalogue import CHAPTERS, CatalogueRule

from .law_answer import rule_on
from .law_pages import chapter_address, question_address

Link = tuple[str, str]
READ = "V"
UNREAD = ("U", "V2")
KINDS = {
    "decided": "Programmet svarar på frågan",
    "computed": "Programmet räknar ut svaret",
    "construction": "Programmet kan inte bryta regeln",
    "told": "Programmet berättar om den",
}


class Cited(NamedTuple):
    """A section; ``whose`` names the municipality that alone is bound by it, if it is not one's own."""

    citation: Citation
    whose: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of the catalogue.

    Attributes:
        href: where it stands.
        state: empty when it holds on the day; otherwise when it holds.
        citations: its sections as worded on the day, or else as they were or will be.
        mark: how certain the reading is of that day, in words.
        is_verified: the rule itself has been read in the official text, whatever the wording of the day.
        met: where a person meets it.
        questions: where it can be asked about.
        own: what the board answers itself to any of them.
        own_rule: what the board has decided about the rule itself; None when it has not.
        room: what the board may decide of it.
        decide: where that is registered; empty for whoever may not register it.
    """

    number: str
    says: str
    href: str
    kind: str
    state: str
    citations: list[Cited]
    mark: str
    is_verified: bool
    met: str
    questions: list[Link]
    own: list[OwnAnswer]
    own_rule: OwnRule | None
    room: Room
    decide: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the rules, and of which day.

    Attributes:
        link_to: the day that links lead to; None for today.
        answers, rules: what the reader's board has decided itself that day.
    """

    actor: Actor
    day: date
    link_to: date | None
    answers: Sequence[OwnAnswer]
    rules: Mapping[str, OwnRule]


@dataclass(frozen=True, slots=True)
class ChapterPage:
    """One part of the catalogue, rule by rule."""

    title: str
    rules: list[RuleLine]


def reader(actor: Actor, day: date, link_to: date | None) -> Reader:
    """The reader with what the own board has decided, in two statements."""
    return Reader(actor, day, link_to, own_answers(actor, day), own_rules(actor, day))


def unverified_rules(reader: Reader) -> list[tuple[str, list[RuleLine]]]:
    """The rules that hold on the day and have not been read in an official text, by how certain they are."""
    lines = [line for letter in CHAPTERS for line in _lines(letter, reader) if not line.state]
    unread = [text for mark, text in MARK_TEXTS.items() if mark != READ]
    by_mark = {text: [line for line in lines if line.mark == text] for text in unread}
    return [(text[:1].upper() + text[1:], found) for text, found in by_mark.items() if found]


def chapter_page(letter: str, reader: Reader) -> ChapterPage | None:
    """One part of the catalogue; None when there is no such letter."""
    chapter = law.chapters().get(letter)
    return ChapterPage(chapter.title, list(_lines(letter, reader))) if chapter else None


def own_answer_lines(reader: Reader) -> list[tuple[str, str, OwnAnswer]]:
    """The answers that the board gives itself: the question's title, where it can be put, and the answer."""
    known = law.titles()
    return [(known[own.question], question_address(own.question, reader.link_to), own) for own in reader.answers]


def own_rule_lines(reader: Reader) -> list[tuple[str, OwnRule]]:
    """What the board has decided about rules: where each rule stands, and what was decided."""
    return [(rule_address(own.rule, reader.link_to), own) for own in reader.rules.values()]


def rule_address(number: str, day: date | None = None) -> str:
    """Where the rule stands on the page of its part."""
    return f"{chapter_address(number[0], day)}#{number}"


def _lines(letter: str, reader: Reader) -> Iterator[RuleLine]:
    chapter = law.chapters().get(letter)
    for number, rule in sorted(chapter.rules.items()) if chapter else ():
        yield _line(number, rule, reader)


def _line(number: str, rule: CatalogueRule, reader: Reader) -> RuleLine:
    day, here = reader.day, reader.actor.municipality
    room = room_of(rule, here, day)
    return RuleLine(
        number=number,
        says=rule.says,
        href=rule_address(number, reader.link_to),
        kind=KINDS[rule.kind],
        state="" if day in rule.period else f"Gäller {rule.period.text}",
        citations=[Cited(one, others([one], here)) for key in rule.sources for one in _near(key, day)],
        mark=MARK_TEXTS[_certainty(rule, day)],
        is_verified=rule.mark == READ,
        met=", ".join(rule.met),
        questions=_questions(rule, reader),
        own=[one for one in reader.answers if one.question in rule.questions],
        own_rule=reader.rules.get(number),
        room=room,
        decide=_form(number, room) if reader.actor.can(Capability.MANAGE_DECISIONS) else "",
    )


def _certainty(rule: CatalogueRule, day: date) -> str:
    """The rule's own mark, or that of a section whose wording of the day is known from a copy only, or not at all."""
    worded = {one.mark for key in rule.sources for one in law.wordings(key) if day in one.validity}
    return next((mark for mark in UNREAD if mark in worded), rule.mark) if rule.mark == READ else rule.mark


def _questions(rule: CatalogueRule, reader: Reader) -> list[Link]:
    asked = (key for key in rule.questions if rule_on(key, reader.day))
    return [(law.titles()[key], question_address(key, reader.link_to)) for key in asked]


def _form(number: str, room: Room) -> str:
    """Where the board's own decision is registered, with what can be chosen already; empty when there is no room."""
    if room.about_rule:
        return f"{reverse('register-decision', args=[RULE])}?regel={number}"
    chosen = f"?{urlencode({'svar': room.answers[0].value})}" if len(room.answers) == 1 else ""
    return reverse("register-decision", args=[OVERRIDE]) + chosen if room.answers else ""


def _near(key: str, day: date) -> tuple[Citation, ...]:
    """The wording of the day; all of them when it has none that day."""
    known = law.wordings(key)
    return tuple(one for one in known if day in one.validity) or known
