"""A contact that must be noted with a name: whom it concerns, and what was done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_read, record_reads
from anhoriglots.casework.actions.mark_urgent import mark_urgent_by_topics
from anhoriglots.casework.actions.note_contact import Receipt, Submission
from anhoriglots.casework.actions.note_contact import note_contact as save_contact
from anhoriglots.casework.actions.open_case import FirstMove, open_case, open_file
from anhoriglots.casework.models import Case
from anhoriglots.casework.policies import may_build_on_request, workable_requests
from anhoriglots.casework.queries.carer_page import newest_case, noted_case
from anhoriglots.casework.queries.search import Hit, find_carers, search_key
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.people.actions import NUMBER_IS_KNOWN, CarerDetails
from anhoriglots.people.models import Carer
from anhoriglots.people.policies import readable_carers

from ..addresses import address_of
from ..file_number import file_with_number, known_details
from ..forms import NewFileForm, NoteForm, SearchForm, TextForm
from ..last_form import remember_form
from ..note_page import carried, fresh_key, key_or_none, modes_at, note_form, read_submission
from ..receipts import hand_over, just_saved

READ = Capability.READ_CARERS
CARRIED = (*NoteForm.base_fields, "submission", "request")


def who_page(request: StaffRequest, form: NoteForm) -> HttpResponse:
    """Whom does it concern? Straight on when the page was opened from a file."""
    carer_id = key_or_none(request.POST.get("carer", ""))
    if carer_id:
        return _text_page(request, form, TextForm(), carer_id)
    return _who(request, form, SearchForm(), None)


@staff_page(READ)
def who(request: StaffRequest) -> HttpResponse:
    """Search among the board's files."""
    at = timezone.now()
    noted = _noted(request, at)
    if noted is None:
        return SeeOther(reverse("note-contact"))
    form = SearchForm(request.POST)
    hits: list[Hit] | None = None
    if form.is_valid():
        on = timezone.localdate(at)
        try:
            key = search_key(form.cleaned_data["words"], on=on)
            hits = find_carers(request.actor, key, on=on, open_at=address_of("carer"))
        except Refused as refused:
            form.refuse(refused.decision, "words")
        else:
            record_reads(subject_ids=[hit.carer_id for hit in hits], page="note-who", at=at)
    return _who(request, noted, form, hits)


def _who(request: StaffRequest, noted: NoteForm, form: SearchForm, hits: list[Hit] | None) -> HttpResponse:
    context = {"carried": carried(request.POST, CARRIED), "hits": hits, "documentation": _law(request, noted)}
    return render_form(request, "workspace/note_who.html", form, context)


@staff_page(READ)
def text(request: StaffRequest) -> HttpResponse:
    """The note; with a new file when the carer has none."""
    at = timezone.now()
    noted = _noted(request, at)
    if noted is None:
        return SeeOther(reverse("note-contact"))
    carer_id = key_or_none(request.POST.get("carer", ""))
    data = request.POST if request.POST.get("do") == "save" else None
    form = TextForm(data) if carer_id else _new_file_form(request, data, at)
    if data is None or not form.is_valid():
        return _text_page(request, noted, form, carer_id)
    submission = read_submission(request.POST.get("submission", ""), request.actor.user_id)
    if submission is None:
        raise Http404
    sent = Sent(request, noted, submission, at)
    try:
        return _save(sent, form, carer_id)
    except Refused as refused:
        return _refused(sent, form, carer_id, refused)


