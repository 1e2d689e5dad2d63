"""One colleague has a report at a time, decides with what the act asks for, and the statement tells what it should."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from anhoriglots.accessibility.actions.handle_report import (
    Ruled,
    end_known_fault,
    release_report,
    rule_on_report,
    take_report,
)
from anhoriglots.accessibility.choices import Answer, ReportStep, Ruling
from anhoriglots.accessibility.models import FaultReport, KnownFault
from anhoriglots.accessibility.queries.known_faults import known_faults
from anhoriglots.accessibility.queries.register import register_of, report_page
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.visitors.models import AccessCode

from .conftest import Send, working

MENDED = Ruled(Ruling.MENDED, "Nu är det lagat.")
COMING = Ruled(
    Ruling.WILL_MEND, "Vi lagar det.", mend_by=date(2026, 12, 20), told="Knappen Boka går inte att nå med tangentbord."
)
HEAVY = Ruled(
    Ruling.TOO_HEAVY,
    "Vi gör inte om kartan nu.",
    reason="Kartan byts ut nästa år.",
    assessed_on=date(2026, 11, 20),
    told="Kartan går inte att läsa med skärmläsare.",
)


@pytest.fixture
def taken(send: Send, elif_: Actor, at: datetime) -> Any:
    """A report that Elif has."""
    sent = send(reply=Answer.EMAIL, contact="inga@exempel.se")
    with working(elif_):
        take_report(actor=elif_, report_id=sent.report_id, at=at)
    return sent.report_id


def _rule(actor: Actor, report: Any, ruled: Ruled, at: datetime) -> None:
    with working(actor):
        rule_on_report(actor=actor, report_id=report, ruled=ruled, keep_days=90, at=at)


def test_the_second_who_takes_it_is_told_that_a_colleague_has_it(taken: Any, sara: Actor, at: datetime) -> None:
    with working(sara), pytest.raises(Refused) as refused:
        take_report(actor=sara, report_id=taken, at=at)
    assert refused.value.decision.reason == "taken-already"


def test_taking_it_twice_changes_nothing_and_giving_it_back_lets_another_take_it(
    taken: Any, elif_: Actor, sara: Actor, at: datetime
) -> None:
    with working(elif_):
        take_report(actor=elif_, report_id=taken, at=at)
        release_report(actor=elif_, report_id=taken, at=at)
        assert FaultReport.objects.get(pk=taken).step == ReportStep.RECEIVED
    with working(sara):
        take_report(actor=sara, report_id=taken, at=at)
        assert FaultReport.objects.get(pk=taken).owner_id == sara.user_id


def test_only_the_one_who_has_it_decides(taken: Any, sara: Actor, at: datetime) -> None:
    with pytest.raises(Refused) as refused:
        _rule(sara, taken, MENDED, at)
    assert refused.value.decision.reason == "not-taken-by-you"


def test_a_role_without_the_work_and_another_board_find_nothing(
    taken: Any, stranger: Actor, make_staff: Callable[..., Actor], at: datetime
) -> None:
    advisor = make_staff("0480", "care_board", Role.CARER_ADVISOR)
    for actor in (stranger, advisor):
        with working(actor), pytest.raises(FaultReport.DoesNotExist):
            take_report(actor=actor, report_id=taken, at=at)


def test_the_answer_and_the_code_are_kept_from_the_day_of_the_answer(taken: Any, elif_: Actor, at: datetime) -> None:
    later = at + timedelta(days=3)
    _rule(elif_, taken, MENDED, later)
    with working(elif_):
        report = FaultReport.objects.get(pk=taken)
        assert (report.step, report.answer, report.ruling) == (ReportStep.ANSWERED, "Nu är det lagat.", Ruling.MENDED)
        assert report.erase_on == date(2027, 2, 25)
        assert AccessCode.objects.get(object_id=taken).expires_on == report.erase_on


def test_the_statement_tells_what_is_to_be_mended_and_what_is_too_heavy_with_its_reason(
    send: Send, elif_: Actor, at: datetime
) -> None:
    for number, ruled in enumerate((COMING, HEAVY)):
        sent = send(f"nummer {number}")
        with working(elif_):
            take_report(actor=elif_, report_id=sent.report_id, at=at)
        _rule(elif_, sent.report_id, ruled, at + timedelta(minutes=number))
    with scope("0480"):
        told = [(row.what, row.then, row.reason) for row in known_faults("0480")]
    assert told == [
        (COMING.told, "Lagas senast 20 december 2026.", ""),
        (HEAVY.told, "Vi lagar det inte nu. Det är oskäligt betungande.", HEAVY.reason),
    ]


def test_what_is_mended_leaves_the_statement_when_that_is_answered(taken: Any, elif_: Actor, at: datetime) -> None:
    _rule(elif_, taken, COMING, at)
    _rule(elif_, taken, MENDED, at + timedelta(days=1))
    with scope("0480"):
        assert known_faults("0480") == []


def test_a_fault_is_taken_away_once_and_not_by_another_board(
    taken: Any, elif_: Actor, sara: Actor, stranger: Actor, at: datetime
) -> None:
    _rule(elif_, taken, COMING, at)
    with working(elif_):
        fault = KnownFault.objects.get().pk
    with working(stranger), pytest.raises(KnownFault.DoesNotExist):
        end_known_fault(actor=stranger, fault_id=fault, at=at)
    for minute in (1, 2):
        with working(sara):
            end_known_fault(actor=sara, fault_id=fault, at=at + timedelta(minutes=minute))
    with working(sara):
        assert KnownFault.objects.get().ended_at == at + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("ruled", "reason"),
    [
        (replace(MENDED, answer=" "), "answer-length"),
        (replace(MENDED, answer="x" * 401), "answer-length"),
        (replace(MENDED, answer="Hej 19121212-1212"), "number-in-answer"),
        (replace(COMING, told="19121212-1212"), "number-in-answer"),
        (replace(COMING, mend_by=None), "mend-by"),
        (replace(COMING, mend_by=date(2026, 11, 23)), "mend-by-past"),
        (replace(MENDED, mend_by=date(2026, 12, 1)), "mend-by"),
        (replace(HEAVY, reason=" "), "no-assessment"),
        (replace(HEAVY, assessed_on=None), "no-assessment"),
        (replace(HEAVY, assessed_on=date(2026, 11, 25)), "assessed-later"),
        (replace(MENDED, reason="För dyrt."), "no-assessment"),
        (replace(HEAVY, told="x" * 201), "too-long"),
        (replace(MENDED, told="Inget."), "not-told"),
        (Ruled(Ruling.NO_FAULT, "Det är inget fel.", told="Inget."), "not-told"),
    ],
)
def test_a_decision_that_lacks_something_is_refused_and_nothing_is_saved(
    taken: Any, elif_: Actor, at: datetime, ruled: Ruled, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        _rule(elif_, taken, ruled, at)
    assert refused.value.decision.reason == reason
    with working(elif_):
        assert FaultReport.objects.get(pk=taken).step == ReportStep.TAKEN
        assert not KnownFault.objects.exists()


def test_only_the_one_who_has_it_sees_how_the_reporter_is_reached(
    taken: Any, elif_: Actor, sara: Actor, at: datetime
) -> None:
    with working(elif_):
        assert "inga@exempel.se" in report_page(elif_, taken, at=at).reach
    with working(sara):
        shown = report_page(sara, taken, at=at)
        assert "inga@exempel.se" not in shown.reach
        assert shown.decision.reason == "answer-soon"


def test_the_register_shows_first_who_waits_and_what_is_late(
    send: Send, taken: Any, elif_: Actor, at: datetime
) -> None:
    _rule(elif_, taken, MENDED, at)
    waiting = send("en till")
    with working(elif_):
        found = register_of(elif_, at=at + timedelta(days=8))
    assert [row.pk for row in found.rows] == [waiting.report_id, taken]
    assert (found.waiting, found.late) == (1, 1)
