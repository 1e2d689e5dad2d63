"""A digest is of what decides: comments, layout and the version of Python do not change it, all else does."""

from pathlib import Path

import pytest

from anhoriglots.kernel.period import Period
from anhoriglots.law.releasable import version_digest
from anhoriglots.law.rule_code import parts_of

from .room import CHANGE, FIRST, question, read_module, rule

ORIGINAL = '''
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from anhoriglots.kernel.decision import Result
from anhoriglots.law.question import Question

SENTENCE, GROUPS, SECTION = "Ja.", {"b", "a"}, re.compile("[0-9] §")
RESULT = Result("mark", "Märk", "Involvera inte")
START = date(2020, 1, 1)
QUESTION = Question("small", "Får man?", None)


@dataclass(frozen=True)
class Quarter:
    number: int

    @property
    def words(self):
        """Hur det skrivs."""
        return f"kvartal {self.number!r:>3}"


@QUESTION.version(in_force=START, cites=("act 1",))
def rule(facts, basis):
    """Provet."""
    return _helper(facts, basis), _quarter(basis.on), _made()


def _helper(facts, basis):
    """Svarar."""
    return basis.permits("known" if facts.known in GROUPS else "other", SENTENCE, "act 1", results=(RESULT,))


@cache
def _quarter(day):
    return Quarter(1).words if SECTION.match(str(day)) else [*day]


def _maker(number):
    def made():
        return number

    return made


_made = _maker(3)


def unused(facts, basis):
    return 1
'''


def digest_of(file: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    answer = read_module(file, text, monkeypatch).rule
    return version_digest(question(Period(FIRST, CHANGE), answer=answer).versions[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    return _helper(facts, basis),", "    # Lagen.\n    return _helper(\n        facts, basis\n    ),"),
        ('{"b", "a"}', '{"a", "b"}'),
        ("return 1", "return 0"),
        ("Svarar.", "Ger svaret."),
        ("Hur det skrivs.", "Som en människa skriver det."),
        ('    """Svarar."""\n', ""),
        ("in_force=START", "in_force=date(2020, 1, 1)"),
        ("Får man?", "Får du?"),
    ],
)
def test_what_decides_nothing_is_not_in_the_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    assert old in ORIGINAL
    after = digest_of(tmp_path / "after.py", ORIGINAL.replace(old, new, 1), monkeypatch)
    assert after == digest_of(tmp_path / "before.py", ORIGINAL, monkeypatch)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Ja."', '"Jo."'),
        ('"a"}', '"a", "c"}'),
        ('"known"', '"known-well"'),
        ("Provet.", "Ett annat prov."),
        ("_helper(facts, basis),", "_helper(basis, facts),"),
        ("Involvera inte", "Involvera"),
        ("[0-9] §", "[1-9] §"),
        ('re.compile("[0-9] §")', 're.compile("[0-9] §", re.IGNORECASE)'),
        ("kvartal {", "kv. {"),
        ("!r:>3", "!s:>3"),
        ("!r:>3", "!r:>4"),
        ("_maker(3)", "_maker(4)"),
        ("return number", "return -number"),
        ("[*day]", "[day]"),
    ],
)
def test_what_decides_is_in_the_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    assert old in ORIGINAL
    after = digest_of(tmp_path / "after.py", ORIGINAL.replace(old, new, 1), monkeypatch)
    assert after != digest_of(tmp_path / "before.py", ORIGINAL, monkeypatch)


def test_what_every_version_is_handed_is_not_among_its_parts() -> None:
    assert [part.function for part in parts_of(rule)] == [rule]


def test_the_digest_is_the_same_on_every_version_of_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert digest_of(tmp_path / "rule.py", ORIGINAL, monkeypatch) == "574dd6b22b687df914ca3a3081317c0e"
