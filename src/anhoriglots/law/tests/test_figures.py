"""Figures and days of law are dated rows of a list, not code."""

import ast

import pytest

from anhoriglots.law.figures import figures_in

RULE = """
QUESTION = Question("small", "Får man?", SmallFacts, gaps=(Period(date(2020, 1, 1), date(2021, 1, 1)),))
NAMES = ("a", "b")
{constant}

class SmallFacts(Facts):
    age: int | None = Field(default=None, ge=0, le=130)


@QUESTION.version(in_force=Period(date(2020, 1, 1), date(2022, 1, 1)), cites=("act 1",))
def rule(facts, basis):
    first = NAMES[0]
    {line}
"""


def figures(line: str, constant: str = "") -> list[str]:
    return list(figures_in(ast.parse(RULE.format(line=line, constant=constant))))


@pytest.mark.parametrize(
    "line", ["return first", "return facts.age == -1 or 1", "return 'act 14:3' if True else '15 år'"]
)
def test_what_only_counts_or_names_is_no_figure(line: str) -> None:
    assert figures(line, "START = date(2020, 1, 1)") == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("return facts.age >= 15", "the number 15"),
        ("return facts.age >= -2", "the number 2"),
        ("return facts.share > 0.5", "the number 0.5"),
        ("return basis.on >= date(2025, 7, 1)", "a day"),
        ("return date.fromisoformat('2025-07-01')", "a day"),
        ("return (lambda age: age > 12)(facts.age)", "the number 12"),
        ("return facts.age >= GROWN", "GROWN, which is the number 18"),
        ("return basis.on >= START", "START, which is a day"),
    ],
)
def test_a_figure_or_a_day_in_a_rule_is_told_once_with_its_line(line: str, told: str) -> None:
    (fault,) = figures(line, "GROWN: int = 18; START = date(2020, 1, 1)")
    assert fault == f"line 13 has {told}; make it a parameter"


def test_a_figure_cannot_hide_in_a_default_or_in_a_fact() -> None:
    source = "class F:\n    @property\n    def old(self):\n        return self.age > 65\n\n\ndef f(limit=14): ...\n"
    assert list(figures_in(ast.parse(source))) == [
        "line 4 has the number 65; make it a parameter",
        "line 7 has the number 14; make it a parameter",
    ]
