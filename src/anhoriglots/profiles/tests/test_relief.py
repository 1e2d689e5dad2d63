"""Who answers about relief and which hours there are: every slip is found, on its line."""

from pathlib import Path

import pytest

from .copies import Break, copy_of, faults_in

RULE = """  hours:
    - key: ten_hours
      boards: [care_board]
      support_form: IS01
      hours: 10
      each: month
      lives_together: true
      decided_by: nobody
      valid_from: 2026-12-01
      source: "Exempel"
"""
DECISION = """
  - key: relief_hours
    boards: [care_board]
    support_forms: [IS01]
    without_assessment: true
    documentation: identified
    number: "EXEMPEL 2026:1"
    decided_on: 2026-11-01
    valid_from: 2026-12-01
    reason: "Exempel"
    source: "Exempel"
"""
DESKS = "relief:\n  desks:"
BREAKS = {
    "desk of an unknown unit": Break("0480", "rules.yaml", "unit: carer_support", "unit: nobody", "finns inte i"),
    "desk of an unknown board": Break("0480", "rules.yaml", "[care_board]", "[no_board]", "finns inte i"),
    "desk of another board's unit": Break(
        "0480", "rules.yaml", "boards: [care_board]", "boards: [social_board]", "annan nämnd", at="unit: carer_support"
    ),
    "no days to answer": Break("0480", "rules.yaml", "answer_days: 3", "answer_days: 11", "answer_days"),
    "asked on the day itself": Break("0480", "rules.yaml", "ask_days: 2", "ask_days: 0", "ask_days"),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_a_slip_is_found_on_its_line(broken: Break, tmp_path: Path) -> None:
    folder, expected = broken.make(tmp_path)
    found = faults_in(folder)
    assert len(found) == 1, found
    assert found[0].startswith(expected), found
    assert broken.message in found[0]


def with_rule(folder: Path, rule: str, decision: str = DECISION) -> list[str]:
    rules, decisions = folder / "rules.yaml", folder / "board_decisions.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").rstrip() + "\n" + rule, encoding="utf-8")
    decisions.write_text(decisions.read_text(encoding="utf-8").rstrip() + "\n" + decision, encoding="utf-8")
    return faults_in(folder)


def test_hours_that_the_board_has_decided_on_can_be_loaded(tmp_path: Path) -> None:
    assert with_rule(copy_of("0480", tmp_path), RULE) == []


@pytest.mark.parametrize(
    ("rule", "decision", "message"),
    [
        (RULE, "", "inget beslut om IS01 utan behovsprövning"),
        (RULE.replace("IS01", "DS06"), DECISION, "DS06 är ingen avlösning"),
        (RULE.replace("IS01", "IS99"), DECISION, 'stödformen "IS99" finns inte'),
        (RULE.replace("each: month", "each: fortnight"), DECISION, "each"),
        (RULE.replace("hours: 10", "hours: 0"), DECISION, "hours"),
        (RULE.replace("source:", "valid_to: 2026-11-30\n      source:"), DECISION, "valid_to ligger före valid_from"),
        (RULE.replace("source:", "days: [someday]\n      source:"), DECISION, "days"),
        (RULE.replace("source:", 'between: "20:00-08:00"\n      source:'), DECISION, "slutar innan den börjar"),
        (RULE + RULE.replace("  hours:\n", "").replace("ten_hours", "again"), DECISION, 'samma dagar som "ten_hours"'),
        (RULE + RULE.replace("  hours:\n", ""), DECISION, 'key "ten_hours" finns redan'),
    ],
)
def test_hours_that_cannot_be_are_told(tmp_path: Path, rule: str, decision: str, message: str) -> None:
    found = with_rule(copy_of("0480", tmp_path), rule, decision)
    assert any(message in one for one in found), found


def test_two_desks_cannot_answer_for_one_board(tmp_path: Path) -> None:
    folder = copy_of("0480", tmp_path)
    path = folder / "rules.yaml"
    text = path.read_text(encoding="utf-8")
    start, _, desk = text.partition(f"{DESKS}\n")
    second = desk.replace("relief_answers", "second")
    path.write_text(f"{start}{DESKS}\n{desk.rstrip()}\n{second}", encoding="utf-8")
    assert any("svarar redan om avlösning för care_board" in one for one in faults_in(folder))


def test_a_municipality_without_desk_and_hours_is_whole(tmp_path: Path) -> None:
    folder = copy_of("0480", tmp_path)
    path = folder / "rules.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("relief:")[0], encoding="utf-8")
    assert faults_in(folder) == []
