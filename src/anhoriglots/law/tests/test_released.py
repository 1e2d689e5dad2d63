"""What has been released cannot be edited without being told of; what comes beside it can."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.errors import FaultyLaw
from anhoriglots.law.question import Basis, Question
from anhoriglots.law.registry import Registry
from anhoriglots.law.released import read_released, release, released_faults, version_digests

from .room import CHANGE, FIRST, SmallFacts, question, spoil

WRONG = "has been released and is changed; put it back, and add a new version beside it"
LATER = date(2024, 1, 1)


def another(facts: SmallFacts, basis: Basis) -> Decision:
    return basis.permits("known", "Ja.", "act 1")


def law(folder: Path, *questions: Question[SmallFacts]) -> Registry:
    return Registry(questions or [question()], folder)


def told(folder: Path, *questions: Question[SmallFacts]) -> list[str]:
    return list(released_faults(law(folder, *questions)))


def test_what_is_released_is_kept_and_only_once(folder: Path) -> None:
    assert release(law(folder)) == 4
    kept = read_released(folder)
    assert list(kept.versions["small"]) == ["2020-01-01", "2022-01-01"]
    assert list(kept.rows["list"]) == ["2020-01-01", "2022-01-01"]
    written = (folder / "released.toml").read_text(encoding="utf-8")
    assert release(law(folder)) == 0
    assert (folder / "released.toml").read_text(encoding="utf-8") == written
    assert told(folder) == []


def test_another_function_in_place_of_a_released_one_is_told(folder: Path) -> None:
    release(law(folder))
    assert told(folder, question(answer=another)) == [f"rules: small from {day} {WRONG}" for day in (FIRST, CHANGE)]


def test_other_sections_are_told(folder: Path) -> None:
    release(law(folder))
    assert len(told(folder, question(cites=("act 1", "act 1")))) == 2


def test_a_version_or_question_that_is_gone_or_moved_is_told(folder: Path) -> None:
    release(law(folder))
    gone = "rules: small from 2020-01-01 has been released and is gone; put it back"
    assert told(folder, question(Period(CHANGE))) == [gone]
    assert gone in told(folder, question(Period(date(2020, 1, 2), CHANGE), Period(CHANGE)))
    renamed = Question("other", "Får man?", SmallFacts)
    renamed.versions.extend(question().versions)
    assert gone in told(folder, renamed)


def test_a_version_without_an_end_may_be_given_one_and_a_new_one_beside_it(folder: Path) -> None:
    release(law(folder))
    grown = question(Period(FIRST, CHANGE), Period(CHANGE, LATER), Period(LATER))
    assert told(folder, grown) == []
    assert release(law(folder, grown)) == 1
    assert told(folder, grown) == []


def test_an_end_that_has_been_released_stays(folder: Path) -> None:
    earlier = date(2021, 12, 1)
    release(law(folder))
    moved = question(Period(FIRST, earlier), Period(CHANGE), gaps=(Period(earlier, CHANGE),))
    assert told(folder, moved) == [f"rules: small from 2020-01-01 {WRONG}"]


def test_a_released_row_of_a_list_stays_and_may_be_ended(folder: Path) -> None:
    release(law(folder))
    file, start = folder / "parameters/list.yaml", "in_force_from: 2022-01-01\n"
    ended = file.read_text(encoding="utf-8").replace(start, start + "    in_force_to: 2023-12-31\n").rstrip()
    row = "\n  - in_force_from: 2024-01-01\n    source: act 1\n    codes: {c: tre}\n"
    file.write_text(ended + row, encoding="utf-8")
    assert told(folder) == []
    spoil(folder, "parameters/list.yaml", "codes: {a: ett}", "codes: {a: två}")
    changed = "has been released and is changed; put it back, and add a new row beside it"
    assert told(folder) == [f"parameters/list.yaml: the row from 2020-01-01 {changed}"]


ORIGINAL = """
SENTENCE, GROUPS = "Ja.", {"b", "a"}


def rule(facts, basis):
    "Provet."
    return _helper(facts, basis)


def _helper(facts, basis):
    return basis.permits("known" if facts.known in GROUPS else "other", SENTENCE, "act 1")


def unused(facts, basis):
    return 1
"""


def digest_of(file: Path, text: str) -> str:
    """The digest of a version whose function is read from a file of its own, as that of a rule is."""
    file.write_text(text, encoding="utf-8")
    values: dict[str, Any] = {"__name__": "anhoriglots.law.rules.small"}
    exec(compile(text, str(file), "exec"), values)  # noqa: S102  # our own text
    return version_digests(question(Period(FIRST, CHANGE), answer=values["rule"]).versions[0])[0]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("    return _helper(facts, basis)", "    # Lagen.\n    return _helper(\n        facts, basis\n    )", True),
        ('{"b", "a"}', '{"a", "b"}', True),
        ("return 1", "return 0", True),
        ('"Ja."', '"Jo."', False),
        ('"a"}', '"a", "c"}', False),
        ('"known"', '"known-well"', False),
        ('"Provet."', '"Ett annat prov."', False),
        ("return _helper(facts, basis)", "return _helper(basis, facts)", False),
    ],
)
def test_the_digest_is_of_what_decides_and_not_of_layout(tmp_path: Path, old: str, new: str, same: bool) -> None:
    assert old in ORIGINAL
    before = digest_of(tmp_path / "before.py", ORIGINAL)
    assert (digest_of(tmp_path / "after.py", ORIGINAL.replace(old, new, 1)) == before) is same


@pytest.mark.parametrize("text", ["versions = 1", "[rows", "[other]\na = 1", "[versions.small]\n2020-01-01 = 7"])
def test_a_file_that_cannot_be_read_is_told(folder: Path, text: str) -> None:
    (folder / "released.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLaw, match=r"released\.toml: "):
        told(folder)


def test_a_file_that_is_gone_is_told(folder: Path) -> None:
    (folder / "released.toml").unlink()
    with pytest.raises(FaultyLaw, match=r"released\.toml: "):
        told(folder)
