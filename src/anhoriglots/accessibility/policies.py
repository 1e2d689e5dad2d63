"""Who may do what with reports, and what may be written in them."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.kernel.identity import looks_like_personal_number

from .choices import REFUSALS, TOLD, CameIn, ReportStep, Ruling
from .models import FaultReport, KnownFault

LONGEST_WHAT, LONGEST_WHERE, LONGEST_ANSWER = 400, 120, 400
LONGEST_TOLD, LONGEST_REASON = 200, 300


def may_be_reported(*, what: str, where: str) -> Decision:
    """May this be kept as it is? Something has to be said, and no personal number."""
    if not what.strip():
        return forbidden("nothing-told", _("Skriv vad som inte fungerar."))
    if len(what) > LONGEST_WHAT or len(where) > LONGEST_WHERE:
        return forbidden("too-long", _("Texten är för lång. Korta den."))
    if looks_like_personal_number(what) or looks_like_personal_number(where):
        return forbidden("personal-number", _("Det ser ut som ett personnummer. Ta bort det, vi behöver det inte."))
    return permitted("may-be-kept", "")


def may_handle_reports(actor: Actor) -> Decision:
    """May this person read and answer reports?"""
    if not actor.can(Capability.HANDLE_FAULTS):
        return forbidden("role-handles-no-faults", "Din roll svarar inte på felanmälningar.")
    return permitted("handles-faults", "Du svarar på felanmälningar hos din nämnd.")


def may_handle_report(actor: Actor, report: FaultReport) -> Decision:
    """The same for one report; another board's is never seen."""
    if report.board_id != actor.board_id:
        return forbidden("other-board", "Felanmälan finns hos en annan nämnd.")
    return may_handle_reports(actor)


def handled_reports(actor: Actor) -> QuerySet[FaultReport]:
    """The reports this person may open."""
    if not may_handle_reports(actor):
        return FaultReport.objects.none()
    return FaultReport.objects.filter(board_id=actor.board_id)


def may_rule(actor: Actor, report: FaultReport) -> Decision:
    """May this person decide and answer? The one who has taken the report, and nobody else."""
    access = may_handle_report(actor, report)
    if access and report.owner_id != actor.user_id:
        return forbidden("not-taken-by-you", "Ta felanmälan först. Då vet dina kollegor att du har den.")
    return access


def may_ask_for_decision(report: FaultReport) -> Decision:
    """May the reporter ask for the no in writing? Only a no to a request is such a decision (lag 2018:1937 15 §)."""
    refused = report.step == ReportStep.ANSWERED and report.ruling in [each.value for each in REFUSALS]
    if report.came_in != CameIn.REQUEST or not refused:
        return forbidden("nothing-refused", _("Du har inte fått nej."))
    if report.decision_asked_at is not None:
        return forbidden("asked-already", _("Du har redan bett om beslutet."))
    return permitted("may-ask", "")


def may_be_told(ruling: Ruling) -> Decision:
    """May the statement tell of a fault with this decision? What is mended, or was none, is not told."""
    if ruling not in TOLD:
        return forbidden("not-told", "På sidan står bara det som ska lagas och det som är oskäligt betungande.")
    return permitted("told", "Det står på sidan om tillgänglighet.")


def own_known_faults(actor: Actor) -> QuerySet[KnownFault]:
    """What this person's board tells of on the page and may take away."""
    if not may_handle_reports(actor):
        return KnownFault.objects.none()
    return KnownFault.objects.filter(board_id=actor.board_id, ended_at__isnull=True)
