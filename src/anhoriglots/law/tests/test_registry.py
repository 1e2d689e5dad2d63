"""A law room with a fault is not opened: each test spoils one thing in a small one that is right."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.errors import FaultyLaw, NoLawOnDate
from anhoriglots.law.question import Basis, Question
from anhoriglots.law.registry import Registry

from .room import CHANGE, FIRST, PARAMETER, SOURCE, SmallFacts, found, question, refused, spoil


def test_a_room_without_faults_opens(folder: Path) -> None:
    registry = Registry([question()], folder)
    assert [one.in_force.start for one in registry.rules()] == [FIRST, CHANGE]
    assert registry.citation("small", CHANGE).wording == "i lydelsen enligt lag (2021:9)"
    assert registry.codes("list", FIRST) == {"a": "ett"}
    assert found(folder) == []


@pytest.mark.parametrize("far", [date(1, 1, 1), date(1899, 12, 31), date(2101, 1, 1), date.max])
def test_nothing_is_known_of_days_that_lie_too_far_away(folder: Path, far: date) -> None:
    registry = Registry([question()], folder)
    for ask in (
        lambda: registry.decide("small", on=far, facts={"known": True}),
        lambda: registry.citation("act 1", far),
        lambda: registry.codes("list", far),
    ):
        with pytest.raises(NoLawOnDate, match=r"ingen känd lag för .*\. Ange en dag mellan 1900 och 2100\."):
            ask()
    assert registry.decide("small", on=date(2100, 12, 31), facts={"known": True})


def test_examples_and_catalogue_are_not_read_to_decide(folder: Path) -> None:
    (folder / "examples/small.yaml").write_text("[", encoding="utf-8")
    (folder / "chapters").mkdir()
    (folder / "chapters/a.yaml").write_text("[", encoding="utf-8")
    registry = Registry([question()], folder)
    assert registry.decide("small", on=FIRST, facts={"known": True})
    with pytest.raises(FaultyLaw, match=r"small\.yaml"):
        _ = registry.examples
    with pytest.raises(FaultyLaw, match=r"a\.yaml"):
        _ = registry.catalogue


def test_a_gap_is_refused_and_a_declared_one_is_not(folder: Path) -> None:
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
    ("name", "text", "fault"),
    [
        ("sources/act.toml", "kind = ", "act.toml: "),
        ("parameters/list.yaml", "meaning: [", "list.yaml: "),
        ("parameters/list.yaml", PARAMETER.replace("codes: {a: ett}", "codes: {a: ett, a: två}"), "written twice"),
        ("parameters/list.yaml", "", "list.yaml: the whole file"),
        ("parameters/list.yaml", "!!python/object/apply:os.system ['true']", "list.yaml: "),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder: Path, name: str, text: str, fault: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert fault in refused(folder)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "sources/act.toml").write_bytes(SOURCE.encode("utf-16"))
    assert "act.toml: " in refused(folder)


def test_all_faults_are_told_at_once(folder: Path) -> None:
    assert len(refused(folder, question(cites=())).splitlines()) == 2


def test_a_version_can_cite_only_what_it_has_declared(folder: Path) -> None:
    made: Callable[..., Decision] = question().versions[0].answer
    with pytest.raises(KeyError):
        made(SmallFacts(), Basis(FIRST, {}, {}))
