"""The whole law as a list: every rule of the catalogue, how it is kept and what proves it, then the questions.

In words for a person, and as plain values for JSON.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from anhoriglots.kernel.citation import Citation

from .catalogue import KIND_WORDS, CatalogueRule
from .presenting import MARKS, citation_as_json, citation_in_words, period_as_json, period_in_words
from .registry import Registry, RuleInForce


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is listed.

    Attributes:
        on: only what holds on this day; None for all days.
        kind: only rules of this kind; empty for all.
        rule: only the rule of this number; empty for all.
    """

    on: date | None = None
    kind: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A rule of the catalogue with what belongs to it.

    Attributes:
        number: for example "A01".
        rule: itself.
        citations: the wordings it rests on: that of the day, or all when no day is asked.
        examples: file and number of cases of each question that answers it.
    """

    number: str
    rule: CatalogueRule
    citations: tuple[Citation, ...]
    examples: tuple[tuple[str, int], ...]


def listed_rules(registry: Registry, wanted: Wanted) -> Iterator[ListedRule]:
    """The wanted rules, in the order of the catalogue."""
    for number, rule in registry.catalogue.rules(wanted.on):
        if (wanted.kind or rule.kind) == rule.kind and (wanted.rule or number) == number:
            cited = tuple(one for source in rule.sources for one in _wordings(registry, source, wanted.on))
            examples = tuple((f"examples/{key}.yaml", len(registry.examples.get(key, ()))) for key in rule.questions)
            yield ListedRule(number, rule, cited, examples)


def listed_questions(registry: Registry, wanted: Wanted, rules: list[ListedRule]) -> list[RuleInForce]:
    """The versions of the questions: all, or those that answer the listed rules when only some rules are wanted."""
    versions = registry.rules(wanted.on)
    if not (wanted.kind or wanted.rule):
        return list(versions)
    named = {key for listed in rules for key in listed.rule.questions}
    return [version for version in versions if version.question in named]


def as_json(rules: list[ListedRule], questions: list[RuleInForce]) -> dict[str, Any]:
    """Both lists."""
    return {
        "rules": [_rule_as_json(listed) for listed in rules],
        "questions": [_question_as_json(question) for question in questions],
    }


def in_words(rules: list[ListedRule], questions: list[RuleInForce]) -> str:
    """Both lists, with a line between any two."""
    told = [*map(_rule_in_words, rules), *map(_question_in_words, questions)]
    return "\n\n".join(told) or "Ingen regel svarar mot det du valde."


def _wordings(registry: Registry, source: str, on: date | None) -> tuple[Citation, ...]:
    if on is None:
        return registry.sources.wordings(source)
    found = registry.sources.on(source, on)
    return (found,) if found else ()


def _rule_as_json(listed: ListedRule) -> dict[str, Any]:
    rule = listed.rule
    return {
        "number": listed.number,
        "says": rule.says,
        "kind": rule.kind,
        "mark": rule.mark,
        "in_force": period_as_json(rule.period),
        "sources": list(rule.sources),
        "citations": [citation_as_json(citation) for citation in listed.citations],
        "questions": list(rule.questions),
        "examples": dict(listed.examples),
        "tests": list(rule.proof),
        "met": list(rule.met),
    }


def _rule_in_words(listed: ListedRule) -> str:
    rule = listed.rule
    lines = [f"{listed.number} ({KIND_WORDS[rule.kind]}): {rule.says}"]
    validity = period_in_words(rule.period)
    lines.append(f"  Gäller {validity}, {MARKS[rule.mark]}" if validity else f"  {MARKS[rule.mark].capitalize()}")
    lines += [f"  {citation_in_words(citation)}" for citation in listed.citations]
    lines += [f"  Visas av {file} ({count} exempel)" for file, count in listed.examples]
    lines += [f"  Visas av {test}" for test in rule.proof]
    if rule.met:
        lines.append(f"  Möts: {'; '.join(rule.met)}")
    return "\n".join(lines)


def _question_as_json(question: RuleInForce) -> dict[str, Any]:
    return {
        "question": question.question,
        "title": question.title,
        "summary": question.summary,
        "in_force": period_as_json(question.in_force),
        "citations": [citation_as_json(citation) for citation in question.citations],
        "facts": dict(question.facts),
    }


def _question_in_words(question: RuleInForce) -> str:
    lines = [f"{question.question}: {question.title}"]
    lines += [f"  Gäller {period_in_words(question.in_force)}", f"  {question.summary}"]
    lines += [f"  {citation_in_words(citation)}" for citation in question.citations]
    lines += [f"  {name}: {description}" for name, description in question.facts.items()]
    return "\n".join(lines)
