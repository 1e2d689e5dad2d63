"""The figures that are told, the budgets they are held against, and the table."""

from dataclasses import replace

import pytest

from bench.law import DECISION, DECISIONS, LOADING, LawFindings, law_lines
from bench.runner.budgets import Budget, judge
from bench.runner.figures import Load, Result, Spent, percentile, ratio, result
from bench.runner.report import Findings, JobFindings, lines

GOOD = Result(
    requests=100, p50=5.0, p95=9.0, per_second=20.0, app_cpu=3.0, database_cpu=1.0, bytes=900, errors=0, others=0.05,
    void=False, disturbed=False,
)  # fmt: skip
FLOOR = replace(GOOD, app_cpu=1.5, database_cpu=0.5)
BUDGET = Budget(statements=8, ratio=2.0, p95=10)


@pytest.mark.parametrize(("share", "expected"), [(0.5, 10), (0.95, 19), (0.951, 20), (1.0, 20), (0.0, 1)])
def test_a_percentile_is_a_value_that_was_measured(share: float, expected: int) -> None:
    assert percentile([*range(20, 0, -1)], share) == expected


def test_a_percentile_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        percentile([], 0.5)


def test_processor_time_is_told_per_request_and_that_of_others_as_a_share() -> None:
    spent = Spent(app=1.0, database=0.5, client=0.25, busy=4.0, machine=10.0)
    found = result(Load((10.0,) * 50, seconds=5.0, size=5_000, errors=0), spent)
    assert (found.app_cpu, found.database_cpu, found.per_second, found.bytes) == (20.0, 10.0, 10.0, 100)
    assert found.others == pytest.approx(0.225)
    assert found.disturbed
    assert not found.void


def test_rounding_in_the_kernels_books_is_nobody_elses_work() -> None:
    assert Spent(app=1.0, database=0.5, client=0.25, busy=1.7, machine=10.0).others == 0


def test_one_wrong_answer_makes_a_run_void() -> None:
    quiet = Spent(app=1.0, database=0.0, client=0.0, busy=1.0, machine=10.0)
    found = result(Load((1.0,), seconds=1.0, size=1, errors=1), quiet)
    assert found.void
    assert not judge(BUDGET, statements=1, ours=found, floor=FLOOR).met


def test_a_budget_that_is_kept_exactly_is_met() -> None:
    judgement = judge(BUDGET, statements=8, ours=replace(GOOD, p95=10.0), floor=FLOOR)
    assert (judgement.words, judgement.met) == ("met", True)


def test_what_is_missed_is_said_part_by_part() -> None:
    judgement = judge(BUDGET, statements=9, ours=replace(GOOD, p95=11.0, app_cpu=4.0), floor=FLOOR)
    assert judgement.words == "not met: 9 statements, at most 8; 2.5 x floor, at most 2; p95 11 ms, at most 10"


def test_a_floor_too_small_for_the_clock_gives_no_finite_ratio() -> None:
    assert ratio(1.0, 0.0) == float("inf")


def _findings(size: int, app_cpu: float, *, disturbed: bool) -> Findings:
    ours = {1: GOOD, 8: replace(GOOD, app_cpu=app_cpu, disturbed=disturbed, others=0.31)}
    job = JobFindings(
        "Idag", "list", "", BUDGET, 8, ["SELECT 1"], ours, judge(BUDGET, statements=8, ours=GOOD, floor=FLOOR)
    )
    return Findings(
        size, 1, "2026-11-24", "2 cores", 5.0, 1.2, 110.0, {"list": {"p50_c1": 0.4, "per_second_c8": 5000.0}},
        {"list": {1: FLOOR, 8: FLOOR}}, [job], {"Sök": "no page"},
    )  # fmt: skip


LAW = LawFindings(
    loading=LOADING, clock=190.0, decision=DECISION, page=DECISIONS, slowest=0.3, slowest_question="appeal", first=1.5,
    questions=6,
)  # fmt: skip


def test_what_the_law_costs_is_told_with_the_rest() -> None:
    found = replace(_findings(1_000, 3.0, disturbed=False), law=LAW)
    text = "\n".join(lines(found, None))
    assert "Law: loaded in 150 ms (190 by the clock): met (at most 150); a decision in 0.200 ms" in text
    assert "20 decisions of as many questions in 4.00 ms: met (at most 4)" in text
    assert "slowest question appeal, 0.300 ms" in text
    assert found.as_data()["law"]["decision"] == DECISION


def test_a_law_that_costs_too_much_is_told() -> None:
    text = "\n".join(law_lines(replace(LAW, loading=LOADING + 1, decision=DECISION + 0.01, page=DECISIONS + 0.1)))
    assert text.count("not met") == 3


def test_the_table_marks_what_others_disturbed_and_names_what_was_left_out() -> None:
    text = "\n".join(lines(_findings(100_000, 3.0, disturbed=True), None))
    assert "31%*" in text
    assert "Left out: Sök: no page" in text
    assert " 2.0 (1.0) x list  met" in text
    assert "From " not in text


@pytest.mark.parametrize(
    ("app_cpu", "disturbed", "told"),
    [
        (3.7, False, "+18%"),
        (3.92, False, "+23%, more than 20 %"),
        (3.92, True, "+23%, more than 20 % (disturbed by others: measure again)"),
    ],
)
def test_growth_of_more_than_a_fifth_is_named(app_cpu: float, disturbed: bool, told: str) -> None:
    found = _findings(1_000_000, app_cpu, disturbed=False)
    before = {"app_cpu": 3.0, "database_cpu": 1.0, "disturbed": disturbed}
    floor = {"app_cpu": 1.5, "database_cpu": 0.5, "disturbed": False}
    earlier = {
        "size": 100_000,
        "jobs": [{"name": "Idag", "results": {"8": before}}],
        "floors": {"list": {"8": floor}},
    }
    last = [line for line in lines(found, earlier) if "Idag:" in line]
    assert [line.strip() for line in last] == [f"Idag: {told}"]
