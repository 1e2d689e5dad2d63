"""The findings as a table to read and as data to keep."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from bench.law import LawFindings, law_lines

from .budgets import Budget, Judgement
from .figures import Result, ratio

LOW, HIGH = 1, 8
Results = dict[int, Result]  # by concurrency
# A budget must not get worse by more than this from 100,000 carers to 1,000,000.
MOST_GROWTH = 0.20
_HEAD = ("", "c", "p50 ms", "p95 ms", "req/s", "app CPU", "db CPU", "stmts", "bytes", "others")


@dataclass(frozen=True, slots=True)
class JobFindings:
    """What was found about one job."""

    name: str
    floor: str
    second: str
    budget: Budget
    statements: int
    sql: list[str]
    results: Results
    judgement: Judgement


@dataclass(slots=True)
class Findings:
    """One whole run."""

    size: int
    seed: int
    on: str
    machine: str
    seconds: float
    started_in: float
    memory: float
    raw: Mapping[str, Mapping[str, float]]
    floors: dict[str, Results] = field(default_factory=dict)
    jobs: list[JobFindings] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    law: LawFindings | None = None
    sold_twice: int = 0

    def as_data(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return asdict(self)


def lines(findings: Findings, earlier: Mapping[str, Any] | None) -> Iterator[str]:
    """The table and what it says.

    Args:
        earlier: the kept findings at 100,000 carers, to see growth; None when there are none or they are not wanted.
    """
    yield f"{findings.size:,} carers, seed {findings.seed}, {findings.on}, {findings.machine}"
    yield f"First page {findings.started_in:.1f} s after start; the web server uses {findings.memory:.0f} MiB at rest."
    if findings.law:
        yield from law_lines(findings.law)
    yield from _table(findings)
    yield from _raw(findings)
    yield ""
    yield "Budgets (ratios by processor time per request at concurrency 8; in brackets by median at concurrency 1)"
    yield from _judgements(findings)
    yield from _per_second(findings)
    yield f"Courses with more seats taken than there are: {findings.sold_twice}"
    yield from _growth(findings, earlier)
    yield from (f"Left out: {name}: {why}" for name, why in findings.left_out.items())


def _table(findings: Findings) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [_HEAD]
    for job in findings.jobs:
        rows += [_row(job.name, level, result, str(job.statements)) for level, result in job.results.items()]
    rows.append(("floors",) + ("",) * (len(_HEAD) - 1))
    for name, results in findings.floors.items():
        rows += [_row(name, level, result, "") for level, result in results.items()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    yield ""
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()


def _row(name: str, level: int, found: Result, statements: str) -> tuple[str, ...]:
    mark = "*" if found.disturbed else ""
    return (
        name,
        str(level),
        f"{found.p50:.1f}",
        f"{found.p95:.1f}",
        f"{found.per_second:.0f}",
        f"{found.app_cpu:.2f}",
        f"{found.database_cpu:.2f}",
        statements,
        f"{found.bytes:,}",
        "VOID" if found.void else f"{found.others:.0%}{mark}",
    )


def _raw(findings: Findings) -> Iterator[str]:
    yield ""
    yield "Prepared statements alone: " + ", ".join(
        f"{name} {figures['p50_c1']:.2f} ms, {figures['per_second_c8']:,.0f}/s"
        for name, figures in findings.raw.items()
    )


def _judgements(findings: Findings) -> Iterator[str]:
    width = max((len(job.name) for job in findings.jobs), default=0)
    for job in findings.jobs:
        yield f"  {job.name:<{width}}  {_times(findings, job, job.floor)}  {job.judgement.words}"
        if job.second:
            yield f"  {'':<{width}}  {_times(findings, job, job.second)}"


def _times(findings: Findings, job: JobFindings, name: str) -> str:
    floor = findings.floors[name]
    by_cpu = ratio(job.results[HIGH].cpu, floor[HIGH].cpu)
    by_median = ratio(job.results[LOW].p50, floor[LOW].p50)
    return f"{by_cpu:4.1f} ({by_median:.1f}) x {name}"


def _per_second(findings: Findings) -> Iterator[str]:
    for job in findings.jobs:
        if job.name.startswith("booking"):
            ours, floor = job.results[HIGH].per_second, findings.floors[job.floor][HIGH].per_second
            yield f"  {job.name}: {ours:.0f} a second, {ratio(ours, floor):.2f} of the {floor:.0f} of {job.floor}"


def _growth(findings: Findings, earlier: Mapping[str, Any] | None) -> Iterator[str]:
    if earlier is None:
        return
    yield ""
    yield f"From {earlier['size']:,} to {findings.size:,} carers, by the ratio to the floor:"
    before = {job["name"]: job for job in earlier["jobs"]}
    for job in findings.jobs:
        if job.name in before:
            yield f"  {job.name}: {_grown(job, findings, before[job.name], earlier['floors'])}"


def _grown(job: JobFindings, findings: Findings, old: Mapping[str, Any], floors: Mapping[str, Any]) -> str:
    then, floor_then = old["results"][str(HIGH)], floors[job.floor][str(HIGH)]
    now, floor_now = job.results[HIGH], findings.floors[job.floor][HIGH]
    times_then = ratio(_cpu(then), _cpu(floor_then))
    grown = ratio(ratio(now.cpu, floor_now.cpu), times_then) - 1
    words = ", more than 20 %" if grown > MOST_GROWTH else ""
    disturbed = now.disturbed or floor_now.disturbed or then["disturbed"] or floor_then["disturbed"]
    return f"{grown:+.0%}{words}{' (disturbed by others: measure again)' if disturbed else ''}"


def _cpu(result: Mapping[str, Any]) -> float:
    total: float = result["app_cpu"] + result["database_cpu"]
    return total
