"""What it costs to load the law in a new process, and to decide. ``python -m bench.law`` needs no database."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from .runner.figures import percentile

PAGE = 20  # as many as a page asks for
LOADING, DECISION = 150.0, 0.2  # milliseconds: the budgets
DECISIONS = PAGE * DECISION
PROCESSES = 9
TIMES = 40
# Python and the libraries are there already in a process that serves pages, so only the law itself is timed.
LOAD = """
import time
from anhoriglots.law.registry import current_registry
cpu, clock = time.process_time(), time.perf_counter()
current_registry()
print(1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - clock))
"""


@dataclass(frozen=True, slots=True)
class LawFindings:
    """Milliseconds.

    Attributes:
        loading: processor time, median over new processes; it waits for nothing, so a calm machine shows the same.
        clock: by the clock, median over the same processes, with all that others did meanwhile.
        decision: median over the questions of the median over their examples.
        page: median of twenty decisions in a row, each of another question.
    slowest, slowest_question: the question whose median is highest.
        first: median over the questions of the very first answer in a process, when its facts are still to be built.
        questions: how many.
    """

    loading: float
    clock: float
    decision: float
    page: float
    slowest: float
    slowest_question: str
    first: float
    questions: int


def measure_law() -> LawFindings:
    """Load the law in new processes, and decide every example of every question again and again."""
    _load()  # leaves the compiled modules that an installation has from the start
    loads = [_load() for _ in range(PROCESSES)]
    cases = _cases()
    first = [_timed([asked[0]]) for asked in cases]
    medians = {
        asked[0].question: percentile([_timed([case]) for _ in range(TIMES) for case in asked], 0.5) for asked in cases
    }
    slowest = max(medians, key=lambda question: medians[question])
    return LawFindings(
        loading=percentile([cpu for cpu, _ in loads], 0.5),
        clock=percentile([clock for _, clock in loads], 0.5),
        decision=percentile(list(medians.values()), 0.5),
        page=percentile([_timed(page) for _ in range(TIMES) for page in _pages(cases)], 0.5),
        slowest=medians[slowest],
        slowest_question=slowest,
        first=percentile(first, 0.5),
        questions=len(medians),
    )


def law_lines(found: LawFindings) -> Iterator[str]:
    """What was found, with the budgets."""
    yield (
        f"Law: loaded in {found.loading:.0f} ms ({found.clock:.0f} by the clock): {_judged(found.loading, LOADING)}; "
        f"a decision in {found.decision:.3f} ms, median of {found.questions} questions: "
        f"{_judged(found.decision, DECISION)}"
    )
    yield f"     {PAGE} decisions of as many questions in {found.page:.2f} ms: {_judged(found.page, DECISIONS)}"
    yield (
        f"     slowest question {found.slowest_question}, {found.slowest:.3f} ms; "
        f"the first answer of a question in a process {found.first:.1f} ms"
    )


def _judged(measured: float, budget: float) -> str:
    return f"met (at most {budget:g})" if measured <= budget else f"not met, at most {budget:g}"


def _load() -> tuple[float, float]:
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run([sys.executable, "-c", LOAD], stdout=subprocess.PIPE, text=True, check=True, env=compiled)
    cpu, clock = map(float, done.stdout.split())
    return cpu, clock


class Asked(NamedTuple):
    """An example, as it is put to the law."""

    question: str
    on: date
    facts: Mapping[str, Any]


def _cases() -> list[list[Asked]]:
    """The examples of each question that have an answer."""
    from anhoriglots.law.registry import current_registry

    every = current_registry().examples.items()
    return [[Asked(key, one.on, one.facts) for one in examples if not one.error] for key, examples in every]


def _pages(cases: Sequence[Sequence[Asked]]) -> Iterator[list[Asked]]:
    """The examples in turn, one of each question after the other, as many at a time as a page asks for."""
    in_turn = [case for row in zip(*cases, strict=False) for case in row]
    yield from (in_turn[start : start + PAGE] for start in range(0, len(in_turn) - PAGE + 1, PAGE))


def _timed(cases: Iterable[Asked]) -> float:
    from anhoriglots.law import decide

    started = time.perf_counter()
    for case in cases:
        decide(case.question, on=case.on, facts=case.facts)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    print("\n".join(law_lines(measure_law())))
