"""Ny kontakt: one screen of taps, saved in the mode that the board has decided; and undone within ten minutes."""

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
from anhoriglots.casework.actions.mark_urgent import mark_urgent_by_topics
from anhoriglots.casework.actions.note_contact import MODE_CHANGED
from anhoriglots.casework.actions.note_contact import note_contact as save_contact
from anhoriglots.casework.actions.retract_contact import retract_contact
from anhoriglots.casework.choices import Channel, DocumentationMode, Reply
from anhoriglots.casework.models import Case
from anhoriglots.casework.policies import workable_requests
from anhoriglots.casework.queries.carer_page import newest_case
from anhoriglots.catalogue.queries.decisions import FormMode
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.queries import target_groups_of

from ..forms import NoteForm
from ..last_form import remember_form
from ..note_page import fresh_key, key_or_none, mode_rows, modes_at, note_form, read_submission
from ..receipts import COOKIE, hand_over, just_saved, saved_line, unseal
from ..refusals import tells_refusals
from .note_case import who_page

NOTE = Capability.NOTE_CONTACT
CHANNEL_OF = {
    Reply.CALL: Channel.PHONE,
    Reply.TEXT: Channel.MESSAGE,
    Reply.EMAIL: Channel.MESSAGE,
    Reply.CALLS_IN: Channel.PHONE,
    Reply.MEETS: Channel.VISIT,
}


@staff_page(NOTE)
def note_contact(request: StaffRequest) -> HttpResponse:
    """The form; saved at once without identity, otherwise on to whom it concerns."""
    at = timezone.now()
    modes = modes_at(request, at)
    if request.method != "POST":
        form = note_form(request, at, None, modes)
        form.initial.update(_from_request(request, at))
        return _page(request, form, modes, at)
    form = note_form(request, at, request.POST, modes)
    if not form.is_valid() or request.POST.get("do") == "change":
        return _page(request, form, modes, at)
    if form.shown_mode is DocumentationMode.IDENTIFIED:
        return who_page(request, form)
    return _save(request, form, modes, at)


def _save(request: StaffRequest, form: NoteForm, modes: list[FormMode], at: datetime) -> HttpResponse:
    submission = read_submission(request.POST.get("submission", ""), request.actor.user_id)
    if submission is None:
        raise Http404
    try:
        receipt = save_contact(
            actor=request.actor, answers=form.answers(), mode=form.shown_mode, submission=submission, at=at
        )
    except Refused as refused:
        form.refuse(refused.decision, "support_form" if refused.decision.reason == MODE_CHANGED else None)
        return _page(request, form, modes, at, key=fresh_key(request, at))
    mark_what_began(request, form, at)
    response = SeeOther(after_saving(request))
    remember_form(response, form.cleaned_data["support_form"], actor_id=request.actor.user_id)
    hand_over(response, receipt)
    return response


def mark_what_began(request: StaffRequest, form: NoteForm, at: datetime) -> None:
    """Let the request it began with be urgent when the topics say so.

    Not after a contact without name: the mark and its log row would tell who noted it, and about whom.
    """
    began = key_or_none(request.POST.get("request", ""))
    if began and form.shown_mode is not DocumentationMode.DEIDENTIFIED:
        topics = form.answers().topics
        mark_urgent_by_topics(actor=request.actor, request_id=began, topics=topics, at=at)


def after_saving(request: StaffRequest) -> str:
    """Where to go: a new contact, back to the request it began with, or Idag."""
    if request.POST.get("do") == "again":
        return reverse("note-contact")
    began = key_or_none(request.POST.get("request", ""))
    return just_saved(reverse("request", args=[began]) if began else reverse("today"))


def _page(request: StaffRequest, form: NoteForm, modes: list[FormMode], at: datetime, *, key: str = "") -> HttpResponse:
    values = request.POST if request.method == "POST" else request.GET
    case = _case(request, key_or_none(values.get("carer", "")), at)
    rows = mode_rows(form, modes)
    context: dict[str, Any] = {
        "mode_rows": rows,
        "laws": [(row.title, row.example.documentation) for row in rows],
        "identified_default": str(form["support_form"].value()).endswith(DocumentationMode.IDENTIFIED.value),
        "submission": key or values.get("submission") or fresh_key(request, at),
        "case": case,
        "began": key_or_none(values.get("request", "")),
        "saved": saved_line(request, actor_id=request.actor.user_id, at=at, landed=True),
        "undone": "angrat" in request.GET,
    }
    return render_form(request, "workspace/note.html", form, context)


def _case(request: StaffRequest, carer_id: UUID | None, at: datetime) -> Case | None:
    """The case that is shown on the page, which the read log is told."""
    found = newest_case(request.actor, carer_id) if carer_id else None
    if found:
        record_read(subject_id=found.carer_id, page="note", at=at)
    return found


def _from_request(request: StaffRequest, at: datetime) -> dict[str, Any]:
    """What is known already when the contact answers a request; the read log is told."""
    began = key_or_none(request.GET.get("request", ""))
    found = workable_requests(request.actor).filter(pk=began).first() if began else None
    if found is None:
        return {}
    record_read(subject_id=found.pk, page="note-request", at=at)
    lines = set(found.target_group_lines)
    groups = [group for group in target_groups_of(request.actor.municipality) if lines & set(group.guide_lines)]
    known: dict[str, Any] = {"channel": CHANNEL_OF.get(Reply(found.reply), Channel.DIGITAL)}
    if len(groups) == 1:
        known["target_group"] = str(groups[0].pk)
    if found.district_id:
        known["district"] = str(found.district_id)
    return known


@require_POST
@staff_page(NOTE)
@tells_refusals(lambda: reverse("note-contact"))
def undo(request: StaffRequest) -> HttpResponse:
    """Undo what was saved, within ten minutes and by the one who saved it."""
    receipt = unseal(request.POST.get("receipt", ""))
    if receipt is None:
        raise Http404
    retract_contact(actor=request.actor, receipt=receipt, at=timezone.now())
    began = key_or_none(request.POST.get("request", ""))
    back = reverse("request", args=[began]) if began else reverse("note-contact")
    response = SeeOther(f"{back}?angrat=1")
    response.delete_cookie(COOKIE)
    return response
