"""One contact request: read it safely, take it, answer it, close it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_read
from anhoriglots.casework.actions.answer_request import answer_request, close_request, note_attempt, reopen_request
from anhoriglots.casework.actions.mark_urgent import mark_urgent
from anhoriglots.casework.actions.take_request import release_request, take_request
from anhoriglots.casework.models import ContactRequest
from anhoriglots.casework.queries.request_page import request_page
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..addresses import address_of
from ..child import child_law
from ..forms import AnswerForm
from ..municipality import municipality_of
from ..receipts import saved_line
from ..refusals import CONFLICT, tells_refusals
from .today import today_page

WORK = Capability.WORK_WITH_REQUESTS
# What was just done, said once on the page one lands on; the address carries the code alone.
DONE = {
    "forsokte": "Antecknat: vi försökte nå personen. Det står på personens sida.",
    "svarat": "Svaret är skickat. Personen läser det med sin kod.",
    "oppnad": "Förfrågan är öppen igen, och du har den.",
    "bradskar": "Förfrågan är märkt Brådskar.",
    "bradskar-inte": "Märket Brådskar är borta.",
}
UNDONE = "Ångrat. Kontakten räknas inte."


def _back(request_id: UUID) -> str:
    return reverse("request", args=[request_id])


def _done(request_id: UUID, code: str) -> SeeOther:
    return SeeOther(f"{_back(request_id)}?gjort={code}")


@staff_page(WORK)
def contact_request(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """The request."""
    return _page(request, request_id, AnswerForm(), timezone.now())


def _page(request: StaffRequest, request_id: UUID, form: AnswerForm, at: datetime) -> HttpResponse:
    municipality = municipality_of(request)
    try:
        found = request_page(request.actor, request_id, at=at, guide=municipality.settings["guide"])
    except ContactRequest.DoesNotExist as error:
        raise Http404 from error
    record_read(subject_id=request_id, page="request", at=at)
    support_at = address_of("support-contact")
    context: dict[str, Any] = {
        "found": found,
        "support_contacts": [(support_at(row.pk), row.text) for row in found.support_contacts],
        "can_propose": request.actor.can(Capability.PROPOSE_SUPPORT_CONTACT)
        and not any(row.is_active for row in found.support_contacts),
        "can_note": request.actor.can(Capability.NOTE_CONTACT),
        "done": UNDONE if "angrat" in request.GET else DONE.get(request.GET.get("gjort", ""), ""),
        "saved": saved_line(request, actor_id=request.actor.user_id, at=at),
        "sender": municipality.name,
        "child_law": child_law(request.actor, timezone.localdate(at)) if found.from_child else [],
    }
    return render_form(request, "workspace/request.html", form, context)


@require_POST
@staff_page(WORK)
def take(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Take it, or hear that a colleague was faster."""
    at = timezone.now()
    try:
        take_request(actor=request.actor, request_id=request_id, at=at)
    except Refused as refused:
        return today_page(request, at, message=refused.decision.sentence, status=CONFLICT)
    except ContactRequest.DoesNotExist as error:
        raise Http404 from error
    return SeeOther(_back(request_id))


@require_POST
@staff_page(WORK)
@tells_refusals(_back)
def release(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Give it back."""
    release_request(actor=request.actor, request_id=request_id, at=timezone.now())
    return SeeOther(f"{reverse('today')}?gjort=lamnad")


@require_POST
@staff_page(WORK)
@tells_refusals(_back)
def tried(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """We tried to reach the person."""
    note_attempt(actor=request.actor, request_id=request_id, at=timezone.now())
    return _done(request_id, "forsokte")


@require_POST
@staff_page(WORK)
@tells_refusals(_back)
def reopen(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """It was not done after all."""
    reopen_request(actor=request.actor, request_id=request_id, at=timezone.now())
    return _done(request_id, "oppnad")


@require_POST
@staff_page(WORK)
@tells_refusals(_back)
def urgent(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """It cannot wait, or it can."""
    is_urgent = request.POST.get("do") == "mark"
    mark_urgent(actor=request.actor, request_id=request_id, urgent=is_urgent, at=timezone.now())
    return _done(request_id, "bradskar" if is_urgent else "bradskar-inte")


@require_POST
@staff_page(WORK)
def answer(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Answer in the thread."""
    at = timezone.now()
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            answer_request(actor=request.actor, request_id=request_id, text=form.cleaned_data["text"], at=at)
        except Refused as refused:
            form.refuse(refused.decision)
        except ContactRequest.DoesNotExist as error:
            raise Http404 from error
        else:
            return _done(request_id, "svarat")
    return _page(request, request_id, form, at)


@require_POST
@staff_page(WORK)
@tells_refusals(_back)
def close(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Done; the contact details will be erased on the promised day."""
    keep_days = int(municipality_of(request).own["retention"]["contact_days"])
    close_request(actor=request.actor, request_id=request_id, keep_days=keep_days, at=timezone.now())
    return SeeOther(f"{reverse('today')}?gjort=klart&forfragan={request_id}")
