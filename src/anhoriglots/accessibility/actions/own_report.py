"""What the one who reported does with the code: asks for a no in writing, and takes all of it away."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board

from ..choices import ReportStep
from ..erasure import erase_reports
from ..models import FaultReport
from ..policies import may_ask_for_decision


@transaction.atomic
def ask_for_decision(*, at: datetime, board_id: UUID, report_id: UUID) -> None:
    """Ask for the no as a decision in writing, with reasons; the report waits again (lag 2018:1937 15 and 20 §§).

    Raises:
        Refused: nothing was refused, or it has been asked for already.
        FaultReport.DoesNotExist: it is gone.
    """
    with for_board(board_id):
        report = FaultReport.objects.select_for_update().get(pk=report_id)
        may_ask_for_decision(report).require()
        report.decision_asked_at = at
        report.step = ReportStep.TAKEN if report.owner_id else ReportStep.RECEIVED
        report.save(update_fields=["decision_asked_at", "step"])
        record(action="accessibility.ask_for_decision", at=at, object_id=report.pk)


@transaction.atomic
def erase_report(*, at: datetime, board_id: UUID, report_id: UUID) -> None:
    """Delete all that was told, with its code. A second time changes nothing."""
    with for_board(board_id):
        if erase_reports([report_id]):
            record(action="accessibility.erase_report", at=at, object_id=report_id)
