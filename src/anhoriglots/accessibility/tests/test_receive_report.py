"""A report comes in once, at the board that answers, with a day and a code."""

from datetime import date, datetime

import pytest

from anhoriglots.accessibility.choices import Answer, CameIn, ReportStep
from anhoriglots.accessibility.models import FaultReport
from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.models import ActionLog
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.models import Opens
from anhoriglots.visitors.queries import opened_by

from .conftest import Send, working


def test_a_report_waits_at_the_board_that_answers_with_the_promised_day(send: Send, elif_: Actor, at: datetime) -> None:
    sent = send(where="Boka en plats")
    with working(elif_):
        report = FaultReport.objects.get(pk=sent.report_id)
    assert (report.board_id, report.step, report.what) == (
        elif_.board_id,
        ReportStep.RECEIVED,
        "Knappen går inte att trycka på.",
    )
    # Tuesday and five working days
    assert report.answer_by.date() == date(2026, 12, 1)
    assert report.erase_on == date(2027, 3, 1)
    with working(elif_):
        assert ActionLog.objects.get(action="accessibility.receive_report").details == {"came_in": "fault"}


def test_what_was_written_stands_encrypted(send: Send, elif_: Actor) -> None:
    from django.db import connection

    sent = send(reply=Answer.EMAIL, contact="inga@exempel.se", where="Sidan om grupper")
    with working(elif_), connection.cursor() as cursor:
        cursor.execute('SELECT what, "where", contact FROM accessibility_faultreport WHERE id = %s', [sent.report_id])
        stored = b"".join(bytes(value) for value in cursor.fetchone())
    assert b"Knappen" not in stored
    assert b"inga" not in stored
    assert b"grupper" not in stored


def test_the_code_opens_it_until_its_last_day(send: Send, here: MunicipalityPage) -> None:
    sent = send()
    with scope(here.code):
        found = opened_by(sent.code, municipality=here.code, today=date(2027, 3, 1))
        assert found is not None
        assert (found.opens, found.object_id) == (Opens.FAULT, sent.report_id)
        assert opened_by(sent.code, municipality=here.code, today=date(2027, 3, 2)) is None


def test_the_same_form_sent_twice_is_one_report_with_one_code(send: Send, elif_: Actor) -> None:
    first, second = send("samma"), send("samma")
    assert first == second
    assert first.code == second.code != ""
    with working(elif_):
        assert FaultReport.objects.count() == 1


def test_an_address_that_nobody_asked_us_to_use_is_not_kept(send: Send, elif_: Actor) -> None:
    sent = send(contact="070-174 06 11")
    with working(elif_):
        assert FaultReport.objects.get(pk=sent.report_id).contact == ""


def test_another_board_does_not_see_it(send: Send, stranger: Actor) -> None:
    send()
    with working(stranger):
        assert not FaultReport.objects.exists()


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"what": "   "}, "nothing-told"),
        ({"what": "x" * 401}, "too-long"),
        ({"what": "Jag heter 19121212-1212"}, "personal-number"),
        ({"where": "19121212-1212"}, "personal-number"),
        ({"where": "x" * 121}, "too-long"),
    ],
)
def test_nonsense_and_numbers_are_refused(send: Send, told: dict[str, str], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        send(**told)
    assert refused.value.decision.reason == reason


def test_a_request_for_another_version_is_kept_as_one(send: Send, elif_: Actor) -> None:
    sent = send(came_in=CameIn.REQUEST)
    with working(elif_):
        assert FaultReport.objects.get(pk=sent.report_id).came_in == CameIn.REQUEST
