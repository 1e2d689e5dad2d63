"""The list shows every rule in order, what it rests on, what proves it and where it is met, then the questions."""

import json
from typing import Any

import pytest

from anhoriglots.law.catalogue import CHAPTERS
from anhoriglots.law.registry import current_registry

from .test_command import run


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[dict[str, Any]]]:
    assert run("list", "--json", *arguments) == 0
    told: dict[str, list[dict[str, Any]]] = json.loads(capsys.readouterr().out)
    return told


def test_all_rules_are_listed_in_the_order_of_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    told = listed(capsys)
    numbers = [f"{letter}{number:02}" for letter, count in CHAPTERS.items() for number in range(1, count + 1)]
    assert [rule["number"] for rule in told["rules"]] == numbers
    assert {question["question"] for question in told["questions"]} == set(current_registry().questions)
    assert sum(question["question"] == "offer-duty" for question in told["questions"]) == 3


def test_a_rule_tells_what_it_rests_on_and_what_proves_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = listed(capsys, "--rule", "A01", "--on", "2025-06-30")
    (rule,) = told["rules"]
    assert (rule["kind"], rule["mark"]) == ("decided", "V")
    assert "offer-duty" in str(rule["questions"])
    assert rule["in_force"] == {"from": "2009-07-01", "before": None}
    count = len(current_registry().examples["offer-duty"])
    assert ("examples/offer-duty.yaml", count) in dict(rule["examples"]).items()
    assert [one["label"] for one in rule["citations"]] == [
        "5 kap. 10 § socialtjänstlagen (2001:453), i lydelsen enligt lag (2009:549)"
    ]
    assert {question["question"] for question in told["questions"]} == {*rule["questions"]}


def test_without_a_day_all_wordings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    (rule,) = listed(capsys, "--rule", "a01")["rules"]
    assert len(rule["citations"]) == 3


def test_rules_of_one_kind_are_listed_with_the_questions_that_answer_them(capsys: pytest.CaptureFixture[str]) -> None:
    told = listed(capsys, "--kind", "decided", "--on", "2026-11-23")
    assert {rule["kind"] for rule in told["rules"]} == {"decided"}
    named = {key for rule in told["rules"] for key in rule["questions"]}
    assert {question["question"] for question in told["questions"]} <= named
    assert listed(capsys, "--kind", "told")["rules"] != told["rules"]


def test_only_what_holds_on_the_day_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    of_the_day, everything = listed(capsys, "--on", "2025-06-30"), listed(capsys)
    versions = of_the_day["questions"]
    assert [one for one in everything["questions"] if one in versions] == versions
    assert "documentation-mode" not in {one["question"] for one in versions}
    assert {"offer-duty", "support-without-assessment"} <= {one["question"] for one in versions}


def test_the_list_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--rule", "A01", "--on", "2026-07-01") == 0
    out = capsys.readouterr().out
    count = len(current_registry().examples["offer-duty"])
    assert out.startswith("A01 (besluts): Nämnden ska erbjuda stöd")
    assert (
        "\n  Gäller från 1 juli 2009, läst i lagtexten\n  13 kap. 9 § socialtjänstlagen (2025:400), i lydelsen" in out
    )
    assert f"\n  Visas av examples/offer-duty.yaml ({count} exempel)\n" in out
    assert "\n  Möts: " in out
    assert "\n\noffer-duty: Måste nämnden erbjuda det här till den anhöriga?\n  Gäller från 1 juli 2026\n" in out


def test_a_rule_that_is_kept_by_the_program_names_its_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--kind", "construction") == 0
    assert "  Visas av src/anhoriglots/" in capsys.readouterr().out


def test_a_choice_without_rules_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--on", "1900-01-01", "--rule", "A01") == 0
    assert capsys.readouterr().out == "Ingen regel svarar mot det du valde.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--on", "i går"], "år-månad-dag"), (["--rule", "A99"], "Det finns ingen regel med det numret")],
)
def test_bad_wishes_are_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err


def test_an_unknown_kind_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("list", "--kind", "words")
    assert ended.value.code == 2
    assert "construction" in capsys.readouterr().err
