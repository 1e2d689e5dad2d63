"""A law room with a fault is not opened: each test spoils one thing in a small one that is right."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.errors import FaultyLaw
from anhoriglots.law.question import Basis, Facts, Question
from anhoriglots.law.registry import Registry

FIRST, CHANGE = date(2020, 1, 1), date(2022, 1, 1)
SOURCE = """
kind = "act"
name = "lagen om prov"
number = "2019:1"
in_force_from = 2020-01-01
read_on = 2026-11-23
mark = "V"
note = "Påhittad."

[[provision]]
id = "1"
section = "1 §"
about = "Prov"
in_force_from = 2020-01-01
in_force_to = 2021-12-31

[[provision]]
id = "1"
section = "1 §"
about = "Prov"
in_force_from = 2022-01-01
wording = "i lydelsen enligt lag (2021:9)"
"""
PARAMETER = """
meaning: Prov
values:
  - in_force_from: 2020-01-01
    in_force_to: 2021-12-31
    source: act 1
    codes: {a: ett}
  - in_force_from: 2022-01-01
    source: act 1
    codes: {a: ett, b: två}
"""
EXAMPLES = """
examples:
  - {name: före, on: 2019-12-31, facts: {}, error: no-law-on-date}
  - {name: första dagen, on: 2020-01-01, facts: {known: true}, outcome: permitted, reason: r, cites: [x]}
  - {name: sista dagen, on: 2021-12-31, facts: {known: true}, outcome: permitted, reason: r, cites: [x]}
  - {name: ändringen, on: 2022-01-01, facts: {known: true}, outcome: permitted, reason: r, cites: [x]}
  - name: okänt
    on: 2022-01-01
    facts: {}
    outcome: undetermined
    reason: r
    cites: [x]
    missing: [known]
