"""A lawyer's own file of cases: what came out beside what was expected, and faults with file, line and key."""

import json
from pathlib import Path

import pytest

from .test_command import run

RIGHT = """question: offer-duty
examples:
  - name: Karin hjälper sin gamla mamma
    on: 2026-07-01
    facts: {cared_for: [elderly], what: support_contact}
    outcome: required
    cites: ["13 kap. 9 § socialtjänstlagen (2025:400), i lydelsen enligt lag (2026:673)"]
  - name: Innan lagen fanns
    on: 2009-06-30
    facts: {cared_for: [elderly]}
    error: no-law-on-date
"""
CASE = """examples:
  - name: Ett fall
    question: offer-duty
    on: 2026-07-01
    facts:
      cared_for: [elderly]
      what: support
    outcome: required
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "fall.yaml"


def tried(file: Path, content: str | bytes, *more: str) -> int:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run("try", str(file), *more)


def test_cases_that_come_out_as_expected_end_with_zero(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(file, RIGHT) == 0
    out = capsys.readouterr().out
    assert out.startswith("Som väntat: Karin hjälper sin gamla mamma (offer-duty, 2026-07-01, rad 3)\n  Måste göras (")
    assert "  Ingen regel gäller den dagen (no-law-on-date)\n" in out
    assert out.endswith("2 fall: 2 som väntat, 0 annorlunda, 0 utan väntat svar.\n")


def test_one_case_that_comes_out_otherwise_ends_with_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = "outcome: forbidden\n    missing: []\n    results: {last_day: 2026-07-31}"
    assert tried(file, RIGHT.replace("outcome: required", wrong)) == 1
    out = capsys.readouterr().out
    assert "ANNORLUNDA: Karin hjälper sin gamla mamma" in out
    assert "  utfall: väntat forbidden, kom required\n  uträknat: väntat last_day 2026-07-31, kom inget\n" in out
    assert "1 som väntat, 1 annorlunda" in out


def test_law_where_none_was_expected_and_none_where_some_was(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(file, RIGHT.replace("on: 2009-06-30", "on: 2009-07-01")) == 1
    assert "fel: väntat no-law-on-date, kom inget" in capsys.readouterr().out
    assert tried(file, RIGHT.replace("on: 2026-07-01", "on: 2009-06-30")) == 1
    assert "utfall: väntat required, kom inget" in capsys.readouterr().out


def test_a_case_without_expectation_only_tells_what_comes_out(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(file, CASE.replace("    outcome: required\n", "")) == 0
    out = capsys.readouterr().out
    assert out.startswith("Svar: Ett fall (offer-duty, 2026-07-01, rad 2)\n  Måste göras (required, carer-in-target-")
    assert "0 som väntat, 0 annorlunda, 1 utan väntat svar" in out


def test_the_answer_can_be_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(file, RIGHT.replace("outcome: required", "outcome: forbidden"), "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["as_expected"], told["otherwise"], told["without_expectation"]) == (1, 1, 0)
    first, second = told["cases"]
    assert first["expected"]["outcome"] == "forbidden"
    assert first["came"]["reason"] == "carer-in-target-group"
    assert (first["question"], first["on"], first["line"]) == ("offer-duty", "2026-07-01", 3)
    assert (first["as_expected"], second["as_expected"]) == (False, True)
    assert second["came"] == {"error": "no-law-on-date"}


def test_our_own_examples_come_out_as_expected_with_the_question_at_the_top(file: Path) -> None:
    ours = Path(__file__).parent.parent / "examples/offer-duty.yaml"
    assert tried(file, "question: offer-duty\n" + ours.read_text(encoding="utf-8")) == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("cared_for: [elderly]", "cared_for: elderly", 6, "Skriv en lista. I den kan elderly, long_term_ill"),
        ("what: support", "what: 7", 7, "Den kan vara support, information_and_guidance eller support_contact."),
        (
            "what: support",
            "whit: support",
            7,
            "Uppgiften 'whit' är okänd. De som finns är: cared_for, judged_long_term_ill, what.",
        ),
        ("question: offer-duty", "question: offer-dutie", 3, 'frågan "offer-dutie" finns inte. Frågorna är: '),
        ("    question: offer-duty\n", "", 2, "fältet question saknas. Frågorna är: "),
        ("on: 2026-07-01", "on: 2026-02-30", 4, "on: ska vara ett datum som 2026-07-01"),
        ("on: 2026-07-01", "on: i går", 4, "on: ska vara ett datum som 2026-07-01"),
        ("on: 2026-07-01", "on: 2000-12-31", 4, "on: ska vara en dag från år 2001 till år 2100"),
        ("on: 2026-07-01", "on: 2101-01-01", 4, "on: ska vara en dag från år 2001 till år 2100"),
        ("name: Ett fall", "name: 7", 2, "name: ska vara text"),
        ("outcome: required", "outcome: kanske", 8, "outcome: ska vara 'permitted'"),
        ("outcome: required", "utfall: required", 8, 'fältet "utfall" finns inte, kontrollera stavningen'),
        (
            "outcome: required",
            "outcome: required\n    error: no-law-on-date",
            9,
            "error: då väntas ingen lag den dagen, ta bort",
        ),
        (
            "outcome: required",
            "outcome: required\n    missing: [judged_long_term_ill]",
            9,
            "missing: bara ett utfall som är undetermined har något som saknas",
        ),
        (
            "outcome: required",
            "missing: [what]",
            8,
            "missing: what kan inte både vara känd i facts och saknas i missing",
        ),
        ("outcome: required", "missing: [age]", 8, "missing: age är ingen uppgift i frågan offer-duty"),
        ("outcome: required", "outcome: required\n    outcome: required", 9, 'nyckeln "outcome" står två gånger'),
        ("      what: support", "      what: support\n      what: support", 8, 'nyckeln "what" står två gånger'),
        ("cared_for: [elderly]", "cared_for: " + "[" * 20 + "]" * 20, 6, "nivåer"),
        ("name: Ett fall", "name: &a Ett fall", 2, "genvägar med & och * får inte användas"),
        ("what: support", "what: !!python/name:os.system", 7, "märken med ! får inte användas"),
        ("facts:\n", "facts: {\n", 7, "går inte att läsa som YAML"),
        ("    facts:\n      cared_for: [elderly]\n      what: support\n", "", 2, 'fältet "facts" saknas'),
    ],
)
def test_a_fault_is_told_with_file_line_and_key_and_nothing_is_decided(
    file: Path, old: str, new: str, line: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert old in CASE
    assert tried(file, CASE.replace(old, new, 1)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    first, fault = captured.err.splitlines()
    assert first == "Uppgifterna går inte att använda. Inget är besvarat."
    assert fault.startswith(f"fall.yaml rad {line}: ")
    assert told in fault


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "rad 1: filen är tom"),
        ("- 1\n", "rad 1: ska vara fält med namn och värde"),
        ("question: offer-duty\nexamples: []\n", "rad 2: examples: filen har inget fall"),
        ("question: [a]\nexamples: [1]\n", "rad 1: question: ska vara text"),
        ('a: &a ["ha", "ha"]\nb: &b [*a, *a]\n', "rad 1: genvägar"),
        ("x: " + "a" * 10 * 1024 * 1024, "rad 1: innehållet är större än 512 kB"),
        (b"a: 1\nb: \xe5\n", "rad 2: innehållet är inte skrivet i UTF-8"),
        ("[" * 100_000, "nivåer"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_file_that_is_no_file_of_cases_is_refused(
    file: Path, content: str | bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried(file, content) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("try", str(tmp_path / "inget.yaml")) == 2
    assert "inget.yaml rad 1: filen saknas" in capsys.readouterr().err
    assert run("try", ".") == 2
    assert "\n. rad 1: filen går inte att öppna" in capsys.readouterr().err


def test_one_fault_stops_all_cases_and_all_faults_are_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = RIGHT.replace("what: support_contact", "what: money").replace("{cared_for: [elderly]}", "{age: 7}")
    assert tried(file, wrong) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert [line.split(":")[0] for line in captured.err.splitlines()[1:]] == ["fall.yaml rad 5", "fall.yaml rad 10"]


MIXED = """question: execution-report
examples:
  - name: Fel dag och fel uppgift
    on: 2026-02-30
    facts:
      decided_on: i går
  - name: 7
    on: 1999-12-31
    facts: {decided: 2026-06-01}
    outcome: required
    outcome: required
  - name: Inte född än
    question: child-own-action
    on: 2026-07-01
    facts:
      born: 2030-01-01
    outcome: kanske
    missing: [born, name]
  - name: Finns inte
    question: execution
    on: 2026-07-01
    facts: inga
  - inget fall
