"""Each dependency is argued for in one line, and there are few of them."""

import re
import tomllib

from .tree import ROOT

LISTED = re.compile(r'^\s+"[A-Za-z]')
MOST = 20


def _lines() -> list[str]:
    """The lines of pyproject.toml that name dependencies of the program, of the embedded database and of the tests."""
    text = (ROOT / "pyproject.toml").read_text()
    start, end = text.index("\ndependencies = ["), text.index("[project.scripts]")
    return [line for line in text[start:end].splitlines() if LISTED.match(line)]


def test_every_dependency_has_its_reason_beside_it() -> None:
    assert len(_lines()) >= 15
    assert [line for line in _lines() if len(line.partition("#")[2].strip()) < 10] == []


def test_the_program_depends_on_at_most_twenty_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert len(project["dependencies"]) <= MOST


def test_every_dependency_is_locked_with_its_fingerprint() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = (ROOT / "requirements" / "runtime.txt").read_text()
    for dependency in [*project["dependencies"], *project["optional-dependencies"]["embedded"]]:
        name = re.split(r"[\[=<>~! ]", dependency)[0]
        assert re.search(rf"(?mi)^{re.escape(name)}(\[.*\])?==", locked), name
    assert "--hash=sha256:" in locked
