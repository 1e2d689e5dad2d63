"""A support contact that must be documented by name needs a file: choose one, or open one, from the request."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_read, record_reads
from anhoriglots.casework.actions.open_case import FirstMove, open_file
from anhoriglots.casework.models import ContactRequest
from anhoriglots.casework.policies import may_build_on_request, workable_requests
from anhoriglots.casework.queries.search import find_carers, search_key
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.people.actions import NUMBER_IS_KNOWN

from ..file_number import file_with_number, known_details
from ..forms import FileForm, SearchForm
from ..refusals import tells_refusals

READ = Capability.READ_CARERS


def _back(request_id: UUID) -> str:
    return reverse("request", args=[request_id])


def _offer_at(request_id: UUID, carer_id: UUID) -> str:
    return f"{reverse('offer-for-request', args=[request_id])}?{urlencode({'carer': carer_id})}"


@staff_page(READ)
@tells_refusals(_back)
def choose_file(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Search among the board's files, or go on to open a new one."""
    _request(request, request_id)
    at = timezone.now()
    form = SearchForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"request_id": request_id, "hits": None}
    if form.is_valid():
        on = timezone.localdate(at)
        try:
            key = search_key(form.cleaned_data["words"], on=on)
            hits = find_carers(request.actor, key, on=on, open_at=lambda carer_id: _offer_at(request_id, carer_id))
        except Refused as refused:
            form.refuse(refused.decision, "words")
        else:
            record_reads(subject_ids=[hit.carer_id for hit in hits], page="search", at=at)
            context["hits"] = hits
    return render_form(request, "workspace/choose_file.html", form, context)


@staff_page(READ)
@tells_refusals(_back)
def new_file(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Open a file with what the person has told already."""
    at = timezone.now()
    told = _request(request, request_id)
    data = request.POST if request.method == "POST" else None
    form = FileForm(data, today=timezone.localdate(at), initial=known_details(told))
    context: dict[str, Any] = {"back": reverse("file-for-request", args=[request_id])}
    if form.is_valid():
        first_move = FirstMove(form.cleaned_data["first_move"])
        try:
            case = open_file(actor=request.actor, details=form.details(), first_move=first_move, at=at)
        except Refused as refused:
            known = file_with_number(request, form) if refused.decision.reason == NUMBER_IS_KNOWN else None
            form.refuse(refused.decision, "personal_number" if known else None)
            context["known"] = _offer_at(request_id, known) if known else ""
        else:
            return SeeOther(_offer_at(request_id, case.carer_id))
    record_read(subject_id=request_id, page="request", at=at)
    return render_form(request, "workspace/new_file.html", form, context)


def _request(request: StaffRequest, request_id: UUID) -> ContactRequest:
    found = workable_requests(request.actor).filter(pk=request_id).first()
    if found is None:
        raise Http404
    may_build_on_request(found).require()
    return found
