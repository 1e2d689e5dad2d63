"""How many statements each open page asks of the database. The numbers stand in statements.json; they may only sink."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.visitor import CALL, Visitor

FROZEN = Path(__file__).with_name("statements.json")
# What the budgets of the project allow, whatever stands in the file.
BUDGET = {"start": 1, "privacy": 1, "result": 4, "send": 12}


def _measure(visitor: Visitor) -> dict[str, int]:
    """A whole visit, counted page by page; transactions that open and close are no statements."""
    counted: dict[str, int] = {}

    def count(name: str, step: object) -> None:
        with CaptureQueriesContext(connection) as queries:
            step()  # type: ignore[operator]
        kept = [
            each["sql"] for each in queries if not each["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
        ]
        counted[name] = len(kept)

    visitor.open("")
    count("start", lambda: visitor.open(""))
    count("privacy", lambda: visitor.open("uppgifter/"))
    count("question", lambda: visitor.open("hitta/vem/"))
    visitor.send(lines=["old"])
    visitor.send(needs=["talk", "rest"])
    visitor.send(way="phone")
    count("result", lambda: visitor.open(visitor.url))
    visitor.follow("Be er ringa upp mig")
    count("contact", lambda: visitor.open(visitor.url))
    visitor.send(reply="call")
    visitor.send(**CALL)
    visitor.send()
    count("check", lambda: visitor.open(visitor.url))
    count("send", lambda: visitor.post())
    visitor.open(visitor.response["Location"])
    count("receipt", lambda: visitor.open(visitor.url))
    return counted


@pytest.mark.django_db
def test_no_page_asks_more_than_before(visitor: Visitor) -> None:
    counted = _measure(visitor)
    assert counted == json.loads(FROZEN.read_text())


def test_the_frozen_numbers_are_within_the_budgets() -> None:
    frozen = json.loads(FROZEN.read_text())
    assert {name: frozen[name] for name, most in BUDGET.items() if frozen[name] > most} == {}
