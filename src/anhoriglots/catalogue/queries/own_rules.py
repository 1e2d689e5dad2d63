"""What a board may decide itself of a rule that is not read in an official text, and what it has decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision
from anhoriglots.law import answers, chapters, heard_in, wordings
from anhoriglots.law.catalogue import CatalogueRule

from ..models import RuleDecision
from .decide_here import decision_in_words
from .elsewhere import others
from .in_force import in_force
from .replaceable import (
    OFFICIAL,
    THEIR_OWN_WORD,
    UNKNOWN,
    LawAnswer,
    answers_of_board,
    is_forbidden_by_official_text,
    is_uncertain,
)

# The mark of what nobody has read anywhere: a conclusion, or common knowledge.
NOT_READ = "U"


@dataclass(frozen=True, slots=True)
class Room:
    """What a board may decide of one rule on a day; nothing at all of one that is read in an official text.

    Attributes:
        answers: the answers of the law that it may replace.
        about_rule: there is no such answer, and it may decide about the rule itself.
        why_not: why it may do neither, in a sentence or two; empty otherwise.
    """

    answers: tuple[LawAnswer, ...] = ()
    about_rule: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """What the board has decided about the rule with the number; ``local`` is its decision in words."""

    rule: str
    sentence: str
    local: str


def rule_of(number: str) -> CatalogueRule | None:
    """The rule with the number; None when there is none."""
    chapter = chapters().get(number[:1])
    return chapter.rules.get(number) if chapter else None


def room_of(rule: CatalogueRule, municipality: str, on: date) -> Room:
    """What a board in the municipality may decide of the rule on the day."""
    if rule.mark == OFFICIAL:
        return Room()
    if on not in rule.period:
        return Room(why_not="Regeln gäller inte den dagen.")
    replaceable = tuple(one for key in rule.questions for one in answers_of_board(municipality, key, on))
    if replaceable:
        return Room(answers=replaceable)
    why_not = _elsewhere(rule, municipality, on) or _firm(rule, municipality, on)
    return Room(about_rule=not why_not, why_not=why_not)


def rules_to_decide(municipality: str, on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rules that a board in the municipality may decide about on the day: number and words, by chapter."""
    found = [(chapter.title, list(_open(chapter.rules, municipality, on))) for chapter in chapters().values()]
    return [(title, rules) for title, rules in found if rules]


def own_rules(actor: Actor, on: date) -> dict[str, OwnRule]:
    """What the actor's board has decided about rules that it may decide about on the day, by number; one statement."""
    rows = RuleDecision.objects.filter(in_force(on), board=actor.board_id)
    rows = rows.order_by("rule", "-valid_from", "-decided_on").distinct("rule")
    return {
        row.rule: OwnRule(row.rule, row.sentence, decision_in_words(row))
        for row in rows
        if (rule := rule_of(row.rule)) and room_of(rule, actor.municipality, on).about_rule
    }


def own_rules_about(actor: Actor, question: str, on: date) -> list[OwnRule]:
    """Those about rules that the question answers; no statement where the board may decide about none of them."""
    here = actor.municipality
    named = {
        number
        for chapter in chapters().values()
        for number, rule in chapter.rules.items()
        if question in rule.questions and room_of(rule, here, on).about_rule
    }
    return [own for number, own in own_rules(actor, on).items() if number in named] if named else []


def _open(rules: dict[str, CatalogueRule], municipality: str, on: date) -> Iterator[tuple[str, str]]:
    for number, rule in sorted(rules.items()):
        if room_of(rule, municipality, on).about_rule:
            yield number, f"{number} {rule.says}"


def _elsewhere(rule: CatalogueRule, municipality: str, on: date) -> str:
    """Where it is only in other municipalities' documents that the rule, or what is uncertain of it, stands."""
    cited = [one for key in rule.sources for one in wordings(key) if on in one.validity]
    if whose := others(cited, municipality):
        return f"Regeln står bara i dokument från {whose}. Din nämnd är inte bunden av den."
    uncertain = [one for one in cited if one.mark != OFFICIAL]
    if rule.mark != NOT_READ and (whose := others(uncertain, municipality)):
        return f"Bara det som står i dokument från {whose} är obekräftat. Din nämnd är inte bunden av det."
    return ""


def _firm(rule: CatalogueRule, municipality: str, on: date) -> str:
    """Where the uncertain answers are such as no board gives otherwise."""
    heard = [heard_in(said, municipality) for key in rule.questions for said in answers(key, on)]
    uncertain = [said for said in heard if is_uncertain(said) and said.reason != UNKNOWN]
    if firm := [said for said in uncertain if is_forbidden_by_official_text(said)]:
        return f"Svaret är ett nej som också vilar på bekräftad text: {_sections(firm)}. Det kan nämnden inte ändra."
    if any(said.reason in THEIR_OWN_WORD for said in uncertain):
        return "Svaret följer av vad någon själv har sagt eller bett om. Det kan nämnden inte svara annat på."
    return ""


def _sections(firm: list[Decision]) -> str:
    official: list[Citation] = [one for said in firm for one in said.citations if one.mark == OFFICIAL]
    return " och ".join(dict.fromkeys(one.label for one in official))
