"""Sign-in with a password. The answer is the same whether the name or the password was wrong."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Decision, Refused, forbidden

from ..access import staff_page
from ..actions import given_password_is_too_old, set_password
from ..forms import NewPasswordForm, SignInForm
from ..models import User
from ..queries import Actor, actor_for

BACKEND = "anhoriglots.accounts.backend.MunicipalityBackend"
PENDING = "first_password_for"
PENDING_SECONDS = 600
TOO_MANY = 429
WRONG = forbidden("sign-in", "Användarnamnet eller lösenordet stämmer inte. Kontrollera båda och försök igen.")
NO_ASSIGNMENT = forbidden("no-assignment", "Du har inget uppdrag idag. Prata med din chef eller administratör.")
TOO_OLD = forbidden("given-password-old", "Engångslösenordet är äldre än en vecka. Be din administratör om ett nytt.")


@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form, or in."""
    _only_in_a_municipality(request)
    form = SignInForm(request.POST or None)
    context = {"next": local_address(request)}
    if not form.is_valid():
        return render_form(request, "accounts/sign_in.html", form, context)
    at = timezone.now()
    user = authenticate(request, **form.cleaned_data)
    actor = actor_for(user, on=timezone.localdate(at)) if isinstance(user, User) else None
    if not isinstance(user, User) or actor is None or given_password_is_too_old(user, at=at):
        form.refuse(_why_not(user, actor))
        return render_form(request, "accounts/sign_in.html", form, context)
    if user.password_given_at is not None:
        request.session[PENDING] = [str(user.pk), at.timestamp()]
        return SeeOther(f"{reverse('first-password')}{_next_query(request)}")
    return _let_in(request, user, actor, at)


def _why_not(user: Any, actor: Actor | None) -> Decision:
    if not isinstance(user, User):
        return WRONG
    return TOO_OLD if actor else NO_ASSIGNMENT


def _let_in(request: HttpRequest, user: User, actor: Actor, at: datetime) -> HttpResponse:
    login(request, user, backend=BACKEND)
    with for_board(actor.board_id, actor.user_id):
        record(action="accounts.sign_in", at=at, object_id=user.pk)
    return SeeOther(local_address(request) or resolve_url(settings.LOGIN_REDIRECT_URL))


@sensitive_post_parameters("new_password", "repeated_password")
def first_password(request: HttpRequest) -> HttpResponse:
    """Choose a password of one's own instead of the one that somebody else made."""
    at = timezone.now()
    user = _pending(request, at)
    actor = actor_for(user, on=timezone.localdate(at)) if user else None
    if user is None or actor is None:
        return SeeOther(reverse("sign-in"))
    form = NewPasswordForm(request.POST or None)
    if form.is_valid():
        try:
            with for_board(actor.board_id, actor.user_id):
                user = set_password(actor=actor, password=form.cleaned_data["new_password"], at=at)
        except Refused as refused:
            form.refuse(refused.decision, "new_password")
        else:
            del request.session[PENDING]
            return _let_in(request, user, actor, at)
    return render_form(request, "accounts/first_password.html", form, {"next": local_address(request)})


def _pending(request: HttpRequest, at: datetime) -> User | None:
    key, since = request.session.get(PENDING, ("", 0.0))
    if not key or at.timestamp() - since > PENDING_SECONDS:
        return None
    return User.objects.filter(pk=key, is_active=True, password_given_at__isnull=False).first()


@require_POST
@staff_page()
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out; the session is emptied."""
    logout(request)
    return SeeOther(f"{reverse('sign-in')}?ut=1")


def locked_out(request: HttpRequest, *_: Any) -> HttpResponse:
    """Five wrong passwords: wait a quarter of an hour."""
    return render(request, "accounts/locked_out.html", status=TOO_MANY)


def local_address(request: HttpRequest) -> str:
    """Where to go after sign-in, when it is a page of this very site; otherwise empty."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_local and wanted.isprintable() else ""


def _next_query(request: HttpRequest) -> str:
    wanted = local_address(request)
    return f"?{urlencode({'next': wanted})}" if wanted else ""


def _only_in_a_municipality(request: HttpRequest) -> None:
    if getattr(request, "municipality", None) is None:
        raise Http404
