"""The one who reported reads the answer, may have a no in writing, and may take all of it away; so does time."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from anhoriglots.accessibility.actions.erase_due import erase_due
from anhoriglots.accessibility.actions.handle_report import Ruled, rule_on_report, take_report
from anhoriglots.accessibility.actions.own_report import ask_for_decision, erase_report
from anhoriglots.accessibility.actions.receive_report import Reported
from anhoriglots.accessibility.choices import CameIn, Ruling
from anhoriglots.accessibility.models import FaultReport, KnownFault
from anhoriglots.accessibility.queries.own_report import own_report
from anhoriglots.accessibility.queries.register import report_page
from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.models import ActionLog
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.visitors.models import AccessCode

from .conftest import Send, working

NO = Ruled(Ruling.NO_FAULT, "Den finns redan som text.")


def _answered(sent: Reported, elif_: Actor, ruled: Ruled, at: datetime) -> dict[str, Any]:
    with working(elif_):
        take_report(actor=elif_, report_id=sent.report_id, at=at)
        rule_on_report(actor=elif_, report_id=sent.report_id, ruled=ruled, keep_days=90, at=at)
    return {"board_id": sent.board_id, "report_id": sent.report_id}


def test_a_no_to_a_request_may_be_had_in_writing_once(send: Send, elif_: Actor, at: datetime) -> None:
    where = _answered(send(came_in=CameIn.REQUEST), elif_, NO, at)
    with scope("0480"):
        shown = own_report(**where)
        assert shown is not None
        assert shown.may_ask_for_decision
        ask_for_decision(at=at, **where)
        asked = own_report(**where)
        assert asked is not None
        assert (asked.waits_for_decision, asked.may_ask_for_decision) == (True, False)
        with pytest.raises(Refused):
            ask_for_decision(at=at, **where)
    with working(elif_):
        assert report_page(elif_, where["report_id"], at=at).decision.reason == "written-decision"


def test_a_fault_is_answered_and_no_decision_to_appeal(send: Send, elif_: Actor, at: datetime) -> None:
    where = _answered(send(), elif_, NO, at)
    with scope("0480"), pytest.raises(Refused):
        ask_for_decision(at=at, **where)


def test_what_is_not_answered_yet_has_no_decision(send: Send, at: datetime) -> None:
    sent = send(came_in=CameIn.REQUEST)
    with scope("0480"), pytest.raises(Refused):
        ask_for_decision(at=at, board_id=sent.board_id, report_id=sent.report_id)


def test_all_that_was_told_goes_with_its_code_and_the_statement_stays(send: Send, elif_: Actor, at: datetime) -> None:
    ruled = Ruled(Ruling.WILL_MEND, "Vi lagar det.", mend_by=at.date(), told="En knapp går inte att nå.")
    where = _answered(send(), elif_, ruled, at)
    with scope("0480"):
        for _ in range(2):
            erase_report(at=at, **where)
        assert own_report(**where) is None
        assert not AccessCode.objects.exists()
        assert KnownFault.objects.get().report_id is None
    with working(elif_):
        assert ActionLog.objects.filter(action="accessibility.erase_report").count() == 1


def test_the_night_after_the_last_day_it_is_gone_and_not_before(send: Send, elif_: Actor, at: datetime) -> None:
    where = _answered(send(), elif_, NO, at)
    kept = send("en annan, som ingen svarar på")
    with working(elif_):
        assert erase_due(at=at + timedelta(days=90)) == 0
        assert erase_due(at=at + timedelta(days=91)) == 1
        assert not FaultReport.objects.filter(pk=where["report_id"]).exists()
        assert list(FaultReport.objects.values_list("pk", flat=True)) == [kept.report_id]
        assert erase_due(at=at + timedelta(days=98)) == 1
