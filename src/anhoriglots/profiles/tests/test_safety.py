"""Help-lines, and what a child is told: faults stop a profile, what is old is told without stopping it."""

from datetime import date
from pathlib import Path

import pytest

from anhoriglots.profiles.check import warnings
from anhoriglots.profiles.reader import BUILT_IN, read_profile

from .copies import TODAY, Break, copy_of, faults_in

BREAKS = {
    "no line at night for children": Break(
        "0662", "safety.yaml", "always_open: true", "always_open: false", "för barn har", at="help_lines:"
    ),
    "no line at night for the afraid": Break(
        "0662",
        "safety.yaml",
        "always_open: true",
        "always_open: false",
        "för den som är rädd",
        after="kvinnofridslinjen",
        at="help_lines:",
    ),
    "a secret is promised": Break(
        "0662", "safety.yaml", "Du behöver inte säga vad du heter.", "Vi har tystnadsplikt.", "lovar", after="nameless:"
    ),
    "guardians will not be told": Break(
        "0662", "safety.yaml", "Then we tell you first.", "We will not tell your parents.", "lovar"
    ),
    "one of the five is left out": Break("0662", "safety.yaml", "  must_act:", "  must:", 'fältet "must" finns inte'),
    "a line twice": Break("0662", "safety.yaml", "key: line_for_men", "key: bris", "finns redan"),
    "not a number": Break("0662", "safety.yaml", '"116 111"', '"ring oss"', "number:"),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_what_would_let_somebody_down_is_found_on_its_line(broken: Break, tmp_path: Path) -> None:
    folder, place = broken.make(tmp_path)
    found = faults_in(folder)
    assert [fault for fault in found if fault.startswith(place) and broken.message in fault], found


def test_a_line_is_told_of_the_day_after_its_months_have_passed(tmp_path: Path) -> None:
    folder = copy_of("0662", tmp_path)
    last = date(2027, 5, 16)  # six months after 16 November
    assert not [each for each in warnings(folder, on=last) if "inte kontrollerad" in each.message]
    told = [each.message for each in warnings(folder, on=date(2027, 5, 17)) if "inte kontrollerad" in each.message]
    assert [line.partition(" är ")[0] for line in told] == ["Bris", "Kvinnofridslinjen", "Stödlinjen för män"]


def test_a_month_without_that_day_ends_on_its_last(tmp_path: Path) -> None:
    folder = copy_of("0662", tmp_path)
    file = folder / "safety.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-11-16", "2026-08-31"), encoding="utf-8")
    assert not [each for each in warnings(folder, on=date(2027, 2, 28)) if "inte kontrollerad" in each.message]
    assert [each for each in warnings(folder, on=date(2027, 3, 1)) if "inte kontrollerad" in each.message]


def test_a_day_that_has_not_been_yet_is_told() -> None:
    told = [each.message for each in warnings(BUILT_IN / "0662", on=date(2026, 11, 1))]
    assert "Bris: dagen har inte varit än" in told


def test_words_nobody_has_approved_are_told_until_somebody_has(tmp_path: Path) -> None:
    folder = copy_of("0662", tmp_path)
    assert [each for each in warnings(folder, on=TODAY) if "godkänt" in each.message]
    file = folder / "safety.yaml"
    approved = 'what_happens:\n  approved:\n    on: 2026-11-20\n    by: "Exempel Exempelsson"\n'
    file.write_text(file.read_text(encoding="utf-8").replace("what_happens:\n", approved), encoding="utf-8")
    assert faults_in(folder) == []
    assert not [each for each in warnings(folder, on=TODAY) if "godkänt" in each.message]


@pytest.mark.parametrize("code", ["0180", "0480", "0662"])
def test_the_words_to_children_are_marked_as_an_example(code: str) -> None:
    told = read_profile(BUILT_IN / code).safety.what_happens
    assert set(told.examples) == set(told.sentences)
    assert told.approved is None


def test_a_faulty_profile_gives_faults_and_no_warnings(tmp_path: Path) -> None:
    folder, _ = BREAKS["not a number"].make(tmp_path)
    assert warnings(folder, on=TODAY) == ()
