"""Grupper: the list, a new group, and changes of one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.actions.change_group import change_group
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.queries.clashes import clashes, clashes_of_new_leader
from anhoriglots.booking.queries.staff_group import own_group, title_of
from anhoriglots.booking.queries.staff_groups import staff_groups
from anhoriglots.booking.queries.times import time_words
from anhoriglots.booking.schedule import Time
from anhoriglots.database.models import uuid7
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.kernel.decision import Refused

from ..addresses import address_of
from ..group_forms import FIELD_OF, MoveForm, PlanForm
from ..group_planning import change_form, described, like_group, plan, plan_form, preview_of_new
from ..note_page import carried, key_or_none

LEAD, PLAN = Capability.LEAD_GROUPS, Capability.PLAN_GROUPS


@staff_page(LEAD)
def groups(request: StaffRequest) -> HttpResponse:
    """The groups that this person plans or leads."""
    found = staff_groups(request.actor, at=timezone.now(), open_at=address_of("staff-group"))
    return render(request, "workspace/groups.html", {"found": found, "can_plan": request.actor.can(PLAN)})


@staff_page(PLAN)
def new_group(request: StaffRequest) -> HttpResponse:
    """One page, then the group as everybody will see it, then it is saved."""
    at = timezone.now()
    posted = request.POST if request.method == "POST" else None
    like = like_group(request.actor, key_or_none(request.GET.get("som", "")))
    form, names = plan_form(request.actor, posted, at=at, like=like)
    do = request.POST.get("do", "")
    if do != "edit" and form.is_valid():
        try:
            if do in ("publish", "draft"):
                key = key_or_none(request.POST.get("key", "")) or uuid7()
                plan(request.actor, form, names, key=key, publish=do == "publish", at=at)
                return SeeOther(f"{reverse('staff-group', args=[key])}?gjort={do}")
            return _preview_page(request, form, names, at)
        except Refused as refused:
            _refuse(form, refused)
    return render_form(request, "workspace/new_group.html", form, {"like": like and title_of(like)})


def _preview_page(request: StaffRequest, form: PlanForm, names: dict[str, str], at: datetime) -> HttpResponse:
    preview = preview_of_new(request.actor, form, names, at=at)
    context = {"preview": preview, "carried": carried(request.POST, tuple(form.fields)), "key": uuid7()}
    return render(request, "workspace/preview_group.html", context)


def _refuse(form: Form, refused: Refused) -> None:
    field = FIELD_OF.get(refused.decision.reason)
    form.refuse(refused.decision, field if field in form.fields else None)


@staff_page(PLAN)
def change(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """What the group is; its times are moved one by one."""
    at = timezone.now()
    group = _own(request, group_id)
    form, names = change_form(request.actor, request.POST if request.method == "POST" else None, group, at=at)
    context: dict[str, Any] = {"group_id": group_id, "title": title_of(group), "clashes": []}
    if form.is_valid():
        given = described(request.actor, form, names, before=group.texts)
        context["clashes"] = clashes_of_new_leader(group, given.leader_id, at=at)
        try:
            if not context["clashes"] or request.POST.get("anyway"):
                told = change_group(actor=request.actor, group_id=group_id, described=given, at=at)
                return SeeOther(f"{reverse('staff-group', args=[group_id])}?gjort={'offered' if told else 'changed'}")
        except Refused as refused:
            _refuse(form, refused)
    return render_form(request, "workspace/change_group.html", form, context)


def _own(request: StaffRequest, group_id: UUID) -> Group:
    try:
        return own_group(request.actor, group_id)
    except Group.DoesNotExist as error:
        raise Http404 from error


@staff_page(LEAD)
def move(request: StaffRequest, meeting_id: UUID) -> HttpResponse:
    """Another time for one meeting."""
    at = timezone.now()
    meeting, group = _meeting(request, meeting_id)
    form = MoveForm(request.POST if request.method == "POST" else None, initial=_now(meeting))
    context: dict[str, Any] = {"group_id": group.pk, "when": _words(meeting, at), "clashes": []}
    if form.is_valid():
        to = _time(form)
        context["clashes"] = clashes(group.leader_id, [to], at=at, but=group.pk)
        try:
            if not context["clashes"] or request.POST.get("anyway"):
                move_meeting(actor=request.actor, meeting_id=meeting_id, to=to, at=at)
                return SeeOther(f"{reverse('to-tell', args=[group.pk])}?gjort=moved")
        except Refused as refused:
            _refuse(form, refused)
    return render_form(request, "workspace/move_meeting.html", form, context)


def _meeting(request: StaffRequest, meeting_id: UUID) -> tuple[Meeting, Group]:
    try:
        meeting = Meeting.objects.get(pk=meeting_id, board_id=request.actor.board_id)
    except Meeting.DoesNotExist as error:
        raise Http404 from error
    return meeting, _own(request, meeting.group_id)


def _now(meeting: Meeting) -> dict[str, str]:
    starts, ends = (one.astimezone(SWEDEN) for one in (meeting.starts_at, meeting.ends_at))
    return {"day": f"{starts:%Y-%m-%d}", "starts": f"{starts:%H.%M}", "ends": f"{ends:%H.%M}"}


def _words(meeting: Meeting, at: datetime) -> str:
    return time_words(meeting.starts_at, meeting.ends_at, today=localdate(at))


def _time(form: MoveForm) -> Time:
    day = form.cleaned_data["day"]
    starts, ends = (datetime.combine(day, form.cleaned_data[name], SWEDEN) for name in ("starts", "ends"))
    return Time(starts, ends)
