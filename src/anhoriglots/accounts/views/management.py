"""Accounts of colleagues, for the system administrator. No carer is shown here."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..access import StaffRequest, staff_page
from ..actions import NewUser, assign, create_user, deactivate, end_assignment, give_new_password, reactivate
from ..forms import AssignmentForm, LastDayForm, NewUserForm
from ..models import Assignment, User
from ..queries import role_titles
from ..roles import Capability, Role
from ..staff_list import StaffLine, all_staff, staff_member, units_of

MANAGE = Capability.MANAGE_ACCOUNTS


@staff_page(MANAGE)
def accounts(request: StaffRequest) -> HttpResponse:
    """Everybody with an account at the board."""
    staff = all_staff(request.actor, on=timezone.localdate())
    return render(request, "accounts/accounts.html", {"staff": staff})


@staff_page(MANAGE)
def add_account(request: StaffRequest) -> HttpResponse:
    """A new colleague; the one-time password is shown on the answer and nowhere else."""
    form = NewUserForm(request.POST or None)
    if form.is_valid():
        try:
            user, password = create_user(actor=request.actor, new=NewUser(**form.cleaned_data), at=timezone.now())
        except Refused as refused:
            form.refuse(refused.decision, "username")
        else:
            return _password_page(request, user.pk, user.username, password)
    return render_form(request, "accounts/add_account.html", form)


@staff_page(MANAGE)
def account(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """One colleague: assignments and a form for one more."""
    form = AssignmentForm(initial={"starts_on": timezone.localdate().isoformat()})
    return _account_page(request, user_id, form)


def _account_page(request: StaffRequest, user_id: UUID, form: AssignmentForm, **context: Any) -> HttpResponse:
    form.offer(units_of(request.actor.board_id), role_titles(request.actor.municipality).items())
    return render_form(request, "accounts/account.html", form, {"member": _member(request, user_id), **context})


def _member(request: StaffRequest, user_id: UUID) -> StaffLine:
    try:
        return staff_member(request.actor, user_id, on=timezone.localdate())
    except User.DoesNotExist as error:
        raise Http404 from error


def _changeable(request: StaffRequest, user_id: UUID) -> StaffLine:
    member = _member(request, user_id)
    if not member.can_change:
        raise PermissionDenied("Kontot har uppdrag hos en annan nämnd också. Du kan inte ändra det härifrån.")
    return member


@require_POST
@staff_page(MANAGE)
def assign_role(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """Give the colleague a role in a unit."""
    form = AssignmentForm(request.POST)
    form.offer(units_of(request.actor.board_id), role_titles(request.actor.municipality).items())
    _changeable(request, user_id)
    if form.is_valid() and _assigned(request, user_id, form):
        return SeeOther(reverse("account", args=[user_id]))
    return _account_page(request, user_id, form)


def _assigned(request: StaffRequest, user_id: UUID, form: Form) -> bool:
    chosen = form.cleaned_data
    last_day = chosen["last_day"]
    try:
        assign(
            actor=request.actor,
            user_id=user_id,
            unit_id=UUID(chosen["unit"]),
            role=Role(chosen["role"]),
            starts_on=chosen["starts_on"],
            ends_on=last_day + timedelta(days=1) if last_day else None,
            at=timezone.now(),
        )
    except Refused as refused:
        form.refuse(refused.decision, "last_day")
        return False
    return True


@staff_page(MANAGE)
def end_role(request: StaffRequest, user_id: UUID, assignment_id: UUID) -> HttpResponse:
    """The last day of an assignment."""
    member = _member(request, user_id)
    line = next((row for row in member.assignments if row.pk == assignment_id and row.can_end), None)
    if line is None:
        raise Http404
    form = LastDayForm(request.POST or None, initial={"last_day": timezone.localdate().isoformat()})
    if form.is_valid() and _ended(request, assignment_id, form):
        return SeeOther(reverse("accounts"))
    return render_form(request, "accounts/end_role.html", form, {"member": member, "line": line})


def _ended(request: StaffRequest, assignment_id: UUID, form: Form) -> bool:
    ends_on = form.cleaned_data["last_day"] + timedelta(days=1)
    try:
        end_assignment(actor=request.actor, assignment_id=assignment_id, ends_on=ends_on, at=timezone.now())
    except Refused as refused:
        form.refuse(refused.decision, "last_day")
        return False
    except Assignment.DoesNotExist as error:
        raise Http404 from error
    return True


@require_POST
@staff_page(MANAGE)
def account_active(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """Close the account, or open it again."""
    _changeable(request, user_id)
    act = reactivate if request.POST.get("do") == "reactivate" else deactivate
    act(actor=request.actor, user_id=user_id, at=timezone.now())
    return SeeOther(reverse("account", args=[user_id]))


@require_POST
@staff_page(MANAGE)
def account_password(request: StaffRequest, user_id: UUID) -> HttpResponse:
    """A new one-time password for somebody who has forgotten theirs."""
    member = _changeable(request, user_id)
    password = give_new_password(actor=request.actor, user_id=user_id, at=timezone.now())
    return _password_page(request, user_id, member.username, password)


def _password_page(request: StaffRequest, user_id: UUID, username: str, password: str) -> HttpResponse:
    context = {"user_id": user_id, "username": username, "password": password}
    return render(request, "accounts/one_time_password.html", context)
