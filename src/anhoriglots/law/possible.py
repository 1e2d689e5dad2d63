"""The answers that a question can give on a day, as its examples show them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from anhoriglots.kernel.decision import Decision

from .errors import BadFact, NoLawOnDate
from .registry import Registry


def answers_of(registry: Registry, question: str, day: date) -> Iterator[Decision]:
    """What comes of each example's facts when they are put on the day, without what belongs to the one case.

    Facts that cannot be put on that day give no answer, and neither does a day without law.
    """
    for example in registry.examples.get(question, ()):
        try:
            decision = registry.decide(question, on=day, facts=example.facts)
        except (NoLawOnDate, BadFact):
            continue
        yield replace(decision, missing=(), results=())
