"""The register of reports, and one of them, for those who answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from babel import Locale

from anhoriglots import law
from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor
from anhoriglots.design.words import day_in_words, moment_in_words
from anhoriglots.kernel.decision import Decision

from ..choices import REFUSALS, Answer, CameIn, ReportStep, Ruling
from ..models import FaultReport, KnownFault
from ..policies import handled_reports, own_known_faults

QUESTION = "accessibility-request"
SWEDISH = Locale("sv")


@dataclass(frozen=True, slots=True)
class Row:
    """One report in the list; nothing that the reporter wrote."""

    pk: UUID
    came: str
    kind: str
    state: str
    owner: str
    answer_by: str
    ruling: str
    is_waiting: bool
    is_late: bool
    wants_decision: bool


@dataclass(frozen=True, slots=True)
class OnPage:
    """What the statement tells of."""

    pk: UUID
    what: str
    ruling: str
    until: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Register:
    """All of it: those that wait first."""

    rows: list[Row]
    waiting: int
    late: int
    on_page: list[OnPage]


@dataclass(frozen=True, slots=True)
class Shown:
    """One report.

    Attributes:
        reach: how the reporter learns the answer, with number or address; only the one who has taken it sees that.
        told: what the statement says of it now.
        decision: what the law asks of us.
    """

    row: Row
    what: str
    where: str
    reach: str
    language: str
    answer: str
    answered: str
    reason: str
    mend_by: str
    assessed_on: str
    told: str
    ruling_code: str
    kept_until: str
    is_mine: bool
    can_take: bool
    decision: Decision


def register_of(actor: Actor, *, at: datetime) -> Register:
    """The board's reports and what its statement tells."""
    found = list(handled_reports(actor).order_by("answer_by"))
    names = _names(found)
    rows = sorted((_row(row, names, at) for row in found), key=lambda row: not row.is_waiting)
    on_page = [_on_page(row, at) for row in own_known_faults(actor).order_by("published_at")]
    return Register(rows, sum(row.is_waiting for row in rows), sum(row.is_late for row in rows), on_page)


def report_page(actor: Actor, report_id: UUID, *, at: datetime) -> Shown:
    """One report.

    Raises:
        FaultReport.DoesNotExist: none that this person may open.
    """
    row = handled_reports(actor).get(pk=report_id)
    is_mine = row.owner_id == actor.user_id
    told = own_known_faults(actor).filter(report_id=row.pk).first()
    return Shown(
        row=_row(row, _names([row]), at),
        what=row.what,
        where=row.where,
        reach=_reach(row, is_mine=is_mine),
        language=str(SWEDISH.languages.get(row.language, row.language)),
        answer=row.answer,
        answered=moment_in_words(row.answered_at) if row.answered_at else "",
        reason=told.reason if told else "",
        mend_by=row.mend_by.isoformat() if row.mend_by else "",
        assessed_on=row.assessed_on.isoformat() if row.assessed_on else "",
        told=told.what if told else "",
        ruling_code=row.ruling,
        kept_until=day_in_words(row.erase_on, year=True),
        is_mine=is_mine,
        can_take=row.owner_id is None,
        decision=law.decide(QUESTION, on=at.date(), facts=_facts(row)),
    )


def _facts(row: FaultReport) -> dict[str, object]:
    facts: dict[str, object] = {"came_in": row.came_in}
    if row.ruling:
        facts["justified"] = row.ruling not in [each.value for each in REFUSALS]
    if row.decision_asked_at:
        facts["asks_for_decision"] = True
    return facts


def _row(row: FaultReport, names: dict[UUID, str], at: datetime) -> Row:
    is_waiting = row.step != ReportStep.ANSWERED
    return Row(
        pk=row.pk,
        came=moment_in_words(row.received_at),
        kind=CameIn(row.came_in).label,
        state=ReportStep(row.step).label,
        owner=names.get(row.owner_id, "") if row.owner_id else "",
        answer_by=moment_in_words(row.answer_by),
        ruling=Ruling(row.ruling).label if row.ruling else "",
        is_waiting=is_waiting,
        is_late=is_waiting and row.answer_by < at,
        wants_decision=is_waiting and row.decision_asked_at is not None,
    )


def _names(rows: list[FaultReport]) -> dict[UUID, str]:
    owners = {row.owner_id for row in rows if row.owner_id}
    return {user.pk: user.full_name for user in User.objects.filter(pk__in=owners)} if owners else {}


def _reach(row: FaultReport, *, is_mine: bool) -> str:
    way = Answer(row.reply).label
    if row.reply == Answer.CODE:
        return way
    return f"{way}: {row.contact}" if is_mine else f"{way}. Numret eller adressen syns när du har tagit felanmälan."


def _on_page(row: KnownFault, at: datetime) -> OnPage:
    until = f"Lagas senast {day_in_words(row.mend_by, year=True)}" if row.mend_by else row.reason
    return OnPage(row.pk, row.what, Ruling(row.ruling).label, until, bool(row.mend_by and row.mend_by < at.date()))
