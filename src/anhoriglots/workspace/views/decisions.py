"""Beslut: the register of what the own board has decided; new decisions, and the end of old ones, each seen first."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.catalogue.actions.end_decision import end_decision
from anhoriglots.catalogue.queries.register import MODELS, Registered, register_of, registered
from anhoriglots.database.models import uuid7
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..decision_csv import export_register, headings_by_kind, import_register
from ..decision_forms import FIELD_OF, EndForm, ImportForm, PaperForm
from ..decision_kinds import KINDS, Kind, choices_for, kind_of
from ..decision_preview import Preview, preview_of_end, preview_of_new
from ..note_page import carried, key_or_none

MANAGE = Capability.MANAGE_DECISIONS
# What a link may have chosen already, and the field it goes into.
CHOSEN_BEFORE = {"stodform": "support_form", "svar": "answer", "regel": "rule"}
DONE = {"sparat": "Beslutet är sparat.", "avslutat": "Beslutet är avslutat.", "inlast": "Besluten är sparade."}


@staff_page(Capability.SEE_OFFER)
def decisions(request: StaffRequest) -> HttpResponse:
    """Every decision of the board by kind; what is missing and what soon ends comes first."""
    found = register_of(request.actor, on=timezone.localdate())
    context = {
        "kinds": [(kind, found.by_kind[slug]) for slug, kind in KINDS.items()],
        "register": found,
        "board": request.actor.board_name,
        "can_manage": request.actor.can(MANAGE),
        "done": DONE.get(request.GET.get("gjort", ""), ""),
    }
    return render(request, "workspace/decisions.html", context)


@staff_page(MANAGE)
def register_decision(request: StaffRequest, kind: str) -> HttpResponse:
    """First the form, then what it touches, then it is saved."""
    at, found = timezone.now(), kind_of(kind)
    form = found.form(request.POST if request.method == "POST" else None, initial=_initial(request))
    form.offer(choices_for(request.actor, on=timezone.localdate(at)))
    do = request.POST.get("do", "")
    if do == "edit" or not form.is_valid():
        return _form_page(request, found, form)
    try:
        if do == "save":
            key = key_or_none(request.POST.get("key", "")) or uuid7()
            found.register(form, actor=request.actor, key=key, at=at)
            return SeeOther(f"{reverse('decisions')}?gjort=sparat")
        preview = preview_of_new(request.actor, found, form, at=at)
    except Refused as refused:
        _refuse(form, refused)
        return _form_page(request, found, form)
    return _preview_page(request, preview, form, kind=found, key=uuid7())


def _initial(request: StaffRequest) -> dict[str, str]:
    return {field: request.GET.get(name, "") for name, field in CHOSEN_BEFORE.items()}


def _refuse(form: Form, refused: Refused) -> None:
    field = FIELD_OF.get(refused.decision.reason)
    form.refuse(refused.decision, field if field in form.fields else None)


def _form_page(request: StaffRequest, kind: Kind, form: PaperForm) -> HttpResponse:
    return render_form(request, "workspace/register_decision.html", form, {"kind": kind})


def _preview_page(request: StaffRequest, preview: Preview, form: Form, **context: Any) -> HttpResponse:
    names = tuple(form.fields)
    found = {"preview": preview, "carried": carried(request.POST, names), **context}
    return render(request, "workspace/preview_decision.html", found)


@staff_page(MANAGE)
def end(request: StaffRequest, kind: str, decision_id: UUID) -> HttpResponse:
    """The last day, then what that touches, then the decision ends."""
    at, found = timezone.now(), kind_of(kind)
    line = _line(request, found, decision_id, timezone.localdate(at))
    form = EndForm(
        request.POST if request.method == "POST" else None, initial={"last_day": timezone.localdate(at).isoformat()}
    )
    do = request.POST.get("do", "")
    if do != "edit" and form.is_valid():
        try:
            return _ended(request, found, decision_id, form, at)
        except Refused as refused:
            _refuse(form, refused)
    return render_form(request, "workspace/end_decision.html", form, {"line": line, "kind": found})


def _line(request: StaffRequest, kind: Kind, decision_id: UUID, on: date) -> Registered:
    try:
        return registered(request.actor, kind.slug, decision_id, on=on)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def _ended(request: StaffRequest, kind: Kind, decision_id: UUID, form: EndForm, at: datetime) -> HttpResponse:
    last_day = form.cleaned_data["last_day"]
    if request.POST.get("do") == "save":
        model = MODELS[kind.slug]
        end_decision(actor=request.actor, model=model, decision_id=decision_id, last_day=last_day, at=at)
        return SeeOther(f"{reverse('decisions')}?gjort=avslutat")
    preview = preview_of_end(request.actor, kind, decision_id, last_day, at=at)
    return _preview_page(request, preview, form, kind=kind, ends=True)


@staff_page(MANAGE)
def import_decisions(request: StaffRequest) -> HttpResponse:
    """Rows pasted from a spreadsheet: looked through, shown, and then saved all at once."""
    form = ImportForm(request.POST if request.method == "POST" else None)
    do, context = request.POST.get("do", ""), {"kinds": headings_by_kind()}
    if do != "edit" and form.is_valid():
        found = import_register(request.actor, form.cleaned_data["rows"], save=do == "save", at=timezone.now())
        if found.faults:
            form.tell([str(fault) for fault in found.faults])
        elif do == "save":
            return SeeOther(f"{reverse('decisions')}?gjort=inlast")
        else:
            shown = {"found": found, "carried": carried(request.POST, ("rows",))}
            return render(request, "workspace/preview_import.html", shown)
    return render_form(request, "workspace/import_decisions.html", form, context)


@staff_page(Capability.SEE_OFFER)
def export_decisions(request: StaffRequest) -> HttpResponse:
    """The register as a file for a spreadsheet."""
    response = HttpResponse(f"\ufeff{export_register(request.actor)}", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="namndbeslut-{timezone.localdate()}.csv"'
    return response
