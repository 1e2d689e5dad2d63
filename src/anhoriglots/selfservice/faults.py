"""The page behind the code of a report: what came of it, a no in writing, and away with all of it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots import law
from anhoriglots.accessibility.actions.own_report import ask_for_decision, erase_report
from anhoriglots.accessibility.queries.own_report import OwnReport, own_report
from anhoriglots.database.browser import Gone
from anhoriglots.design.pages import SeeOther
from anhoriglots.kernel.decision import Refused
from anhoriglots.visitors.models import AccessCode, Opens
from anhoriglots.visitors.queries import opened_here, opened_token

from .opening import TOKEN, Erased, ThreadRequest, thread_page

ERASED = "own-fault-erased"
RIGHT = "accessibility-act 15"


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """The report, and the part of an address that opens it again."""

    board_id: UUID
    report_id: UUID
    shown: OwnReport
    query: str

    def address(self, name: str) -> str:
        """The address of a page of this report."""
        return f"{reverse(name)}?{self.query}"


def report_opened_now(request: HttpRequest, code: AccessCode, *, at: datetime) -> str:
    """Open the report in this browser; returns the address of its page."""
    token = opened_token(request, Opens.FAULT, board_id=code.board_id, object_id=code.object_id, at=at)
    return f"{reverse('own-fault')}?{urlencode({TOKEN: token})}"


def _opened_before(request: HttpRequest, *, at: datetime) -> OpenedReport:
    token = request.GET.get(TOKEN, "")
    if not token:
        raise Gone("no token")
    board_id, report_id = opened_here(request, token, Opens.FAULT, at=at)
    shown = own_report(board_id, report_id)
    if shown is None:
        raise Erased(ERASED)
    return OpenedReport(board_id, report_id, shown, urlencode({TOKEN: token}))


@thread_page
def fault(request: ThreadRequest) -> HttpResponse:
    """What was told and what came of it; a post asks for a no in writing."""
    at = timezone.now()
    opened = _opened_before(request, at=at)
    if request.method == "POST":
        with suppress(Refused):  # nothing to ask for, or asked already: the page says how it is
            ask_for_decision(at=at, board_id=opened.board_id, report_id=opened.report_id)
        return SeeOther(opened.address("own-fault"))
    context = {
        "report": opened.shown,
        "erase_url": opened.address("own-fault-erase"),
        "right": law.citation(RIGHT, timezone.localdate(at)),
    }
    return render(request, "selfservice/fault.html", context)


@thread_page
def erase(request: ThreadRequest) -> HttpResponse:
    """Take all of it away: asks once, then it is gone."""
    at = timezone.now()
    opened = _opened_before(request, at=at)
    if request.method == "POST":
        erase_report(at=at, board_id=opened.board_id, report_id=opened.report_id)
        return SeeOther(reverse(ERASED))
    return render(request, "selfservice/fault_erase.html", {"back_url": opened.address("own-fault")})


@thread_page
def erased(request: ThreadRequest) -> HttpResponse:
    """What is gone and what is left."""
    return render(request, "selfservice/fault_erased.html")


erased.reads_only_public_tables = True  # type: ignore[attr-defined]
