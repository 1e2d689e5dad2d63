"""A section of an act stands once: in the law package or in a profile. A page shows what they say, with its dates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .tree import PACKAGE, package_of, parsed, shown, sources, templates

SECTION = re.compile(r"§|\b\d+\s*kap\.", re.IGNORECASE)
COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", re.DOTALL)
# Where sections are written; the value that writes one out; the gallery, where developers see how a citation looks.
HOME = {"law", "profiles"}
ALLOWED = {PACKAGE / "kernel" / "citation.py", PACKAGE / "design" / "gallery.py"}


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in the file that the program can show; docstrings cite sources and are left out."""
    tree = parsed(path)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value


def test_no_template_writes_a_section_by_hand() -> None:
    found = [shown(path) for path in templates() if SECTION.search(COMMENT.sub("", path.read_text()))]
    assert found == []


def test_no_code_outside_the_law_writes_a_section_by_hand() -> None:
    found = [
        f"{shown(path)}:{line} {text[:60]}"
        for path in sources()
        if package_of(path) not in HOME and path not in ALLOWED
        for line, text in _texts(path)
        if SECTION.search(text)
    ]
    assert found == []


def test_no_translation_writes_a_section_by_hand() -> None:
    found = [
        f"{shown(path)}:{number}"
        for path in PACKAGE.rglob("*.po")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if line.startswith(("msgid", "msgstr", '"')) and SECTION.search(line)
    ]
    assert found == []


def test_the_search_would_find_one() -> None:
    assert SECTION.search("enligt 13 kap. 9 § socialtjänstlagen")
    assert not SECTION.search("kapacitet för 13 personer")
