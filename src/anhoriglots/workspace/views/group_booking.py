"""Book a seat for somebody on the telephone, and note who came."""

import secrets
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_reads
from anhoriglots.booking.actions.book import Booked, book, name_is_needed
from anhoriglots.booking.actions.note_attendance import note_attendance
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.queries.attendance import AttendancePage, attendance_page
from anhoriglots.booking.queries.staff_group import own_group, title_of
from anhoriglots.booking.queries.times import time_words
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.relief.actions.ask_relief import Wish, book_with_relief
from anhoriglots.relief.queries.offered import relief_answer_by

from ..group_forms import AttendanceForm, PhoneBookingForm
from ..municipality import municipality_of
from ..note_page import key_or_none
from .groups import refuse

LEAD = Capability.LEAD_GROUPS


@staff_page(LEAD)
def book_for(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """The form, then the code to read aloud."""
    at = timezone.now()
    group, meeting = _what(request, group_id)
    form = _form(request, group, meeting)
    if form.is_valid():
        try:
            booked = _booked(request, form, group, meeting)
            context = {"booked": booked, "group_id": group_id, "code": booked.code.split()}
            return render(request, "workspace/booked_for.html", context)
        except Refused as refused:
            refuse(form, refused)
    context = {
        "group": group,
        "title": title_of(group),
        "when": time_words(meeting.starts_at, meeting.ends_at, today=localdate(at)) if meeting else "",
        "name_needed": name_is_needed(group, on=localdate(at)),
        "submission": request.POST.get("submission", "") or secrets.token_urlsafe(16),
    }
    return render_form(request, "workspace/book_for.html", form, context)


def _what(request: StaffRequest, group_id: UUID) -> tuple[Group, Meeting | None]:
    meeting = key_or_none(request.GET.get("gang", ""))
    try:
        group = own_group(request.actor, group_id)
        return group, Meeting.objects.get(pk=meeting, group=group) if meeting else None
    except (Group.DoesNotExist, Meeting.DoesNotExist) as error:
        raise Http404 from error


def _form(request: StaffRequest, group: Group, meeting: Meeting | None) -> PhoneBookingForm:
    """Only what can be had."""
    form = PhoneBookingForm(request.POST if request.method == "POST" else None)
    if not group.trial_allowed:
        del form.fields["is_trial"]
    if not group.has_queue:
        del form.fields["or_queue"]
    starts_at, at = (meeting or group).starts_at, timezone.now()
    if relief_answer_by(municipality_of(request), group.board_id, starts_at=starts_at, at=at) is None:
        del form.fields["relief_hours"]
    return form


def _booked(request: StaffRequest, form: PhoneBookingForm, group: Group, meeting: Meeting | None) -> Booked:
    booking: dict[str, Any] = {
        "at": timezone.now(),
        "municipality": municipality_of(request),
        "group_id": group.pk,
        "meeting_id": meeting.pk if meeting else None,
        "submission": request.POST.get("submission", "") or secrets.token_urlsafe(16),
        "wanted": form.wanted(),
        "actor": request.actor,
    }
    hours = form.cleaned_data.get("relief_hours")
    try:
        return book_with_relief(**booking, wish=Wish(hours=hours)) if hours else book(**booking)
    except Meeting.DoesNotExist as error:
        raise Http404 from error


@staff_page(LEAD)
def attendance(request: StaffRequest, meeting_id: UUID) -> HttpResponse:
    """Ticks for those who had booked, a number for the others."""
    at = timezone.now()
    try:
        found = attendance_page(request.actor, meeting_id, at=at)
    except Meeting.DoesNotExist as error:
        raise Http404 from error
    form = _attendance_form(request, found)
    if form.is_valid():
        came, number = form.cleaned_data.get("came", []), form.cleaned_data["dropped_in"]
        try:
            note_attendance(
                actor=request.actor,
                meeting_id=meeting_id,
                came=[UUID(key) for key in came],
                dropped_in=number or 0,
                at=at,
            )
            return SeeOther(f"{reverse('staff-group', args=[found.group_id])}?gjort=noted")
        except Refused as refused:
            form.refuse(refused.decision)
    record_reads(subject_ids=[row.pk for row in found.people], page="attendance", at=at)
    return render_form(request, "workspace/attendance.html", form, {"found": found})


def _attendance_form(request: StaffRequest, found: AttendancePage) -> AttendanceForm:
    initial: dict[str, Any] = {
        "came": [str(row.pk) for row in found.people if row.came],
        "dropped_in": "" if found.dropped_in is None else str(found.dropped_in),
    }
    form = AttendanceForm(request.POST if request.method == "POST" else None, initial=initial)
    names = [(str(row.pk), f"{row.name} (2)" if row.seats > 1 else row.name) for row in found.people]
    form.fields["came"].choices = names  # type: ignore[attr-defined]
    if not names:
        del form.fields["came"]
        form.fields["dropped_in"].help_text = ""
    return form
