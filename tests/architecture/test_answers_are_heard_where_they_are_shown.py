"""What another municipality has written binds nobody here, wherever the law is asked."""

import re

from anhoriglots import law

from .tree import PACKAGE, shown

# Asks without saying where: so only what the law of the whole country answers may be asked so.
ASKED = re.compile(r"(?<![\w.])(?<!heard_in\()(?:law\.)?decide\(\s*(?:\"([a-z-]+)\"|([A-Z_]+))")


def asked_anywhere() -> list[tuple[str, str]]:
    """Each file above the law and the question that it asks without a municipality."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "tests" in path.parts or path.is_relative_to(PACKAGE / "law"):
            continue
        text = path.read_text()
        for literal, constant in ASKED.findall(text):
            named = re.search(rf'^{constant} = "([a-z-]+)"', text, re.MULTILINE) if constant else None
            found.append((shown(path), literal or (named[1] if named else constant)))
    return found


def test_a_question_that_is_asked_without_a_municipality_cites_no_municipalitys_document() -> None:
    asked = asked_anywhere()
    assert {"documentation-mode", "search-key", "right-to-apply-information"} <= {question for _, question in asked}
    wrong = [
        (where, question)
        for where, question in asked
        if not law.versions(question)
        or any(citation.municipality for rule in law.versions(question) for citation in rule.citations)
    ]
    assert wrong == []
