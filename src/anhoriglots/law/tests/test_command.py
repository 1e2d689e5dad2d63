"""The command line: the answer on stdout, what is wrong on stderr, and the exit code."""

import argparse
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from anhoriglots.kernel.period import Period
from anhoriglots.law import check
from anhoriglots.law.catalogue import CHAPTERS
from anhoriglots.law.command import add_parser
from anhoriglots.law.errors import FaultyLaw
from anhoriglots.law.registry import Registry

from .room import CHANGE, FIRST, TODAY, question

RULE = """
  {number}: {{says: Ett prov., kind: decided, sources: [act 1], mark: V, questions: [small]}}
"""


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
    ("content", "line", "told"),
    [
        ("", 1, "det står ingenting där"),
        (" \n\n", 1, "det står ingenting där"),
        ("[]", 1, 'ska vara ett objekt med namn och värde, som {"cared_for": ["elderly"]}'),
        ('"text"', 1, "ska vara ett objekt"),
        ("cared_for: [elderly]", 1, "går inte att läsa som JSON"),
        ('{\n  "what": "support",\n  "cared_for" ["elderly"]\n}', 3, "går inte att läsa som JSON"),
        ('{"what": "support"}\n{}', 2, "går inte att läsa som JSON"),
        ('{\n"what": NaN}', 2, "'what': är inget tal som går att använda"),
        ('{\n"what":\n[-Infinity]}', 3, "'what': är inget tal som går att använda"),
        ('{\n"what": ' + "9" * 5000 + "}", 2, "'what': är inget tal som går att använda"),
        ('{"what": "support",\n"what": "support_contact"}', 2, "'what': namnet står två gånger"),
        ('{"cared_for": null,\n"what":' + "[" * 20 + "]" * 20 + "}", 2, "'what': har fler än 12 nivåer"),
        ('{\n"what": ' + "[" * 20_000, 2, "'what': har fler än 12 nivåer"),
        ("[" * 20_000, 1, "har fler än 12 nivåer"),
        (b'{\n"what": "\xe5"}', 2, "innehållet är inte skrivet i UTF-8"),
        (b"\xff\xfe{}", 1, "innehållet är inte skrivet i UTF-8"),
        ('{"what": "' + "a" * 10 * 1024 * 1024 + '"}', 1, "innehållet är större än 512 kB"),
        ('{\n\n"age": 7}', 3, "Uppgiften 'age' är okänd. De som finns är: cared_for, judged_long_term_ill, what."),
        ('{"cared_for": ["elderly"],\n"what": "money"}', 2, "Den kan vara support, information_and_guidance eller"),
        (
            '{\n"cared_for": "elderly"}',
            2,
            "Uppgiften 'cared_for' har ett värde som inte går att använda. Skriv en lista.",
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_faulty_facts_are_told_with_file_line_and_key_and_nothing_is_decided(
    facts: Path, content: str | bytes, line: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(facts, content) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    first, *faults = captured.err.splitlines()
    assert first == "Uppgifterna går inte att använda. Inget är besvarat."
    assert any(fault.startswith(f"facts.json rad {line}: ") and told in fault for fault in faults), faults


def test_all_faults_of_the_facts_are_told_at_once(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(facts, '{"age": 7,\n"what": "money",\n"what": "more",\n"cared_for": Infinity}') == 2
    faults = capsys.readouterr().err.splitlines()[1:]
    assert [fault.split(":")[0] for fault in faults] == [f"facts.json rad {line}" for line in (1, 3, 3, 4, 4)]


@pytest.mark.parametrize(
    ("question", "content", "told"),
    [
        ("child-own-action", '{\n"born": "2026-02-30"}', "Dagen finns inte. Skriv den som år-månad-dag"),
        ("child-own-action", '{\n"born": "0001-01-01"}', "Skriv en dag mellan 1900 och 2100."),
        ("child-own-action", '{\n"born": "2026-W27-3"}', "Skriv en dag som 2026-07-01."),
        ("child-own-action", '{\n"born": "2030-01-01"}', "'born' ligger efter den dag som frågan gäller."),
        ("execution-report", '{"decided_on": "2026-06-01",\n"executed_on": "2026-05-31"}', "ligger före 'decided_on'."),
    ],
)
def test_days_that_cannot_be_are_told_on_the_line_of_their_fact(
    facts: Path, question: str, content: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(facts, content, question=question) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    _, fault = captured.err.splitlines()
    assert fault.startswith("facts.json rad 2: Uppgiften '")
    assert told in fault


def test_faulty_facts_that_are_piped_in_are_told_as_such(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{\n"key": 7}')))
    assert run("decide", "search-key", "--on", "2026-11-23", "--facts", "-") == 2
    assert "inmatningen rad 2: Uppgiften 'key' har ett värde" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for missing, told in ((tmp_path / "none.json", "filen saknas"), (tmp_path, "filen går inte att öppna")):
        assert run("decide", "offer-duty", "--on", "2026-11-23", "--facts", str(missing)) == 2
        assert f"{missing.name} rad 1: {told}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("question", "on", "told"),
    [
        ("offer-dutie", "2026-11-23", "Det finns ingen sådan fråga. Frågorna är: "),
        ("offer-duty", "1999-06-06", "har ingen regel för 6 juni 1999"),
        ("offer-duty", "1809-06-06", "ingen känd lag för 6 juni 1809. Ange en dag mellan 1900 och 2100."),
        ("offer-duty", "9999-12-31", "ingen känd lag för 31 december 9999"),
        ("offer-duty", "2026-02-30", "år-månad-dag"),
        ("offer-duty", "20261123", "år-månad-dag"),
        ("offer-duty", "idag", "år-månad-dag"),
        ("offer-duty", "2026-1-1", "år-månad-dag"),
        ("offer-duty", "٢٠٢٦-١١-٢٣", "år-månad-dag"),
        ("offer-duty", "9" * 1000, "år-månad-dag"),
    ],
)
def test_what_cannot_be_answered_is_an_error_and_never_a_guess(
    facts: Path, question: str, on: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(facts, "{}", question=question, on=on) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err


@pytest.fixture
def law(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """A small law room in place of the real one, with a catalogue that is whole."""
    chapters = folder / "chapters"
    chapters.mkdir()
    for letter, count in CHAPTERS.items():
        rules = "".join(RULE.format(number=f"{letter}{number:02}") for number in range(1, count + 1))
        (chapters / f"{letter.lower()}.yaml").write_text(f"title: Prov\nrules:\n{rules}", encoding="utf-8")
    registry = Registry([question()], folder)
    monkeypatch.setattr(check, "current_registry", lambda: registry)
    return registry


def test_the_check_says_how_much_is_right(law: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert capsys.readouterr().out == "164 regler, 1 frågor, 2 versioner, 7 exempel och 1 källor: allt stämmer.\n"


def test_the_check_of_our_own_law_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0, capsys.readouterr().err


def test_a_release_keeps_what_is_new_once(law: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    assert (run("release"), run("release"), run("check")) == (0, 0, 0)
    first, second, _ = capsys.readouterr().out.splitlines()
    assert first == "Utgivet: 8 nya eller ändrade rader i released.toml. Det som står där får inte längre ändras."
    assert second.startswith("Utgivet: 0 nya")


def test_nothing_is_released_when_something_is_wrong(law: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    released = law.folder / "released.toml"
    digest = f'[versions.small]\n{FIRST} = {{content = "{"0" * 32}"}}\n'
    released.write_text(digest, encoding="utf-8")
    assert (run("release"), run("check")) == (1, 1)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("small from 2020-01-01 has been released and is changed; put it back, and add a new") == 2
    assert released.read_text(encoding="utf-8") == digest


def test_an_end_in_the_past_is_held_against_the_day_of_the_check(
    law: Registry, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main_release(TODAY) == 0
    short = Registry([question(Period(FIRST, CHANGE), Period(CHANGE, TODAY))], law.folder)
    monkeypatch.setattr(check, "current_registry", lambda: short)
    past = "small from 2022-01-01 has been released without an end and is given one in the past, 2023-06-01"
    for day, count in ((TODAY, 0), (TODAY + timedelta(days=1), 1)):
        check.main(day)
        assert capsys.readouterr().err.count(past) == count
    assert (run("check"), run("release")) == (1, 1)
    assert capsys.readouterr().err.count(past) == 2


def test_a_faulty_room_ends_with_one_and_names_the_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty() -> None:
        raise FaultyLaw(["rules: offer-duty has no source"])

    monkeypatch.setattr(check, "current_registry", faulty)
    monkeypatch.setattr("anhoriglots.law.command.current_registry", faulty)
    assert [run("check"), run("release"), run("list"), run("try", "fall.yaml")] == [1, 1, 1, 1]
    assert capsys.readouterr().err.count("rules: offer-duty has no source") == 4


@pytest.mark.parametrize("arguments", [[], ["decide"], ["decide", "offer-duty"], ["try"], ["unknown"]])
def test_a_command_that_is_not_complete_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    assert "usage: anhoriglots law" in capsys.readouterr().err
