"""The glossary has every table, and no word that the program has stopped using."""

import ast
import re
from collections.abc import Iterator

from django.apps import apps

from anhoriglots.workspace.glossary import Term, document, glossary

from .tree import PACKAGE, ROOT, parsed, shown, sources, templates

COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", re.DOTALL)


def _rows() -> list[Term]:
    return [term for part in glossary() for term in part.terms]


def _words_in_code() -> set[str]:
    names: set[str] = set()
    for path in sources():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
    return names


def _on_screen() -> Iterator[tuple[str, str]]:
    """Every text a person can read, with its place: templates, translations and the texts of the code."""
    yield from ((shown(path), COMMENT.sub("", path.read_text())) for path in templates())
    yield from ((shown(path), path.read_text()) for path in PACKAGE.rglob("sv/**/*.po"))
    for path in sources():
        tree = parsed(path)
        silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
                yield f"{shown(path)}:{node.lineno}", node.value


def test_every_table_is_in_the_glossary() -> None:
    ours = {model.__name__ for model in apps.get_models() if model.__module__.startswith(f"{PACKAGE.name}.")}
    assert ours - {term.code for term in _rows()} == set()


def test_every_word_in_the_glossary_is_a_word_in_the_code() -> None:
    assert {term.code for term in _rows()} - _words_in_code() == set()


def test_a_word_has_one_meaning() -> None:
    for words in ([term.swedish for term in _rows()], [term.code for term in _rows()]):
        assert sorted(words) == sorted(set(words))


def test_the_document_is_made_from_the_glossary() -> None:
    written = (ROOT / "docs" / "glossary.md").read_text()
    assert written == document(), "run: python -m anhoriglots.workspace.glossary > docs/glossary.md"


def test_the_words_of_the_glossary_are_those_on_screen() -> None:
    texts = "\n".join(text.lower() for _, text in _on_screen())
    words = {word for term in _rows() if not term.internal for word in term.swedish.lower().split(", ")}
    assert {word for word in words if word not in texts} == set(), "another word stands on screen for these"


def test_no_other_word_stands_on_screen_for_a_word_of_the_glossary() -> None:
    avoided = [word for term in _rows() for word in term.avoided]
    search = re.compile(rf"\b(?:{'|'.join(avoided)})\w*", re.IGNORECASE)
    assert search.search("Anhörigvårdaren")
    assert [f"{place} {found[0]}" for place, text in _on_screen() if (found := search.search(text))] == []
