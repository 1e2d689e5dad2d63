"""A small law room that is right, for tests that spoil one thing in it."""

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law import check
from anhoriglots.law.errors import FaultyLaw
from anhoriglots.law.question import Answer, Basis, Facts, Question
from anhoriglots.law.registry import Registry

FIRST, CHANGE, TODAY = date(2020, 1, 1), date(2022, 1, 1), date(2023, 6, 1)
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
  - {name: första dagen, on: 2020-01-01, facts: {known: true}, outcome: permitted, reason: known, cites: [1 § lagen om prov (2019:1)]}
  - {name: nej, on: 2020-01-01, facts: {known: false}, outcome: forbidden, reason: not-known, cites: [1 § lagen om prov (2019:1)]}
  - {name: sista dagen, on: 2021-12-31, facts: {known: true}, outcome: permitted, reason: known, cites: [1 § lagen om prov (2019:1)]}
  - {name: ändringen, on: 2022-01-01, facts: {known: true}, outcome: permitted, reason: known, cites: [&new "1 § lagen om prov (2019:1), i lydelsen enligt lag (2021:9)"]}
  - {name: nej då, on: 2022-01-01, facts: {known: false}, outcome: forbidden, reason: not-known, cites: [*new]}
  - {name: okänt, on: 2022-01-01, facts: {}, outcome: undetermined, reason: facts-missing, cites: [*new], missing: [known]}
"""  # noqa: E501
FILES = {
    "sources/act.toml": SOURCE,
    "parameters/list.yaml": PARAMETER,
    "examples/small.yaml": EXAMPLES,
    "released.toml": "",
}


class SmallFacts(Facts):
    known: bool | None = None


def rule(facts: SmallFacts, basis: Basis) -> Decision:
    """Provet."""
    if facts.known is None:
        return basis.cannot_tell(("known",), "Ta reda på det.", "act 1")
    if facts.known:
        return basis.permits("known", "Ja.", "act 1")
    return basis.forbids("not-known", "Nej.", "act 1")


def question(
    *periods: Period,
    cites: tuple[str, ...] = ("act 1",),
    gaps: tuple[Period, ...] = (),
    reasons: tuple[str, ...] = (),
    answer: Answer[SmallFacts] = rule,
) -> Question[SmallFacts]:
    made = Question("small", "Får man?", SmallFacts, gaps)
    for period in periods or (Period(FIRST, CHANGE), Period(CHANGE)):
        made.version(in_force=period, cites=cites, parameters=("list",), reasons=reasons)(answer)
    return made


def furnish(folder: Path) -> Path:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path, *questions: Question[SmallFacts]) -> str:
    """Why the room is not opened at all."""
    with pytest.raises(FaultyLaw) as refusal:
        Registry(questions or [question()], folder)
    return str(refusal.value)


def found(folder: Path, *questions: Question[SmallFacts]) -> list[str]:
    """What the check finds in a room that opens; its catalogue is empty, which is not told of here."""
    faults = check.faults(Registry(questions or [question()], folder), TODAY)
    return [fault for fault in faults if not fault.startswith(("chapters/", "catalogue:"))]


def read_module(file: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The text as a module of a file of its own, as a rule is."""
    file.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("anhoriglots.law.rules.small", file)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, made)
    spec.loader.exec_module(made)
    return made
