"""A visitor tells us that something does not work. The same form sent twice, or twice at once, is one report."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record
from anhoriglots.database.encryption import keyed_index
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.models import Unit
from anhoriglots.organisations.queries import MunicipalityPage, answering_unit, promised_time
from anhoriglots.visitors.actions import claim_code
from anhoriglots.visitors.models import Opens
from anhoriglots.visitors.queries import code_made_by

from ..choices import Answer, CameIn, ReportStep
from ..models import FaultReport
from ..policies import may_be_reported


@dataclass(frozen=True, slots=True)
class Told:
    """What the visitor chose to tell.

    Attributes:
        what: what does not work, or what cannot be used.
        where: in the visitor's own words, or the page we suggested.
        reply: how to learn what came of it.
        contact: number or address; empty with a code alone.
    """

    came_in: CameIn
    what: str
    where: str = ""
    reply: Answer = Answer.CODE
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """Where the report lies, and the code that opens it; known only to the one who brings the secret of the form."""

    board_id: UUID
    report_id: UUID
    code: str = field(default="", compare=False, repr=False)


def report_days(municipality: MunicipalityPage) -> int:
    """For how many days a report is kept after it was answered, and one that nobody answers after the promised day."""
    kept = municipality.own["retention"]
    return int(kept.get("fault_days", kept["thread_days"]))  # a profile loaded by an older release has the latter alone


def answer_days(municipality: MunicipalityPage) -> int:
    """In how many working days a report is answered at the latest."""
    told = municipality.own.get("accessibility")
    return int(told["answer_days"] if told else municipality.own["promise"]["working_days"])


def receive_report(
    *, at: datetime, municipality: MunicipalityPage, submission: str, told: Told, language: str
) -> Reported:
    """Save the report at the board whose unit answers the municipality, and promise when it is answered.

    Args:
        at: the instant it was sent.
        submission: a secret that the form carried.
        language: the language the visitor read.

    Raises:
        Refused: nothing is told, too much, or a personal number; or it was sent before and is gone.
    """
    may_be_reported(what=told.what, where=told.where).require()
    unit = answering_unit(municipality.code, None)
    with for_board(unit.board_id):
        report = _built(at, municipality, submission, told, language, unit)
        FaultReport.objects.bulk_create([report], ignore_conflicts=True)
        stored = FaultReport.objects.filter(submission=report.submission).values_list("pk", flat=True).first()
        if stored is None:
            raise Refused(forbidden("already-sent", _("Det här är redan skickat.")))
        if stored != report.pk:
            code = code_made_by(submission, municipality=municipality.code, object_id=stored)
            return Reported(unit.board_id, stored, code)
        record(action="accessibility.receive_report", at=at, object_id=report.pk, came_in=told.came_in.value)
        code = claim_code(submission, opens=Opens.FAULT, object_id=report.pk, expires_on=report.erase_on)
        return Reported(unit.board_id, report.pk, code)


def _built(
    at: datetime, municipality: MunicipalityPage, submission: str, told: Told, language: str, unit: Unit
) -> FaultReport:
    answer_by = promised_time(unit.hours, working_days=answer_days(municipality), received_at=at)
    return FaultReport(
        **owner_of(current_scope()),
        submission=keyed_index(f"{municipality.code}:{submission}", use="fault-report"),
        came_in=told.came_in,
        what=told.what,
        where=told.where,
        reply=told.reply,
        contact="" if told.reply == Answer.CODE else told.contact,
        language=language,
        received_at=at,
        answer_by=answer_by,
        step=ReportStep.RECEIVED,
        erase_on=localdate(answer_by) + timedelta(days=report_days(municipality)),
    )
