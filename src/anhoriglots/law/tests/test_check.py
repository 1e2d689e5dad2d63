"""The check finds what the law can be decided without: examples that do not show it, and versions nobody has shown."""

import re
from datetime import date
from pathlib import Path

import pytest

from anhoriglots.kernel.period import Period
from anhoriglots.law.errors import FaultyLaw

from .room import CHANGE, EXAMPLES, FIRST, found, question, spoil


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("on: 2019-12-31", "on: 2019-12-30", "no example on 2019-12-31"),
        ("on: 2021-12-31", "on: 2021-12-30", "no example on 2021-12-31"),
        ("missing: [known]", "missing: []", "no example is undetermined with what is missing"),
        ("missing: [known]", "missing: [unknown]", "('unknown',) was expected, ('known',) came"),
        ("reason: known", "reason: knows", "reason 'knows' was expected, 'known' came"),
        ("facts: {}, error: no-law-on-date", "facts: {known: 7}, error: no-law-on-date", ""),
        ("on: 2019-12-31", "on: 2020-01-01", "there is law on 2020-01-01, no-law-on-date was expected"),
        ("on: 2020-01-01", "on: 2019-01-01", "there is no law on 2019-01-01, permitted was expected"),
        ("facts: {known: true}", "facts: {known: ja}", "Uppgiften 'known'"),
    ],
)
def test_examples_that_do_not_show_the_law_are_told(folder: Path, old: str, new: str, fault: str) -> None:
    spoil(folder, "examples/small.yaml", old, new)
    told = found(folder)
    assert [one for one in told if fault in one] if fault else told == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("error: no-law-on-date", "reason: r", "an example has either an outcome or an error"),
        ("reason: known, cites: ", "reason: known, missing: ", "an outcome needs its reason and what it cites"),
        ("outcome: permitted", "outcome: perhaps", "small.yaml: examples.1.outcome"),
    ],
)
def test_examples_of_the_wrong_shape_are_told(folder: Path, old: str, new: str, fault: str) -> None:
    spoil(folder, "examples/small.yaml", old, new)
    with pytest.raises(FaultyLaw, match=re.escape(fault)):
        found(folder)


def test_a_question_needs_five_examples(folder: Path) -> None:
    (folder / "examples/small.yaml").unlink()
    assert "examples/small.yaml: 0 decided examples, at least 5 are needed" in found(folder)


def test_a_day_without_law_is_no_decided_example(folder: Path) -> None:
    path = folder / "examples/small.yaml"
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if "första dagen" not in line]
    path.write_text("\n".join(kept), encoding="utf-8")
    assert [one for one in found(folder) if "are needed" in one] == []
    spoil(
        folder,
        "examples/small.yaml",
        "outcome: permitted, reason: known, cites: [1 § lagen om prov (2019:1)]",
        "error: no-law-on-date",
    )
    assert "examples/small.yaml: 4 decided examples, at least 5 are needed" in found(folder)


def test_examples_of_no_question_are_told(folder: Path) -> None:
    (folder / "examples/large.yaml").write_text(EXAMPLES, encoding="utf-8")
    assert found(folder) == ["examples/large.yaml: there is no question large"]


def test_each_version_needs_an_example_of_each_reason_it_can_give(folder: Path) -> None:
    spoil(folder, "examples/small.yaml", "{name: nej då, on: 2022-01-01", "{name: nej då, on: 2020-01-01")
    spoil(folder, "examples/small.yaml", "cites: [*new]}", 'cites: ["1 § lagen om prov (2019:1)"]}')
    assert found(folder) == ["rules: small from 2022-01-01: no example gives the reason not-known"]


def test_a_version_can_name_its_reasons_itself_and_is_then_held_to_them(folder: Path) -> None:
    assert found(folder, question(reasons=("known", "not-known"))) == []
    assert found(folder, question(reasons=("known",))) == [
        f"rules: small from {day}: an example gives not-known, which is not among its reasons"
        for day in (FIRST, CHANGE)
    ]
    assert f"rules: small from {FIRST}: no example gives the reason never" in found(
        folder, question(reasons=("known", "not-known", "never"))
    )


def test_a_declared_gap_must_be_shown_too(folder: Path) -> None:
    periods = (Period(FIRST, date(2021, 6, 1)), Period(CHANGE))
    told = found(folder, question(*periods, gaps=(Period(date(2021, 6, 1), CHANGE),)))
    assert "examples/small.yaml: no example on 2021-06-01, the day of a change or the day before" in told


@pytest.mark.parametrize(("codes", "days"), [("{b: två}", ["2023-02-28", "2023-03-01"]), ("{a: ett, b: två}", [])])
def test_a_list_that_changes_within_a_version_must_be_shown_too(folder: Path, codes: str, days: list[str]) -> None:
    row = f"    in_force_to: 2023-02-28\n  - in_force_from: 2023-03-01\n    source: act 1\n    codes: {codes}\n"
    last = "  - in_force_from: 2022-01-01\n"
    spoil(folder, "parameters/list.yaml", last, f"{last}{row.splitlines(keepends=True)[0]}")
    with (folder / "parameters/list.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(row.splitlines(keepends=True)[1:]))
    told = [one for one in found(folder) if "no example on" in one]
    assert told == [f"examples/small.yaml: no example on {day}, the day of a change or the day before" for day in days]
