"""What each job may cost at most, and whether it did. The figures come from the project's performance goals."""

from dataclasses import dataclass

from .figures import Result, ratio


@dataclass(frozen=True, slots=True)
class Budget:
    """At most so many statements, so many times the floor, and this 95th percentile at concurrency 8 (milliseconds)."""

    statements: int
    ratio: float
    p95: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """Each part in words, and all of it."""

    words: str
    met: bool


def judge(budget: Budget, *, statements: int, ours: Result, floor: Result) -> Judgement:
    """Compare, by processor time per request at concurrency 8, which is the steadiest figure on a shared machine."""
    times = ratio(ours.cpu, floor.cpu)
    if ours.void or floor.void:
        return Judgement("void: there were wrong answers", False)
    over = []
    if statements > budget.statements:
        over.append(f"{statements} statements, at most {budget.statements}")
    if times > budget.ratio:
        over.append(f"{times:.1f} x floor, at most {budget.ratio:g}")
    if ours.p95 > budget.p95:
        over.append(f"p95 {ours.p95:.0f} ms, at most {budget.p95:g}")
    return Judgement("not met: " + "; ".join(over) if over else "met", not over)
