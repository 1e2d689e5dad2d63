"""One's own account: assignments with their days, password, and which board one works for now."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..access import BOARD_KEY, StaffRequest, staff_page
from ..actions import PRESENT_PASSWORD_PAUSE, WRONG_PASSWORD, change_password
from ..forms import ChangePasswordForm
from ..models import User
from ..queries import boards_of
from ..staff_list import assignments_of


@staff_page()
def my_account(request: StaffRequest) -> HttpResponse:
    """The page."""
    return _page(request, ChangePasswordForm())


def _page(request: StaffRequest, form: Form) -> HttpResponse:
    user, today = _user(request), timezone.localdate()
    boards = boards_of(user, on=today)
    context = {
        "full_name": request.actor.full_name,
        "board_name": request.actor.board_name,
        "assignments": assignments_of(user, municipality=request.actor.municipality, on=today),
        "boards": [(key, name, key == request.actor.board_id) for key, name in boards] if len(boards) > 1 else [],
        "changed": "bytt" in request.GET,
    }
    return render_form(request, "accounts/my_account.html", form, context)


@require_POST
@sensitive_post_parameters("current_password", "new_password", "repeated_password")
@staff_page()
def change_own_password(request: StaffRequest) -> HttpResponse:
    """Change the password; this session stays, all others end."""
    form = ChangePasswordForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    try:
        user = change_password(
            actor=request.actor,
            current=form.cleaned_data["current_password"],
            password=form.cleaned_data["new_password"],
            at=timezone.now(),
        )
    except Refused as refused:
        about_present = refused.decision.reason in (WRONG_PASSWORD, PRESENT_PASSWORD_PAUSE)
        field = "current_password" if about_present else "new_password"
        form.refuse(refused.decision, field)
        return _page(request, form)
    update_session_auth_hash(request, user)
    return SeeOther(f"{reverse('my-account')}?bytt=1")


@require_POST
@staff_page()
def choose_board(request: StaffRequest) -> HttpResponse:
    """Work for another of one's boards from now on."""
    chosen = request.POST.get("board", "")
    boards = boards_of(_user(request), on=timezone.localdate())
    if chosen not in {str(key) for key, _ in boards}:
        raise Http404
    request.session[BOARD_KEY] = str(UUID(chosen))
    return SeeOther(resolve_url(settings.LOGIN_REDIRECT_URL))


def _user(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User):
        raise Http404
    return user
