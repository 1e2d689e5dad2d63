"""Felanmälningar: what visitors say does not work, who answers, what is decided, and what the statement tells."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.accessibility.actions.handle_report import (
    end_known_fault,
    release_report,
    rule_on_report,
    take_report,
)
from anhoriglots.accessibility.actions.receive_report import report_days
from anhoriglots.accessibility.models import FaultReport
from anhoriglots.accessibility.queries.register import Shown, register_of, report_page
from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_read
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..fault_forms import FIELD_OF, RulingForm
from ..municipality import municipality_of
from ..refusals import tells_refusals

HANDLE = Capability.HANDLE_FAULTS
DONE = {
    "besvarad": "Svaret är sparat. Personen läser det med sin kod.",
    "borttaget": "Det står inte längre på sidan om tillgänglighet.",
}


@staff_page(HANDLE)
def faults(request: StaffRequest) -> HttpResponse:
    """The register: those that wait first, then what the statement tells."""
    found = register_of(request.actor, at=timezone.now())
    context = {"register": found, "board": request.actor.board_name, "done": DONE.get(request.GET.get("gjort", ""), "")}
    return render(request, "workspace/faults.html", context)


@staff_page(HANDLE)
def fault(request: StaffRequest, report_id: UUID) -> HttpResponse:
    """One report; a post decides and answers."""
    at = timezone.now()
    shown = _shown(request, report_id, at)
    form = RulingForm.of(shown, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            days = report_days(municipality_of(request))
            rule_on_report(actor=request.actor, report_id=report_id, ruled=form.ruled(), keep_days=days, at=at)
            return SeeOther(f"{reverse('faults')}?gjort=besvarad")
        except Refused as refused:
            form.refuse(refused.decision, FIELD_OF.get(refused.decision.reason))
    record_read(subject_id=report_id, page="fault", at=at)
    return render_form(request, "workspace/fault.html", form, {"shown": shown})


def _shown(request: StaffRequest, report_id: UUID, at: datetime) -> Shown:
    try:
        return report_page(request.actor, report_id, at=at)
    except FaultReport.DoesNotExist as error:
        raise Http404 from error


def _back(report_id: UUID) -> str:
    return reverse("fault", args=[report_id])


@require_POST
@staff_page(HANDLE)
@tells_refusals(_back)
def take(request: StaffRequest, report_id: UUID) -> HttpResponse:
    """Be the one who answers."""
    take_report(actor=request.actor, report_id=report_id, at=timezone.now())
    return SeeOther(_back(report_id))


@require_POST
@staff_page(HANDLE)
@tells_refusals(_back)
def release(request: StaffRequest, report_id: UUID) -> HttpResponse:
    """Give it back."""
    release_report(actor=request.actor, report_id=report_id, at=timezone.now())
    return SeeOther(_back(report_id))


@require_POST
@staff_page(HANDLE)
@tells_refusals(lambda fault_id: reverse("faults"))
def end(request: StaffRequest, fault_id: UUID) -> HttpResponse:
    """Take a fault away from the statement."""
    end_known_fault(actor=request.actor, fault_id=fault_id, at=timezone.now())
    return SeeOther(f"{reverse('faults')}?gjort=borttaget")