"""


def test_faults_of_every_kind_are_told_at_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(file, MIXED) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    told = [
        (4, "on: ska vara ett datum"),
        (6, "Uppgiften 'decided_on' har ett värde som inte går att använda. Skriv en dag som 2026-07-01."),
        (7, "name: ska vara text"),
        (8, "on: ska vara en dag från år 2001 till år 2100"),
        (9, "Uppgiften 'decided' är okänd."),
        (11, 'nyckeln "outcome" står två gånger'),
        (16, "Uppgiften 'born' ligger efter den dag som frågan gäller."),
        (17, "outcome: ska vara 'permitted'"),
        (18, "missing: bara ett utfall som är undetermined"),
        (18, "missing: born kan inte både vara känd"),
        (18, "missing: name är ingen uppgift i frågan child-own-action"),
        (20, 'question: frågan "execution" finns inte.'),
        (22, "facts: ska vara namn med var sitt värde"),
        (23, "examples: ska vara fält med namn och värde"),
    ]
    faults = captured.err.splitlines()[1:]
    assert len(faults) == len(told)
    for fault, (line, sentence) in zip(faults, told, strict=True):
        assert fault.startswith(f"fall.yaml rad {line}: {sentence}")


def test_facts_that_contradict_each_other_or_the_day_are_told_on_their_lines(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = """examples:
  - name: Verkställt före beslutet
    question: execution-report
    on: 2026-07-01
    facts:
      decided_on: 2026-06-01
      executed_on: 2026-05-31
  - name: Inte född än
    question: child-own-action
    on: 2026-07-01
    facts:
      born: 2030-01-01
"""
    assert tried(file, cases) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "fall.yaml rad 7: Uppgiften 'executed_on' ligger före 'decided_on'." in captured.err
    assert "fall.yaml rad 12: Uppgiften 'born' ligger efter den dag som frågan gäller." in captured.err


def test_an_unknown_question_at_the_top_is_told_on_its_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(file, RIGHT.replace("question: offer-duty", "question: offer")) == 2
    assert 'fall.yaml rad 1: question: frågan "offer" finns inte' in capsys.readouterr().err
