"""The law speaks from one place: no page, letter or message names an act or a section that somebody has typed there.

What is shown is asked of the registry with the day of the matter, so that it is right when the law has changed.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .tree import PACKAGE, package_of, parsed, shown, sources

SECTION = re.compile(r"§|\b\d+\s*kap\.", re.IGNORECASE)
ACT = re.compile(
    r"\b(?:SoL|OSL|LSS|HSL|FL|KL|FB|LVU|LVM|GDPR)\b"
    r"|(?i:\b(?:socialtjänst|sekretess|förvaltnings|kommunal|dataskydds|arkiv|språk|hälso- och sjukvårds)"
    r"(?:lag|förordning)(?:en|ens)?\b)"
    r"|\((?:19|20)\d\d:\d+\)|(?i:\b(?:lag|förordning)(?:en)? (?:19|20)\d\d:\d+)"
)
COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", re.DOTALL)
# Where the law is written; and the municipalities' own documents, which say what they rest on in their own words.
HOME = {"law", "profiles"}
ALLOWED = {
    "src/anhoriglots/design/gallery.py": "developers see how a citation looks, without asking the law",
    "src/anhoriglots/catalogue/queries/offer_labels.py": "names the way in that the municipality's profile chose, "
    "which is one of two acts; no section, and no duty is told",
}


def handwritten(text: str) -> str:
    """The first act or section named in a text; empty when there is none."""
    found = SECTION.search(text) or ACT.search(text)
    return found[0] if found else ""


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in the file that the program can show; docstrings cite sources and are left out."""
    tree = parsed(path)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value


def _shown_texts() -> Iterator[tuple[str, str]]:
    """All that can reach a screen, a letter or a message, with its place."""
    for path in PACKAGE.rglob("templates/**/*.*"):
        yield shown(path), COMMENT.sub("", path.read_text())
    for path in sources():
        if package_of(path) not in HOME:
            yield from ((f"{shown(path)}:{line}", text) for line, text in _texts(path))
    for path in PACKAGE.rglob("*.po"):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line.startswith(("msgid", "msgstr", '"')):
                yield f"{shown(path)}:{number}", line


def test_nothing_that_is_shown_names_an_act_or_a_section_by_hand() -> None:
    found = [f"{place} {name}" for place, text in _shown_texts() if (name := handwritten(text))]
    assert [line for line in found if not line.startswith(tuple(ALLOWED))] == []


def test_every_exception_is_still_needed() -> None:
    places = [place for place, text in _shown_texts() if handwritten(text)]
    needed = {allowed for allowed in ALLOWED if any(place.startswith(allowed) for place in places)}
    assert needed == set(ALLOWED)


def test_the_search_would_find_one() -> None:
    for text in ("enligt 13 kap. 9 § lagen", "enligt SoL", "Socialtjänstlagen säger", "lag (2025:400)", "enligt OSL"):
        assert handwritten(text)
    for text in (
        "kapacitet för 13 personer",
        "sol och regn",
        "språk",
        "2026-03-20",
        "dataskyddsombud",
        "klockan 20:30",
    ):
        assert not handwritten(text)
