"""The report as the one who made it reads it behind the code."""

from dataclasses import dataclass
from uuid import UUID

from anhoriglots.database.scope import for_board
from anhoriglots.design.words import day_in_words, moment_in_words

from ..choices import CameIn, ReportStep, Ruling
from ..models import FaultReport
from ..policies import may_ask_for_decision


@dataclass(frozen=True, slots=True)
class OwnReport:
    """What was told and what came of it; days and moments in words.

    Attributes:
        ruling: the code of the decision, or nothing yet.
        waits_for_decision: asked for a no in writing, which is not answered yet.
    """

    what: str
    where: str
    is_request: bool
    answer_by: str
    is_answered: bool
    ruling: str
    mend_by: str
    answer: str
    waits_for_decision: bool
    may_ask_for_decision: bool
    kept_until: str


def own_report(board_id: UUID, report_id: UUID) -> OwnReport | None:
    """The report, or None when it is gone."""
    with for_board(board_id):
        row = FaultReport.objects.filter(pk=report_id).first()
    return _own(row) if row else None


def _own(row: FaultReport) -> OwnReport:
    return OwnReport(
        what=row.what,
        where=row.where,
        is_request=row.came_in == CameIn.REQUEST,
        answer_by=moment_in_words(row.answer_by),
        is_answered=bool(row.answer),
        ruling=row.ruling,
        mend_by=day_in_words(row.mend_by, year=True) if row.mend_by and row.ruling == Ruling.WILL_MEND else "",
        answer=row.answer,
        waits_for_decision=row.decision_asked_at is not None and row.step != ReportStep.ANSWERED,
        may_ask_for_decision=bool(may_ask_for_decision(row)),
        kept_until=day_in_words(row.erase_on, year=True),
    )
