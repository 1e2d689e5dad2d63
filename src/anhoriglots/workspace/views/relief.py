"""Avlösning: the list, one request with its answer, and the hours."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_reads
from anhoriglots.database.models import uuid7
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.relief.actions.answer_relief import accept_relief, decline_relief, propose_relief
from anhoriglots.relief.actions.call_off import call_off
from anhoriglots.relief.actions.note_hours import note_hours
from anhoriglots.relief.actions.note_told import note_told
from anhoriglots.relief.choices import No
from anhoriglots.relief.models import ReliefRequest
from anhoriglots.relief.queries.relief_page import StaffReliefPage, relief_page
from anhoriglots.relief.queries.staff_relief import staff_relief

from ..municipality import municipality_of
from ..note_page import key_or_none
from ..refusals import tells_refusals
from ..relief_forms import FIELD_OF, AgreeForm, DeclineForm, HoursForm

ANSWER = Capability.ANSWER_RELIEF
DONE = {
    "accept": "Svaret är sparat: avlösningen är klar.",
    "propose": "Förslaget är sparat. Personen svarar ja eller nej.",
    "decline": "Svaret är sparat. Platsen är kvar, och personen väljer vad hen vill göra.",
    "hours": "Timmarna är antecknade.",
    "seen": "Antecknat att ingen ska komma.",
    "told": "Antecknat att personen vet.",
}


@staff_page(ANSWER)
def relief_list(request: StaffRequest) -> HttpResponse:
    """What the own unit answers."""
    at = timezone.now()
    found = staff_relief(request.actor, municipality_of(request), at=at)
    record_reads(subject_ids=found.subjects, page="relief-list", at=at)
    done = DONE.get(request.GET.get("gjort", ""), "")
    return render(request, "workspace/relief_list.html", {"found": found, "done": done})


@staff_page(ANSWER)
def relief_request(request: StaffRequest, relief_id: UUID) -> HttpResponse:
    """One request: yes, another time, or no."""
    found = _found(request, relief_id)
    do = request.POST.get("do", "")
    agree = AgreeForm.of(found, request.POST if do in ("accept", "propose") else None)
    decline = DeclineForm(request.POST if do == "decline" else None)
    form: Form = decline if do == "decline" else agree
    if found.may_answer and do and form.is_valid():
        try:
            _answer(request, relief_id, do, agree, decline)
            return SeeOther(f"{reverse('relief-request', args=[relief_id])}?gjort={do}")
        except Refused as refused:
            _refuse(form, refused)
    return _page(request, found, form, {"agree": agree, "decline": decline, "hours": HoursForm()})


@staff_page(ANSWER)
def relief_hours(request: StaffRequest, relief_id: UUID) -> HttpResponse:
    """Hours that have been used or called off, or that a person adds."""
    found = _found(request, relief_id)
    form = HoursForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day, minutes, kind = form.told
        key = key_or_none(request.POST.get("key", "")) or uuid7()
        try:
            note_hours(
                actor=request.actor,
                municipality=municipality_of(request),
                request_id=relief_id,
                entry_id=key,
                day=day,
                minutes=minutes,
                kind=kind,
                at=timezone.now(),
            )
            return SeeOther(f"{reverse('relief-request', args=[relief_id])}?gjort=hours")
        except Refused as refused:
            _refuse(form, refused)
    return _page(request, found, form, {"agree": AgreeForm.of(found), "decline": DeclineForm(), "hours": form})


def _found(request: StaffRequest, relief_id: UUID) -> StaffReliefPage:
    at = timezone.now()
    try:
        found = relief_page(request.actor, municipality_of(request), relief_id, at=at)
    except ReliefRequest.DoesNotExist as error:
        raise Http404 from error
    record_reads(subject_ids=[found.subject] if found.subject else [], page="relief", at=at)
    return found


def _page(request: StaffRequest, found: StaffReliefPage, form: Form, forms: dict[str, Any]) -> HttpResponse:
    done = DONE.get(request.GET.get("gjort", ""), "")
    return render_form(request, "workspace/relief.html", form, {"found": found, "done": done, "key": uuid7(), **forms})


def _refuse(form: Form, refused: Refused) -> None:
    field = FIELD_OF.get(refused.decision.reason)
    form.refuse(refused.decision, field if field in form.fields else None)


def _answer(request: StaffRequest, relief_id: UUID, do: str, agree: AgreeForm, decline: DeclineForm) -> None:
    at, actor = timezone.now(), request.actor
    if do == "decline":
        decline_relief(actor=actor, request_id=relief_id, no=No(decline.cleaned_data["no"]), at=at)
        return
    act = accept_relief if do == "accept" else propose_relief
    act(actor=actor, municipality=municipality_of(request), request_id=relief_id, agreed=agree.agreed(), at=at)


@require_POST
@staff_page(ANSWER)
@tells_refusals(lambda relief_id: reverse("relief-list"))
def relief_step(request: StaffRequest, relief_id: UUID) -> HttpResponse:
    """Nobody shall come, or the person has been told."""
    at, do = timezone.now(), request.POST.get("do", "")
    if do == "seen":
        call_off(actor=request.actor, municipality=municipality_of(request), request_id=relief_id, at=at)
        return SeeOther(f"{reverse('relief-list')}?gjort=seen")
    if do != "told":
        raise ObjectDoesNotExist
    note_told(actor=request.actor, request_id=relief_id, at=at)
    return SeeOther(f"{reverse('relief-request', args=[relief_id])}?gjort=told")
