"""Say that something does not work: one page, then the receipt with a code (lag 2018:1937 13 §)."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accessibility.actions.receive_report import Reported, answer_days, receive_report, report_days
from anhoriglots.accessibility.queries.own_report import own_report
from anhoriglots.database.browser import Gone
from anhoriglots.database.returned import returned_address, returned_form
from anhoriglots.database.throttle import Limit, attempt, client_address
from anhoriglots.design.foreign import spoken_language
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.words import clock_in_words
from anhoriglots.kernel.decision import Refused
from anhoriglots.visitors.models import Opens
from anhoriglots.visitors.queries import opened_token

from ..answers import TOKEN, Answers, address, read
from ..contact_forms import SendForm
from ..fault_form import FaultForm
from ..pages import OpenRequest, open_page

# A library may share one network address, so this stops machines only.
SENDING = Limit("fault-report", attempts=30, window=timedelta(hours=1))
TOO_MANY = 429
FROM = "sida"
SECRET = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class ReportAnswers(Answers):
    """Where the report lies and the code that opens it, which is stored nowhere; never what stands in it."""

    board: str = ""
    report: str = ""
    code: str = ""


@open_page
def report(request: OpenRequest) -> HttpResponse:
    """The form. With faults it comes back by its address."""
    at = timezone.now()
    form = FaultForm.of(request.GET.get(FROM, ""), request.POST or returned_form(request, at=at))
    trap = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if answer := _sent(request, form, trap, at):
            return answer
    elif request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    context = {
        "trap": trap,
        "submission": _secret(form),
        "answer_days": answer_days(request.municipality),
        "report_days": report_days(request.municipality),
        "back_url": reverse("accessibility"),
    }
    return render_form(request, "publicsite/fault.html", form, context)


def _secret(form: FaultForm) -> str:
    """The secret of this form, the same when it comes back with faults."""
    written = form.data.get("submission", "") if form.is_bound else ""
    return written if SECRET.fullmatch(written) else secrets.token_urlsafe(16)


def _sent(request: OpenRequest, form: FaultForm, trap: SendForm, at: datetime) -> HttpResponse | None:
    """Where it leads, or None when something stands in the way, which the form then tells."""
    if not trap.is_valid():
        form.add_error(None, trap.errors["website"])
        return None
    tried = attempt(SENDING, visitor=client_address(request), at=at)
    if not tried.allowed:
        wait = {"opens": clock_in_words(tried.opens_at), "back_url": returned_address(request, at=at) or request.path}
        return render(request, "publicsite/too_many.html", wait, status=TOO_MANY)
    try:
        reported = receive_report(
            at=at,
            municipality=request.municipality,
            submission=_secret(form),
            told=form.told(),
            language=spoken_language(),
        )
    except Refused as refused:
        form.refuse(refused.decision)
        return None
    return SeeOther(_receipt_address(request, reported, at))


def _receipt_address(request: HttpRequest, reported: Reported, at: datetime) -> str:
    where = ReportAnswers(board=reported.board_id.hex, report=reported.report_id.hex, code=reported.code)
    return address(request, "accessibility-receipt", where, at=at)


@open_page
def receipt(request: OpenRequest) -> HttpResponse:
    """The code and the promise; it can be read again with Back and reload, and nothing is sent anew."""
    at = timezone.now()
    where: ReportAnswers = read(request, ReportAnswers, at=at)
    found = own_report(UUID(where.board), UUID(where.report)) if where.board else None
    if found is None:
        raise Gone("no receipt")
    token = opened_token(request, Opens.FAULT, board_id=UUID(where.board), object_id=UUID(where.report), at=at)
    context = {
        "report": found,
        "code": where.code.split(),
        "host": request.get_host(),
        "own_url": f"{reverse(settings.SITE_PAGES['own-fault'])}?{urlencode({TOKEN: token})}",
    }
    return render(request, "publicsite/fault_receipt.html", context)
