"""The times of a group that is there: one is moved, or one more is added. What is taken then is told first."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.actions.add_meeting import add_meeting
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.queries.clashes import taken_by, warnings
from anhoriglots.booking.queries.staff_group import title_of
from anhoriglots.booking.queries.times import time_words
from anhoriglots.booking.schedule import Time
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.kernel.decision import Refused

from ..group_forms import AddForm, MoveForm
from .groups import own_or_404, refuse, unless_warned

LEAD = Capability.LEAD_GROUPS


@staff_page(LEAD)
def move(request: StaffRequest, meeting_id: UUID) -> HttpResponse:
    """Another time for one meeting."""
    at = timezone.now()
    meeting, group = _meeting(request, meeting_id)
    form = MoveForm(request.POST if request.method == "POST" else None, initial=_now(meeting))
    context: dict[str, Any] = {"group_id": group.pk, "when": _words(meeting, at), "clashes": []}
    if form.is_valid():
        to = _time(form)
        context["clashes"] = warnings(taken_by(group), [to], at=at, but=group.pk)
        act = partial(move_meeting, actor=request.actor, meeting_id=meeting_id, to=to, at=at)
        try:
            if unless_warned(request, context["clashes"], act) is not None:
                return SeeOther(f"{reverse('to-tell', args=[group.pk])}?gjort=moved")
        except Refused as refused:
            refuse(form, refused)
    return render_form(request, "workspace/move_meeting.html", form, context)


@staff_page(LEAD)
def add(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """One time more, on the same clocks as the last one unless something else is written."""
    at = timezone.now()
    group = own_or_404(request, group_id)
    form = AddForm(request.POST if request.method == "POST" else None, initial=_clocks(group))
    context: dict[str, Any] = {"group_id": group_id, "title": title_of(group), "clashes": []}
    if form.is_valid():
        to = _time(form)
        context["clashes"] = warnings(taken_by(group), [to], at=at, but=group_id)
        act = partial(add_meeting, actor=request.actor, group_id=group_id, to=to, at=at)
        try:
            if (told := unless_warned(request, context["clashes"], act)) is not None:
                where = "to-tell" if told else "staff-group"
                return SeeOther(f"{reverse(where, args=[group_id])}?gjort=added")
        except Refused as refused:
            refuse(form, refused)
    return render_form(request, "workspace/add_meeting.html", form, context)


def _clocks(group: Group) -> dict[str, str]:
    last = Meeting.objects.filter(group=group).latest("starts_at")
    return {name: clock for name, clock in _now(last).items() if name != "day"}


def _meeting(request: StaffRequest, meeting_id: UUID) -> tuple[Meeting, Group]:
    try:
        meeting = Meeting.objects.get(pk=meeting_id, board_id=request.actor.board_id)
    except Meeting.DoesNotExist as error:
        raise Http404 from error
    return meeting, own_or_404(request, meeting.group_id)


def _now(meeting: Meeting) -> dict[str, str]:
    starts, ends = (one.astimezone(SWEDEN) for one in (meeting.starts_at, meeting.ends_at))
    return {"day": f"{starts:%Y-%m-%d}", "starts": f"{starts:%H.%M}", "ends": f"{ends:%H.%M}"}


def _words(meeting: Meeting, at: datetime) -> str:
    return time_words(meeting.starts_at, meeting.ends_at, today=localdate(at))


def _time(form: Form) -> Time:
    day = form.cleaned_data["day"]
    starts, ends = (datetime.combine(day, form.cleaned_data[name], SWEDEN) for name in ("starts", "ends"))
    return Time(starts, ends)
