"""Offer a colleague as support contact, and follow what becomes of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_read
from anhoriglots.casework.actions.support_contact import (
    bring_back,
    change_worker,
    end_support_contact,
    may_be_known_by_code,
    offer_support_contact,
    promise_support_contact,
    register_answer,
    renew_support_contact,
    substitute,
)
from anhoriglots.casework.models import Case, SupportContact
from anhoriglots.casework.policies import may_build_on_request, workable_requests
from anhoriglots.casework.queries.carer_page import newest_case
from anhoriglots.casework.queries.load import colleagues_by_load
from anhoriglots.casework.queries.support_contact_page import SupportContactPage, support_contact_page
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..duty import support_contact_duty
from ..forms import ColleagueForm, PromiseForm, SupportAnswerForm
from ..note_page import key_or_none
from ..refusals import tells_refusals

PROPOSE, WORK = Capability.PROPOSE_SUPPORT_CONTACT, Capability.WORK_WITH_REQUESTS


@staff_page(PROPOSE)
@tells_refusals(lambda request_id: reverse("request", args=[request_id]))
def for_request(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Offer somebody to the one behind a request."""
    at = timezone.now()
    asked = workable_requests(request.actor).filter(pk=request_id).first()
    if asked is None:
        raise Http404
    may_build_on_request(asked).require()
    case = _case_of(request, key_or_none(request.POST.get("carer") or request.GET.get("carer") or ""), at)
    needs = may_be_known_by_code(request.actor, on=timezone.localdate(at))
    context = {
        "back": reverse("request", args=[request_id]),
        "case": case,
        "needs_case": needs if case is None and not needs else None,
        "request_id": request_id,
        "can_open_file": request.actor.can(Capability.READ_CARERS),
    }
    return _offer(request, at, context, request_id=request_id, case=case)


@staff_page(PROPOSE)
def for_carer(request: StaffRequest, carer_id: UUID) -> HttpResponse:
    """Offer somebody to a carer with a file."""
    at = timezone.now()
    case = _case_of(request, carer_id, at)
    context = {"back": reverse("carer", args=[carer_id]), "case": case}
    return _offer(request, at, context, case=case)


def _case_of(request: StaffRequest, carer_id: UUID | None, at: datetime) -> Case | None:
    """The case that is shown on the page, which the read log is told."""
    if carer_id is None:
        return None
    found = newest_case(request.actor, carer_id)
    if found is None:
        raise Http404
    record_read(subject_id=carer_id, page="offer", at=at)
    return found


def _offer(
    request: StaffRequest, at: datetime, context: dict[str, Any], *, case: Case | None, request_id: UUID | None = None
) -> HttpResponse:
    form = _colleagues(request, at)
    if form.is_valid():
        try:
            offered = offer_support_contact(
                actor=request.actor,
                worker_id=UUID(form.cleaned_data["worker"]),
                request_id=request_id,
                case=case,
                at=at,
            )
        except Refused as refused:
            form.refuse(refused.decision)
        else:
            return SeeOther(reverse("support-contact", args=[offered.pk]))
    context["duty"] = support_contact_duty(request.actor, timezone.localdate(at))
    return render_form(request, "workspace/offer_support_contact.html", form, context)


def _colleagues(request: StaffRequest, at: datetime, *, without: UUID | None = None) -> ColleagueForm:
    form = ColleagueForm(request.POST if request.method == "POST" else None)
    found = colleagues_by_load(request.actor, on=timezone.localdate(at))
    form.offer((str(row.user_id), f"{row.name} – {row.words}") for row in found if row.user_id != without)
    return form


@staff_page(PROPOSE)
def promise(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Nobody has time just now: promise a day."""
    if not workable_requests(request.actor).filter(pk=request_id).exists():
        raise Http404
    back = reverse("request", args=[request_id])
    form = PromiseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            promise_support_contact(
                actor=request.actor, request_id=request_id, by=form.cleaned_data["by"], at=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused.decision, "by")
        else:
            return SeeOther(back)
    return render_form(request, "workspace/promise.html", form, {"back": back})


@staff_page(WORK)
def support_contact(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """One support contact and what can be done next."""
    return _page(request, contact_id, SupportAnswerForm())


def _page(request: StaffRequest, contact_id: UUID, form: Form) -> HttpResponse:
    at = timezone.now()
    found = _found(request, contact_id, at)
    context = {
        "found": found,
        "can_propose": request.actor.can(PROPOSE),
        "can_change": request.actor.can(PROPOSE) and "changed" in found.next_steps,
        "can_read": request.actor.can(Capability.READ_CARERS),
        "can_answer": bool(found.next_steps & {"accepted", "declined"}),
        "duty": support_contact_duty(request.actor, timezone.localdate(at)),
    }
    return render_form(request, "workspace/support_contact.html", form, context)


def _found(request: StaffRequest, contact_id: UUID, at: datetime) -> SupportContactPage:
    """What is shown, and a line in the read log for whoever it is about."""
    try:
        found = support_contact_page(request.actor, contact_id, at=at)
    except SupportContact.DoesNotExist as error:
        raise Http404 from error
    if found.carer_id:
        record_read(subject_id=found.carer_id, page="support-contact", at=at)
    if found.request_id:
        record_read(subject_id=found.request_id, page="support-contact-request", at=at)
    return found


@require_POST
@staff_page(WORK)
def answered(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """What the carer said on the telephone."""
    form = SupportAnswerForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            register_answer(
                actor=request.actor,
                contact_id=contact_id,
                answer=given["answer"],
                reason=given["decline_reason"],
                at=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused.decision)
        except SupportContact.DoesNotExist as error:
            raise Http404 from error
        else:
            return SeeOther(reverse("support-contact", args=[contact_id]))
    return _page(request, contact_id, form)


@staff_page(WORK)
def another(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """Choose a substitute, or somebody else for good."""
    at = timezone.now()
    found = _found(request, contact_id, at)
    for_good = request.GET.get("byt") == "1" and request.actor.can(PROPOSE)
    form = _colleagues(request, at, without=found.worker_id)
    if form.is_valid():
        try:
            chosen = _chosen(request, contact_id, UUID(form.cleaned_data["worker"]), at, for_good=for_good)
        except Refused as refused:
            form.refuse(refused.decision)
        else:
            return SeeOther(reverse("support-contact", args=[chosen.pk]))
    context = {"found": found, "for_good": for_good, "back": reverse("support-contact", args=[contact_id])}
    return render_form(request, "workspace/other_support_contact.html", form, context)


def _chosen(
    request: StaffRequest, contact_id: UUID, worker_id: UUID, at: datetime, *, for_good: bool
) -> SupportContact:
    if for_good:
        return change_worker(actor=request.actor, contact_id=contact_id, worker_id=worker_id, at=at)
    return substitute(actor=request.actor, contact_id=contact_id, substitute_id=worker_id, at=at)


STEPS: dict[str, Callable[..., SupportContact]] = {
    "back": bring_back,
    "renew": renew_support_contact,
    "end": end_support_contact,
}


@require_POST
@staff_page(WORK)
@tells_refusals(lambda contact_id: reverse("support-contact", args=[contact_id]))
def step(request: StaffRequest, contact_id: UUID) -> HttpResponse:
    """Back at work, renewed, or ended."""
    act = STEPS.get(request.POST.get("do", ""))
    if act is None:
        raise ObjectDoesNotExist
    act(actor=request.actor, contact_id=contact_id, at=timezone.now())
    return SeeOther(reverse("support-contact", args=[contact_id]))
