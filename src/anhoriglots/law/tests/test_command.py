"""The command line: the answer on stdout, what is wrong on stderr, and the exit code."""

import argparse
import io
import json
from pathlib import Path

import pytest

from anhoriglots.law import check
from anhoriglots.law.command import MOST_BYTES, add_parser
from anhoriglots.law.errors import FaultyLaw


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser(prog="anhoriglots")
    add_parser(parser.add_subparsers(required=True))
    parsed = parser.parse_args(["law", *arguments])
    code: int = parsed.run(parsed)
    return code


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


def decide(facts: Path, content: str | bytes, *more: str, question: str = "offer-duty", on: str = "2026-11-23") -> int:
    facts.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run("decide", question, "--on", on, "--facts", str(facts), *more)


def test_an_answer_is_told_in_words(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(facts, '{"cared_for": ["elderly"], "what": "support_contact"}') == 0
    assert capsys.readouterr().out == (
        "Måste göras (required, carer-in-target-group)\n"
        "Nämnden ska erbjuda en stödkontakt.\n"
        "  13 kap. 9 § socialtjänstlagen (2025:400), i lydelsen enligt lag (2026:673) "
        "(från 1 juli 2026, läst i en kopia, inte bekräftad)\n"
    )


def test_an_answer_is_given_as_json(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(facts, "{}", "--json", on="2026-06-30") == 0
    assert json.loads(capsys.readouterr().out) == {
        "outcome": "undetermined",
        "reason": "facts-missing",
        "sentence": "Fråga vem den anhöriga hjälper. Då går det att svara.",
        "citations": [
            {
                "label": "13 kap. 9 § socialtjänstlagen (2025:400)",
                "act": "socialtjänstlagen",
                "number": "2025:400",
                "section": "13 kap. 9 §",
                "wording": "",
                "validity": {"from": "2025-07-01", "before": "2026-07-01"},
                "mark": "V",
            }
        ],
        "missing": ["cared_for"],
        "results": {},
    }


def test_what_is_missing_is_told_in_words(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(facts, "{}") == 0
    assert "Saknas: cared_for" in capsys.readouterr().out


def test_facts_can_be_piped_in(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"key": "name"}')))
    assert run("decide", "search-key", "--on", "2026-11-23", "--facts", "-") == 0
    assert "Får göras (permitted, listed-key)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '"text"',
        "cared_for: [elderly]",
        '{"what": NaN}',
        '{"what": "support", "what": "support_contact"}',
        '{"what": ' + "9" * 5000 + "}",
        "[" * 20_000,
        b"\xff\xfe{}",
        '{"what": "support"} {}',
    ],
)
def test_facts_that_are_no_object_are_refused(
    facts: Path, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(facts, content) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Fel: Uppgifterna ska vara ett JSON-objekt")


def test_too_large_facts_are_refused_without_being_read(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(facts, '{"what": "' + "a" * MOST_BYTES + '"}') == 2
    assert "högst 64 kB" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for missing in (tmp_path / "none.json", tmp_path):
        assert run("decide", "offer-duty", "--on", "2026-11-23", "--facts", str(missing)) == 2
        assert "går inte att läsa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("question", "on", "content", "told"),
    [
        ("offer-dutie", "2026-11-23", "{}", "Det finns ingen sådan fråga. Frågorna är: contact-noticed-carer"),
        ("offer-duty", "1809-06-06", "{}", "har ingen regel för 6 juni 1809"),
        ("offer-duty", "2026-11-23", '{"age": 7}', "'age' är okänd"),
        ("offer-duty", "2026-11-23", '{"what": "money"}', "'what' har ett värde som inte går att använda"),
        ("offer-duty", "2026-02-30", "{}", "år-månad-dag"),
        ("offer-duty", "20261123", "{}", "år-månad-dag"),
        ("offer-duty", "idag", "{}", "år-månad-dag"),
        ("offer-duty", "2026-1-1", "{}", "år-månad-dag"),
        ("offer-duty", "٢٠٢٦-١١-٢٣", "{}", "år-månad-dag"),
        ("offer-duty", "9" * 1000, "{}", "år-månad-dag"),
    ],
)
def test_what_cannot_be_answered_is_an_error_and_never_a_guess(
    facts: Path, question: str, on: str, content: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(facts, content, question=question, on=on) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err


def test_all_versions_are_listed_or_those_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--json") == 0
    everything = json.loads(capsys.readouterr().out)
    assert run("list", "--on", "2025-06-30", "--json") == 0
    of_the_day = json.loads(capsys.readouterr().out)
    assert [rule["question"] for rule in of_the_day] == [
        "offer-duty",
        "right-to-apply-information",
        "support-without-assessment",
    ]
    assert [rule for rule in everything if rule in of_the_day] == of_the_day
    assert sum(rule["question"] == "offer-duty" for rule in everything) == 3


def test_rules_are_listed_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--on", "2026-07-01") == 0
    out = capsys.readouterr().out
    assert "offer-duty: Måste nämnden erbjuda det här till den anhöriga?\n  Gäller från 1 juli 2026\n" in out
    assert run("list", "--on", "2001-01-01") == 0
    assert capsys.readouterr().out == "Inga regler gäller den dagen.\n"


def test_a_bad_date_in_the_list_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--on", "i går") == 2
    assert "år-månad-dag" in capsys.readouterr().err


def test_the_check_can_be_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert "allt stämmer" in capsys.readouterr().out


def test_a_faulty_room_ends_with_one_and_names_the_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty() -> None:
        raise FaultyLaw(["rules: offer-duty has no source"])

    monkeypatch.setattr(check, "current_registry", faulty)
    monkeypatch.setattr("anhoriglots.law.command.current_registry", faulty)
    assert run("check") == 1
    assert run("list") == 1
    assert capsys.readouterr().err.count("rules: offer-duty has no source") == 2


@pytest.mark.parametrize("arguments", [[], ["decide"], ["decide", "offer-duty"], ["unknown"]])
def test_a_command_that_is_not_complete_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    assert "usage: anhoriglots law" in capsys.readouterr().err