"""


class SmallFacts(Facts):
    known: bool | None = None


def rule(facts: SmallFacts, basis: Basis) -> Decision:
    """Provet."""
    return basis.permits("r", "Ja.", "act 1")


def question(
    *periods: Period, cites: tuple[str, ...] = ("act 1",), gaps: tuple[Period, ...] = ()
) -> Question[SmallFacts]:
    made = Question("small", "Får man?", SmallFacts, gaps)
    for period in periods or (Period(FIRST, CHANGE), Period(CHANGE)):
        made.version(in_force=period, cites=cites, parameters=("list",))(rule)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "sources/act.toml": SOURCE,
        "parameters/list.yaml": PARAMETER,
        "examples/small.yaml": EXAMPLES,
    }.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_room_without_faults_opens(folder: Path) -> None:
    registry = Registry([question()], folder)
    assert [one.in_force.start for one in registry.rules()] == [FIRST, CHANGE]
    assert registry.citation("small", CHANGE).wording == "i lydelsen enligt lag (2021:9)"
    assert registry.codes("list", FIRST) == {"a": "ett"}


def refused(folder: Path, *questions: Question[SmallFacts]) -> str:
    with pytest.raises(FaultyLaw) as refusal:
        Registry(questions or [question()], folder)
    return str(refusal.value)


def test_a_gap_is_refused_and_a_declared_one_is_not(folder: Path) -> None:
    spoil(folder, "examples/small.yaml", "on: 2021-12-31", "on: 2021-05-31")
    for day in ("2021-12-31", "2021-06-01"):
        no_law = f"examples:\n  - {{name: glapp, on: {day}, facts: {{}}, error: no-law-on-date}}"
        spoil(folder, "examples/small.yaml", "examples:", no_law)
    periods = (Period(FIRST, date(2021, 6, 1)), Period(CHANGE))
    assert "has a gap from 2021-06-01 to 2022-01-01 that is not declared" in refused(folder, question(*periods))
    Registry([question(*periods, gaps=(Period(date(2021, 6, 1), CHANGE),))], folder)


def test_an_overlap_is_refused(folder: Path) -> None:
    assert "two versions on 2021-12-31" in refused(folder, question(Period(FIRST, CHANGE), Period(date(2021, 12, 31))))


def test_two_versions_without_an_end_are_refused(folder: Path) -> None:
    assert "two versions on 2022-01-01" in refused(folder, question(Period(FIRST), Period(CHANGE)))


def test_a_question_without_versions_or_with_a_taken_key_is_refused(folder: Path) -> None:
    assert "small has no version" in refused(folder, Question("small", "Får man?", SmallFacts))
    assert "two questions have the same key" in refused(folder, question(), question())


@pytest.mark.parametrize(
    ("cites", "fault"),
    [
        ((), "has no source"),
        (("act 2",), "cites act 2, which no source has"),
        (("law 1",), "cites law 1, which no source has"),
    ],
)
def test_a_version_without_a_known_source_is_refused(folder: Path, cites: tuple[str, ...], fault: str) -> None:
    assert fault in refused(folder, question(cites=cites))


def test_a_version_that_outlives_the_wording_it_cites_is_refused(folder: Path) -> None:
    assert "of which no single wording holds during all its days" in refused(folder, question(Period(FIRST)))


def test_a_version_older_than_the_act_it_cites_is_refused(folder: Path) -> None:
    spoil(folder, "sources/act.toml", "in_force_from = 2020-01-01\nin_force_to", "in_force_to")
    spoil(folder, "parameters/list.yaml", "in_force_from: 2020-01-01", "in_force_from: 2019-01-01")
    assert "no single wording holds" in refused(folder, question(Period(date(2019, 1, 1), CHANGE), Period(CHANGE)))


def test_two_wordings_on_the_same_day_are_refused(folder: Path) -> None:
    spoil(folder, "sources/act.toml", "in_force_to = 2021-12-31", "in_force_to = 2022-01-01")
    assert "two wordings of act 1 hold on the same day" in refused(folder)


def test_a_wording_outside_its_act_is_refused(folder: Path) -> None:
    spoil(folder, "sources/act.toml", "in_force_from = 2020-01-01", "in_force_from = 2021-01-01")
    assert "holds on days when its source does not" in refused(folder)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("source: act 1", "source: act 9", "act 9 is unknown or does not hold from 2020-01-01"),
        ("    in_force_to: 2021-12-31\n", "", "the row from 2022-01-01 overlaps the one before"),
        ("in_force_to: 2021-12-31", "in_force_to: 2021-12-30", "uses the list list, which is unknown or does not hold"),
        ("in_force_from: 2020-01-01", "in_force_from: 2020-01-02", "uses the list list"),
        ("codes: {a: ett}", "codes: {}", "list.yaml: values.0"),
        ("meaning: Prov", "meaning: Prov\nmeening: Prov", "list.yaml: meening"),
    ],
)
def test_a_list_that_is_not_right_is_refused(folder: Path, old: str, new: str, fault: str) -> None:
    spoil(folder, "parameters/list.yaml", old, new)
    assert fault in refused(folder)


def test_a_list_that_is_not_there_is_refused(folder: Path) -> None:
    (folder / "parameters/list.yaml").unlink()
    assert "uses the list list, which is unknown" in refused(folder)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("on: 2019-12-31", "on: 2019-12-30", "no example on 2019-12-31"),
        ("on: 2020-01-01", "on: 2020-01-02", "no example on 2020-01-01"),
        ("on: 2021-12-31", "on: 2021-12-30", "no example on 2021-12-31"),
        ("  - {name: före, on: 2019-12-31, facts: {}, error: no-law-on-date}\n", "", "4 examples, at least 5"),
        ("missing: [known]", "missing: []", "no example is undetermined with what is missing"),
        ("error: no-law-on-date", "reason: r", "an example has either an outcome or an error"),
        ("reason: r, cites: [x]", "reason: r", "an outcome needs its reason and what it cites"),
        ("outcome: permitted", "outcome: perhaps", "small.yaml: examples.1.outcome"),
    ],
)
def test_examples_that_do_not_show_the_law_are_refused(folder: Path, old: str, new: str, fault: str) -> None:
    spoil(folder, "examples/small.yaml", old, new)
    assert fault in refused(folder)


def test_a_question_without_examples_is_refused(folder: Path) -> None:
    (folder / "examples/small.yaml").unlink()
    assert "examples/small.yaml: 0 examples" in refused(folder)


def test_examples_of_no_question_are_refused(folder: Path) -> None:
    (folder / "examples/large.yaml").write_text(EXAMPLES, encoding="utf-8")
    assert "there is no question large" in refused(folder)


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("sources/act.toml", "kind = ", "act.toml: "),
        ("parameters/list.yaml", "meaning: [", "list.yaml: "),
        ("parameters/list.yaml", PARAMETER.replace("codes: {a: ett}", "codes: {a: ett, a: två}"), "written twice"),
        ("parameters/list.yaml", "", "list.yaml: the whole file"),
        ("examples/small.yaml", "!!python/object/apply:os.system ['true']", "small.yaml: "),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder: Path, name: str, text: str, fault: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert fault in refused(folder)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "sources/act.toml").write_bytes(SOURCE.encode("utf-16"))
    assert "act.toml: " in refused(folder)


def test_all_faults_are_told_at_once(folder: Path) -> None:
    spoil(folder, "examples/small.yaml", "missing: [known]", "missing: []")
    assert len(refused(folder, question(cites=())).splitlines()) > 2


def test_a_version_can_cite_only_what_it_has_declared(folder: Path) -> None:
    made: Callable[..., Decision] = question().versions[0].answer
    with pytest.raises(KeyError):
        made(SmallFacts(), Basis(FIRST, {}, {}))