def _new_file_form(request: StaffRequest, data: QueryDict | None, at: datetime) -> NewFileForm:
    """With what the request told when the note began with one that is open; the read log is told."""
    began = key_or_none(request.POST.get("request", "")) if data is None else None
    told = workable_requests(request.actor).filter(pk=began).first() if began else None
    if told is None or not may_build_on_request(told):
        return NewFileForm(data, today=timezone.localdate(at))
    record_read(subject_id=told.pk, page="note-request", at=at)
    return NewFileForm(None, today=timezone.localdate(at), initial=known_details(told))


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with the note: the taps of the page before, and which form it was."""

    request: StaffRequest
    noted: NoteForm
    submission: Submission
    at: datetime


def _save(sent: Sent, form: Form, carer_id: UUID | None) -> HttpResponse:
    case = newest_case(sent.request.actor, carer_id) if carer_id and not isinstance(form, NewFileForm) else None
    if case:
        receipt = _note(sent, form, case)
    else:
        with transaction.atomic():  # no file is left behind when the note in it is refused
            case = _opened_case(sent.request, form, carer_id, sent.at)
            receipt = _note(sent, form, case)
    began = key_or_none(sent.request.POST.get("request", ""))
    if began:
        topics = sent.noted.answers().topics
        mark_urgent_by_topics(actor=sent.request.actor, request_id=began, topics=topics, at=sent.at)
    response = SeeOther(just_saved(reverse("carer", args=[case.carer_id])))
    remember_form(response, sent.noted.cleaned_data["support_form"], actor_id=sent.request.actor.user_id)
    hand_over(response, receipt)
    return response


def _note(sent: Sent, form: Form, case: Case) -> Receipt:
    return save_contact(
        actor=sent.request.actor,
        answers=sent.noted.answers(),
        mode=sent.noted.shown_mode,
        submission=sent.submission,
        at=sent.at,
        case=case,
        text=form.cleaned_data["text"],
    )


def _refused(sent: Sent, form: Form, carer_id: UUID | None, refused: Refused) -> HttpResponse:
    """Say why. A new file that the same form opened the first time is not opened again: the note goes on in that."""
    first = _file_of_first_time(sent, form)
    if first is None:
        known = refused.decision.reason == NUMBER_IS_KNOWN
        form.refuse(refused.decision, "personal_number" if known else None)
        return _text_page(sent.request, sent.noted, form, carer_id, submission=fresh_key(sent.request, sent.at))
    in_file = TextForm(sent.request.POST)
    in_file.full_clean()
    try:
        return _save(sent, in_file, first)
    except Refused as again:
        return _refused(sent, in_file, first, again)


def _file_of_first_time(sent: Sent, form: Form) -> UUID | None:
    if not isinstance(form, NewFileForm):
        return None
    case = noted_case(sent.request.actor, sent.submission.key)
    return case.carer_id if case and CarerDetails.of(case.carer) == form.details() else None


def _opened_case(request: StaffRequest, form: Form, carer_id: UUID | None, at: datetime) -> Case:
    if isinstance(form, NewFileForm):
        return _new_file(request, form, at)
    if carer_id is None:
        raise Http404
    try:
        carer = readable_carers(request.actor).get(pk=carer_id)
    except Carer.DoesNotExist as error:
        raise Http404 from error
    return open_case(actor=request.actor, carer=carer, first_move=FirstMove.CARER, at=at)


def _new_file(request: StaffRequest, form: NewFileForm, at: datetime) -> Case:
    first_move = FirstMove(form.cleaned_data["first_move"])
    return open_file(actor=request.actor, details=form.details(), first_move=first_move, at=at)


def _text_page(
    request: StaffRequest, noted: NoteForm, form: Form, carer_id: UUID | None, **instead: str
) -> HttpResponse:
    context: dict[str, Any] = {
        "carried": carried(request.POST, CARRIED, **instead),
        "documentation": _law(request, noted),
    }
    if carer_id:
        context["carer"] = _shown(request, carer_id)
    elif isinstance(form, NewFileForm) and form.errors.get("personal_number"):
        context["known"] = file_with_number(request, form)
    return render_form(request, "workspace/note_text.html", form, context)


def _shown(request: StaffRequest, carer_id: UUID) -> Carer:
    carer = readable_carers(request.actor).filter(pk=carer_id).first()
    if carer is None:
        raise Http404
    record_read(subject_id=carer.pk, page="note-text", at=timezone.now())
    return carer


def _noted(request: StaffRequest, at: datetime) -> NoteForm | None:
    """The taps that the page before carried here; None when there are none, such as after a reload."""
    if request.method != "POST":
        return None
    form = note_form(request, at, request.POST, modes_at(request, at))
    return form if form.is_valid() else None


def _law(request: StaffRequest, noted: NoteForm) -> Any:
    chosen = noted.answers().support_form
    return next((mode for mode in modes_at(request, timezone.now()) if mode.code == chosen), None)
