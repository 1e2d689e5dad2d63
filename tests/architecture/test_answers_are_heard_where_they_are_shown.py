"""What another municipality has written binds nobody here, and what the own board has decided is heard, wherever the
law is asked."""

import re

from django.utils.timezone import localdate

from anhoriglots import law
from anhoriglots.catalogue.queries.replaceable import answers_of_board

from .tree import PACKAGE, shown

# Asks without saying where: so only what the law of the whole country answers may be asked so.
ASKED = re.compile(r"(?<![\w.])(?<!heard_in\()(?:law\.)?decide\(\s*(?:\"([a-z-]+)\"|([A-Z_]+))")

# Asks at a board. Everybody else does so through a Place, which tells on which pages the answer is met.
AT_A_BOARD = re.compile(r"(?<!def )\bdecide_here\(")
MUNICIPALITIES = ("0180", "0480", "0662")


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


def test_an_answer_that_a_board_may_replace_is_never_asked_for_past_the_board() -> None:
    today = localdate()
    past = {question for _, question in asked_anywhere()}
    replaceable = {
        question
        for question in past
        for municipality in MUNICIPALITIES
        if answers_of_board(municipality, question, today)
    }
    assert replaceable == set()


def test_whoever_asks_at_a_board_tells_on_which_pages() -> None:
    """Only the page where any question can be put has no place; the preview of a decision names it by itself."""
    asking = {
        shown(path)
        for path in PACKAGE.rglob("*.py")
        if "tests" not in path.parts and AT_A_BOARD.search(path.read_text())
    }
    assert {path.rpartition("anhoriglots/")[2] for path in asking} == {
        "catalogue/queries/places.py",
        "workspace/views/law.py",
    }
