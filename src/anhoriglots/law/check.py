"""Checks the whole law room: that it can be built, and that everything in it is shown, sourced and in its place."""

import sys
from collections.abc import Callable, Iterator
from datetime import date

from .errors import FaultyLaw, LawError
from .example import Example, example_faults, otherwise, what_came
from .figures import figure_faults
from .reasons import reason_faults
from .registry import Registry, current_registry
from .released import release, released_faults
from .released_file import FILE
from .statutes import statute_faults


def example_fault(registry: Registry, question: str, example: Example) -> str | None:
    """What came out otherwise than the example says; None when nothing did."""
    try:
        came, _ = what_came(registry, question, example)
    except LawError as error:
        return f"{question}: {example.name}: {error}"
    wrong = otherwise(example, came)
    if "error" in (*example.expected, *came) and wrong:
        law = "no law" if "error" in came else "law"
        expected = example.error or example.outcome
        return f"{question}: {example.name}: there is {law} on {example.on}, {expected} was expected"
    told = "; ".join(f"{name} {expected!r} was expected, {value!r} came" for name, (expected, value) in wrong.items())
    return f"{question}: {example.name}: {told}" if told else None


def faults(registry: Registry, today: date) -> Iterator[str]:
    """What is wrong in a registry that could be built.

    Args:
        today: what has been released cannot be given an end before it.
    """
    yield from registry.catalogue.faults(registry.sources, registry.questions)
    yield from example_faults(registry.questions, registry.examples, registry.parameters)
    for question in sorted(set(registry.examples) & set(registry.questions)):
        yield from filter(None, (example_fault(registry, question, one) for one in registry.examples[question]))
    yield from reason_faults(registry.questions, registry.examples)
    yield from figure_faults(registry.questions.values())
    yield from statute_faults(registry.sources)
    yield from released_faults(registry, today)


def main(today: date) -> int:
    """Print what is wrong, or how much is right. Returns 0 when all is well, 1 otherwise."""
    return _when_right(_counted, today)


def main_release(today: date) -> int:
    """Write down everything that has not been released yet. Returns 0 when done, 1 when something is wrong."""
    return _when_right(lambda law: _told_of_release(release(law, today)), today)


def _when_right(say: Callable[[Registry], str], today: date) -> int:
    try:
        law = current_registry()
        found = list(faults(law, today))
    except FaultyLaw as error:
        found = error.faults
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        print(say(law))
    return 1 if found else 0


def _told_of_release(lines: int) -> str:
    return f"Utgivet: {lines} nya eller ändrade rader i {FILE}. Det som står där får inte längre ändras."


def _counted(law: Registry) -> str:
    rules = sum(1 for _ in law.catalogue.rules())
    examples = sum(map(len, law.examples.values()))
    return (
        f"{rules} regler, {len(law.questions)} frågor, {len(law.rules())} versioner, {examples} exempel och "
        f"{len(law.sources)} källor: allt stämmer."
    )
