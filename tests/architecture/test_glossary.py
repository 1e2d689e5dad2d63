"""The glossary has every table, and no word that the program has stopped using."""

import ast
import re

from django.apps import apps

from .tree import PACKAGE, ROOT, parsed, sources

ROW = re.compile(
    r"^\| (?P<swedish>[^|]+) \| `(?P<code>\w+)` \| (?P<meaning>[^|]+) \| (?P<source>[^|]+) \|$", re.MULTILINE
)


def _rows() -> list[re.Match[str]]:
    return list(ROW.finditer((ROOT / "docs" / "glossary.md").read_text()))


def _words_in_code() -> set[str]:
    names: set[str] = set()
    for path in sources():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
    return names


def test_every_table_is_in_the_glossary() -> None:
    ours = {model.__name__ for model in apps.get_models() if model.__module__.startswith(f"{PACKAGE.name}.")}
    assert ours - {row["code"] for row in _rows()} == set()


def test_every_word_in_the_glossary_is_a_word_in_the_code() -> None:
    assert {row["code"] for row in _rows()} - _words_in_code() == set()


def test_a_word_has_one_meaning() -> None:
    for column in ("swedish", "code"):
        words = [row[column] for row in _rows()]
        assert sorted(words) == sorted(set(words))


def test_every_line_of_a_table_is_read() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text()
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| Swedish")]
    assert len(_rows()) == len(lines) > 0
