"""What it costs to load the law in a new process, and to decide. ``python -m bench.law`` needs no database."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .runner.figures import percentile

LOADING, DECISION = 150.0, 0.2  # milliseconds: the budgets
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
        slowest, slowest_question: the question whose median is highest.
        first: median over the questions of the very first answer in a process, when its facts are still to be built.
        questions: how many.
    """

    loading: float
    clock: float
    decision: float
    slowest: float
    slowest_question: str
    first: float
    questions: int


def measure_law() -> LawFindings:
    """Load the law in new processes, and decide every example of every question again and again."""
    _load()  # leaves the compiled modules that an installation has from the start
    loads = [_load() for _ in range(PROCESSES)]
    first, medians = _decisions()
    slowest = max(medians, key=lambda question: medians[question])
    return LawFindings(
        loading=percentile([cpu for cpu, _ in loads], 0.5),
        clock=percentile([clock for _, clock in loads], 0.5),
        decision=percentile(list(medians.values()), 0.5),
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


def _decisions() -> tuple[list[float], dict[str, float]]:
    """The first answer of each question, and the median of all that followed."""
    from anhoriglots.law.registry import current_registry

    law = current_registry()
    cases = {
        key: [(example.on, example.facts) for example in examples if not example.error]
        for key, examples in law.examples.items()
    }
    first = [_timed(key, *asked[0]) for key, asked in cases.items()]
    medians = {
        key: percentile([_timed(key, on, facts) for _ in range(TIMES) for on, facts in asked], 0.5)
        for key, asked in cases.items()
    }
    return first, medians


def _timed(question: str, on: date, facts: Mapping[str, Any]) -> float:
    from anhoriglots.law import decide

    started = time.perf_counter()
    decide(question, on=on, facts=facts)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    print("\n".join(law_lines(measure_law())))
