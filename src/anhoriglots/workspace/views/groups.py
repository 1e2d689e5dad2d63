"""Grupper: the list, a new group, and changes of what one is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.actions.change_group import change_group
from anhoriglots.booking.models import Group
from anhoriglots.booking.queries.clashes import clashes_of_change
from anhoriglots.booking.queries.staff_group import own_group, title_of
from anhoriglots.booking.queries.staff_groups import staff_groups
from anhoriglots.catalogue.actions.registering import only_tried
from anhoriglots.database.models import uuid7
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.queries.rooms_to_read import rooms_to_read

from ..addresses import address_of
from ..group_forms import FIELD_OF, PlanForm
from ..group_planning import change_form, described, like_group, plan, plan_form, preview_of_new, taken_as
from ..note_page import carried, key_or_none

Done = TypeVar("Done")
LEAD, PLAN = Capability.LEAD_GROUPS, Capability.PLAN_GROUPS


@staff_page(LEAD)
def groups(request: StaffRequest) -> HttpResponse:
    """The groups that this person plans or leads."""
    found = staff_groups(request.actor, at=timezone.now(), open_at=address_of("staff-group"))
    context = {"found": found, "can_plan": request.actor.can(PLAN), "rooms": rooms_to_read(request.actor)}
    return render(request, "workspace/groups.html", context)


@staff_page(PLAN)
def new_group(request: StaffRequest) -> HttpResponse:
    """One page, then the group as everybody will see it, then it is saved."""
    at = timezone.now()
    posted = request.POST if request.method == "POST" else None
    like = like_group(request.actor, key_or_none(request.POST.get("som", request.GET.get("som", ""))))
    form, names = plan_form(request.actor, posted, at=at, like=like)
    do = request.POST.get("do", "")
    if do != "edit" and form.is_valid():
        try:
            if do in ("publish", "draft"):
                key = key_or_none(request.POST.get("key", "")) or uuid7()
                plan(request.actor, form, names, key=key, publish=do == "publish", at=at, like=like)
                return SeeOther(f"{reverse('staff-group', args=[key])}?gjort={do}")
            return _preview_page(request, form, names, at)
        except Refused as refused:
            refuse(form, refused)
    return render_form(request, "workspace/new_group.html", form, {"like": like})


def _preview_page(request: StaffRequest, form: PlanForm, names: dict[str, str], at: datetime) -> HttpResponse:
    preview = preview_of_new(request.actor, form, names, at=at)
    context = {"preview": preview, "carried": carried(request.POST, (*form.fields, "som")), "key": uuid7()}
    return render(request, "workspace/preview_group.html", context)


def refuse(form: Form, refused: Refused) -> None:
    """Tell the refusal at its field, when the form has it."""
    field = FIELD_OF.get(refused.decision.reason)
    form.refuse(refused.decision, field if field in form.fields else None)


@staff_page(PLAN)
def change(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """What the group is; its times are moved one by one."""
    at = timezone.now()
    group = own_or_404(request, group_id)
    form, names = change_form(request.actor, request.POST if request.method == "POST" else None, group, at=at)
    context: dict[str, Any] = {"group_id": group_id, "title": title_of(group), "clashes": []}
    if form.is_valid():
        given = described(request.actor, form, names)
        context["clashes"] = clashes_of_change(group, taken_as(group.board_id, given), at=at)
        act = partial(change_group, actor=request.actor, group_id=group_id, described=given, at=at)
        try:
            if (told := unless_warned(request, context["clashes"], act)) is not None:
                return SeeOther(f"{reverse('staff-group', args=[group_id])}?gjort={'offered' if told else 'changed'}")
        except Refused as refused:
            refuse(form, refused)
    return render_form(request, "workspace/change_group.html", form, context)


def unless_warned(request: StaffRequest, told: list[str], act: Callable[[], Done]) -> Done | None:
    """What was done, or None when there is something to warn of first; what cannot be is refused all the same."""
    if not told or request.POST.get("anyway"):
        return act()
    with only_tried():
        act()
    return None


def own_or_404(request: StaffRequest, group_id: UUID) -> Group:
    """The group.

    Raises:
        Http404: not one that this person plans or leads.
    """
    try:
        return own_group(request.actor, group_id)
    except Group.DoesNotExist as error:
        raise Http404 from error
