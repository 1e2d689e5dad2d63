"""Statements per page, frozen in statements.json beside this file: a row more must not be a statement more.

Counted is what reads or writes rows: sign-in and assignment included, transaction and scope settings left out.
"""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anhoriglots.casework.models import Case, ContactRequest
from anhoriglots.casework.tests.test_carer_page import _notes
from anhoriglots.casework.tests.work import a_case, a_request

from .conftest import Desk
from .test_note import GROUP, filled
from .test_note_case import begun, new_file

FROZEN: dict[str, int] = json.loads(Path(__file__).with_name("statements.json").read_text())
BUDGET = {"today": 8, "search": 6, "carer": 12, "note": 15, "note-case": 15}
NOT_ROWS = ("SAVEPOINT", "RELEASE", "ROLLBACK", "SELECT set_config", "SELECT pg_advisory")


def statements(act: Callable[[], Any]) -> int:
    """What the act costs."""
    with CaptureQueriesContext(connection) as captured:
        act()
    return sum(not query["sql"].startswith(NOT_ROWS) for query in captured.captured_queries)


@pytest.fixture
def full(alva: Desk, now: datetime) -> tuple[ContactRequest, Case]:
    """A unit with fifty requests, and a file with three hundred notes."""
    with alva.scope():
        requests = [a_request(alva.actor, at=now) for _ in range(50)]
        case = a_case(alva.actor, at=now)
        _notes(alva.actor, case, now, 300)
    return requests[0], case


def test_no_page_costs_more_statements_than_it_did(alva: Desk, full: tuple[ContactRequest, Case]) -> None:
    request, case = full
    note, known, unknown = filled(alva, GROUP), begun(alva), begun(alva)
    noted = {**known.carried, "carer": str(case.carer_id), "text": "Vill gå i mars.", "do": "save"}
    acts: dict[str, Callable[[], Any]] = {
        "today": lambda: alva.get(),
        "request": lambda: alva.get(f"forfragan/{request.pk}"),
        "note-form": lambda: alva.get("ny-kontakt"),
        "note": lambda: alva.post("ny-kontakt", **note),
        "note-case": lambda: alva.post("ny-kontakt/anteckning", **noted),
        "note-new-file": lambda: alva.post("ny-kontakt/anteckning", **new_file(unknown)),
        "search": lambda: alva.post("sok", words="åsa"),
        "carer": lambda: alva.get(f"akt/{case.carer_id}"),
        "offers": lambda: alva.get("stod"),
        "fetch-next": lambda: alva.post("hamta-nasta"),
    }
    assert {name: statements(act) for name, act in acts.items()} == {name: FROZEN[name] for name in acts}


def test_the_frozen_numbers_keep_within_the_budgets() -> None:
    assert {name: FROZEN[name] for name, most in BUDGET.items() if FROZEN[name] > most} == {}
