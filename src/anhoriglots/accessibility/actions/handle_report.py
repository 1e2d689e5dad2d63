"""Somebody at work takes a report, decides, and answers; and tells of it in the statement, or no longer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number
from anhoriglots.visitors.models import AccessCode, Opens

from ..choices import ReportStep, Ruling
from ..models import FaultReport, KnownFault
from ..policies import (
    LONGEST_ANSWER,
    LONGEST_REASON,
    LONGEST_TOLD,
    handled_reports,
    may_be_told,
    may_handle_report,
    may_handle_reports,
    may_rule,
    own_known_faults,
)


@dataclass(frozen=True, slots=True)
class Ruled:
    """What is decided of a report.

    Attributes:
        mend_by: the last day, when it will be mended.
        reason: why it is too heavy, in words that the statement may tell; with ``assessed_on``.
        answer: what the one who reported reads.
        told: what the statement says of it; empty when it does not.
    """

    ruling: Ruling
    answer: str
    mend_by: date | None = None
    reason: str = ""
    assessed_on: date | None = None
    told: str = ""


@transaction.atomic
def take_report(*, actor: Actor, report_id: UUID, at: datetime) -> None:
    """Become the one who answers. A second time changes nothing.

    Raises:
        Refused: a colleague has it already, or the role answers no reports.
        FaultReport.DoesNotExist: none that this person may open.
    """
    report = _locked(actor, report_id)
    may_handle_report(actor, report).require()
    if report.owner_id == actor.user_id:
        return
    if report.owner_id is not None:
        raise Refused(forbidden("taken-already", "En kollega har redan tagit felanmälan."))
    report.owner_id = actor.user_id
    report.step = ReportStep.TAKEN
    report.save(update_fields=["owner_id", "step"])
    record(action="accessibility.take_report", at=at, object_id=report.pk)


@transaction.atomic
def release_report(*, actor: Actor, report_id: UUID, at: datetime) -> None:
    """Give it back, so that a colleague can take it; what is answered stays answered.

    Raises:
        Refused: somebody else has it.
        FaultReport.DoesNotExist: none that this person may open.
    """
    report = _locked(actor, report_id)
    may_rule(actor, report).require()
    report.owner_id = None
    if report.step == ReportStep.TAKEN:
        report.step = ReportStep.RECEIVED
    report.save(update_fields=["owner_id", "step"])
    record(action="accessibility.release_report", at=at, object_id=report.pk)


@transaction.atomic
def rule_on_report(*, actor: Actor, report_id: UUID, ruled: Ruled, keep_days: int, at: datetime) -> None:
    """Decide and answer. May be done again, for example when what was to be mended is mended; the last answer holds.

    Args:
        keep_days: for how many days the report is kept from now on.

    Raises:
        Refused: somebody else has it, or something is missing in what was decided.
        FaultReport.DoesNotExist: none that this person may open.
    """
    report = _locked(actor, report_id)
    may_rule(actor, report).require()
    _check(ruled, on=localdate(at))
    report.ruling = ruled.ruling
    report.mend_by = ruled.mend_by
    report.assessed_on = ruled.assessed_on
    report.answer = ruled.answer
    report.answered_at = at
    report.step = ReportStep.ANSWERED
    report.erase_on = localdate(at) + timedelta(days=keep_days)
    report.save()
    AccessCode.objects.filter(opens=Opens.FAULT, object_id=report.pk).update(expires_on=report.erase_on)
    _tell(actor, report, ruled, at)
    record(action="accessibility.rule_on_report", at=at, object_id=report.pk, ruling=ruled.ruling.value)


def _check(ruled: Ruled, *, on: date) -> None:
    _check_days(ruled, on)
    _check_words(ruled)


def _check_days(ruled: Ruled, on: date) -> None:
    if (ruled.ruling == Ruling.WILL_MEND) != (ruled.mend_by is not None):
        raise Refused(forbidden("mend-by", "Skriv vilken dag det ska vara lagat, bara när det ska lagas."))
    if ruled.mend_by is not None and ruled.mend_by < on:
        raise Refused(forbidden("mend-by-past", "Dagen har varit. Välj en dag som kommer."))
    is_heavy = ruled.ruling == Ruling.TOO_HEAVY
    if is_heavy != bool(ruled.reason.strip()) or is_heavy != (ruled.assessed_on is not None):
        raise Refused(forbidden("no-assessment", "Skriv skälet och dagen för bedömningen, bara när det är oskäligt."))
    if ruled.assessed_on is not None and ruled.assessed_on > on:
        raise Refused(forbidden("assessed-later", "Bedömningen kan inte vara gjord en dag som inte har varit."))


def _check_words(ruled: Ruled) -> None:
    if not ruled.answer.strip() or len(ruled.answer) > LONGEST_ANSWER:
        raise Refused(forbidden("answer-length", f"Skriv ett svar på högst {LONGEST_ANSWER} tecken."))
    if len(ruled.told) > LONGEST_TOLD or len(ruled.reason) > LONGEST_REASON:
        raise Refused(forbidden("too-long", "Texten är för lång. Korta den."))
    if any(looks_like_personal_number(text) for text in (ruled.answer, ruled.reason, ruled.told)):
        raise Refused(forbidden("number-in-answer", "Det ser ut som ett personnummer. Ta bort det."))
    if ruled.told.strip():
        may_be_told(ruled.ruling).require()


def _tell(actor: Actor, report: FaultReport, ruled: Ruled, at: datetime) -> None:
    """What the statement says from now on; what it said of this report before ends."""
    own_known_faults(actor).filter(report_id=report.pk).update(ended_at=at)
    if ruled.told.strip():
        KnownFault.objects.create(
            **owner_of(current_scope()),
            report_id=report.pk,
            what=ruled.told.strip(),
            ruling=ruled.ruling,
            mend_by=ruled.mend_by,
            reason=ruled.reason,
            assessed_on=ruled.assessed_on,
            published_at=at,
            published_by=actor.user_id,
        )


@transaction.atomic
def end_known_fault(*, actor: Actor, fault_id: UUID, at: datetime) -> None:
    """Take it away from the statement, since it is mended. A second time changes nothing.

    Raises:
        Refused: the role answers no reports.
        KnownFault.DoesNotExist: not one of the actor's board.
    """
    may_handle_reports(actor).require()
    fault = KnownFault.objects.select_for_update().get(pk=fault_id, board_id=actor.board_id)
    if fault.ended_at is not None:
        return
    fault.ended_at = at
    fault.save(update_fields=["ended_at"])
    record(action="accessibility.end_known_fault", at=at, object_id=fault.pk)


def _locked(actor: Actor, report_id: UUID) -> FaultReport:
    return handled_reports(actor).select_for_update().get(pk=report_id)
