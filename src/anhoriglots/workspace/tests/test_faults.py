"""Reports of faults: found by those who answer them, taken, decided, and told of in the statement."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from anhoriglots.accessibility.actions.receive_report import Told, receive_report
from anhoriglots.accessibility.choices import CameIn
from anhoriglots.accessibility.models import FaultReport, KnownFault
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.database.scope import scope
from anhoriglots.design.words import day_in_words
from anhoriglots.organisations.queries import municipality_by_code

from .conftest import Desk

SOON = timezone.localdate() + timedelta(days=30)
COMING = {
    "ruling": "will_mend",
    "mend_by": SOON.isoformat(),
    "answer": "Vi lagar det.",
    "told": "Kartan går inte att nå.",
}


@pytest.fixture
def elif_(desk: Callable[..., Desk]) -> Desk:
    """The manager."""
    return desk(Role.UNIT_MANAGER, name="Elif")


@pytest.fixture
def report(db: None) -> UUID:
    """What a visitor has said."""
    here = municipality_by_code("0480")
    assert here is not None
    told = Told(came_in=CameIn.FAULT, what="Det går inte att nå kartan.", where="Allt stöd")
    with scope(here.code):
        sent = receive_report(at=timezone.now(), municipality=here, submission="x", told=told, language="sv")
    return sent.report_id


def test_a_report_is_found_taken_and_answered_and_the_statement_tells_of_it(elif_: Desk, report: UUID) -> None:
    assert "Någon har den" not in elif_.get("felanmalningar").text
    page = elif_.get(f"felanmalningar/{report}").text
    assert "Det går inte att nå kartan." in page
    assert "13 § lagen om tillgänglighet till digital offentlig service (2018:1937)" in page
    assert "Spara och svara" not in page
    assert elif_.post(f"felanmalningar/{report}/ta").status == 303
    assert elif_.post(f"felanmalningar/{report}", **COMING).address.endswith("?gjort=besvarad")
    listed = elif_.get("felanmalningar").text
    assert "Kartan går inte att nå." in listed
    assert f"Lagas senast {day_in_words(SOON, year=True)}" in listed
    with elif_.scope():
        fault = KnownFault.objects.get().pk
    assert elif_.post(f"felanmalningar/pa-sidan/{fault}/lagat").status == 303
    assert "Kartan går inte att nå." not in elif_.get("felanmalningar").text


def test_who_reads_a_report_stands_in_the_log(elif_: Desk, report: UUID) -> None:
    elif_.get(f"felanmalningar/{report}")
    with elif_.scope():
        assert ReadLog.objects.get(subject_id=report).page == "fault"


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({**COMING, "ruling": ""}, "Välj vad ni har bestämt."),
        ({**COMING, "answer": ""}, "Skriv ett svar."),
        ({**COMING, "mend_by": ""}, "Skriv vilken dag det ska vara lagat"),
        ({**COMING, "mend_by": "2020-01-01"}, "Dagen har varit."),
        ({**COMING, "mend_by": "snart"}, "Skriv dagen"),
        ({**COMING, "ruling": "too_heavy"}, "Skriv skälet och dagen för bedömningen"),
        ({**COMING, "ruling": "no_fault"}, "På sidan står bara det som ska lagas"),
        ({**COMING, "told": "19121212-1212"}, "Det ser ut som ett personnummer."),
        ({**COMING, "ruling": "<b>"}, "Det valet finns inte längre."),
    ],
)
def test_a_decision_that_lacks_something_comes_back_with_what_was_written(
    elif_: Desk, report: UUID, posted: dict[str, str], sentence: str
) -> None:
    elif_.post(f"felanmalningar/{report}/ta")
    page = elif_.post(f"felanmalningar/{report}", **posted)
    assert page.status == 422
    assert sentence in page.text
    assert posted["answer"] in page.text
    with elif_.scope():
        assert FaultReport.objects.get().answer == ""


def test_a_decision_on_what_a_colleague_has_is_refused(elif_: Desk, desk: Callable[..., Desk], report: UUID) -> None:
    elif_.post(f"felanmalningar/{report}/ta")
    sara = desk(Role.SYSTEM_ADMINISTRATOR, name="Sara")
    assert "Elif Exempel har den." in sara.get(f"felanmalningar/{report}").text
    assert sara.post(f"felanmalningar/{report}", **COMING).status == 422
    assert sara.post(f"felanmalningar/{report}/ta").status == 409
