"""Checks the whole law room: that it can be built, and that every example comes out as it says."""

import sys
from collections.abc import Iterator

from .errors import FaultyLaw, LawError, NoLawOnDate
from .example import Example
from .registry import Registry, current_registry


def example_fault(registry: Registry, question: str, example: Example) -> str | None:
    """What came out otherwise than the example says; None when nothing did."""
    try:
        decision = registry.decide(question, on=example.on, facts=example.facts)
    except NoLawOnDate:
        return None if example.error else f"{question}: {example.name}: there is no law on {example.on}"
    except LawError as error:
        return f"{question}: {example.name}: {error}"
    if example.error:
        return f"{question}: {example.name}: there is law on {example.on}, {example.error} was expected"
    labels = tuple(citation.label for citation in decision.citations)
    results = {result.name: result.value for result in decision.results}
    came = (decision.outcome.value, decision.reason, labels, decision.missing, results)
    expected = (example.outcome, example.reason, example.cites, example.missing, example.results)
    return None if came == expected else f"{question}: {example.name}: expected {expected}, came {came}"


def faults(registry: Registry) -> Iterator[str]:
    """What is wrong with the catalogue and the examples of a registry that could be built."""
    yield from registry.catalogue.faults(registry.sources, registry.questions)
    for question, examples in registry.examples.items():
        for example in examples:
            fault = example_fault(registry, question, example)
            if fault:
                yield fault


def main() -> int:
    """Print what is wrong, or how much is right. Returns 0 when all is well, 1 otherwise."""
    try:
        law = current_registry()
        found = list(faults(law))
    except FaultyLaw as error:
        found = error.faults
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        return 1
    examples = sum(map(len, law.examples.values()))
    versions = len(law.rules())
    print(
        f"{len(law.questions)} frågor, {versions} versioner, {examples} exempel och {len(law.sources)} källor: "
        "allt stämmer."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
