"""Sign-in with a password. The answer is the same whether the name or the password was wrong.

Each try is counted before the password is looked at, and given back when it was right: many at once gain nothing.
"""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.database.throttle import attempt, client_address, give_back
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.words import clock_in_words
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage

from ..access import staff_page
from ..actions import given_password_is_too_old, set_password
from ..forms import NewPasswordForm, SignInForm
from ..guesses import sign_ins
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
    municipality = _municipality(request)
    form = SignInForm(request.POST or None)
    if not form.is_valid():
        return _form_page(request, form)
    at, visitor = timezone.now(), client_address(request)
    limit = sign_ins(municipality.code, form.cleaned_data["username"])
    tried = attempt(limit, visitor=visitor, at=at)
    user = authenticate(request, **form.cleaned_data) if tried.allowed else None
    if not isinstance(user, User):
        form.refuse(WRONG)
        return _form_page(request, form) if tried.left else _locked_out(request, tried.opens_at)
    give_back(limit, visitor=visitor)
    return _known(request, form, user, at)


def _form_page(request: HttpRequest, form: SignInForm) -> HttpResponse:
    return render_form(request, "accounts/sign_in.html", form, {"next": local_address(request)})


def _locked_out(request: HttpRequest, until: datetime) -> HttpResponse:
    return render(request, "accounts/locked_out.html", {"until": clock_in_words(until)}, status=TOO_MANY)


def _known(request: HttpRequest, form: SignInForm, user: User, at: datetime) -> HttpResponse:
    """The password was right: in, on to a password of one's own, or told why not."""
    actor = actor_for(user, on=timezone.localdate(at))
    if actor is None or given_password_is_too_old(user, at=at):
        form.refuse(TOO_OLD if actor else NO_ASSIGNMENT)
        return _form_page(request, form)
    if user.password_given_at is None:
        return _let_in(request, user, actor, at)
    request.session.cycle_key()
    request.session[PENDING] = [str(user.pk), at.timestamp(), user.get_session_auth_hash()]
    return SeeOther(f"{reverse('first-password')}{_next_query(request)}")


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
    """Who signed in with a password made by somebody else; None when a newer one has been made since."""
    key, since, password = request.session.get(PENDING, ("", 0.0, ""))
    if not key or at.timestamp() - since > PENDING_SECONDS:
        return None
    user = User.objects.filter(pk=key, is_active=True, password_given_at__isnull=False).first()
    if user is None or given_password_is_too_old(user, at=at):
        return None
    return user if constant_time_compare(user.get_session_auth_hash(), password) else None


@require_POST
@staff_page()
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out; the session is emptied."""
    logout(request)
    return SeeOther(f"{reverse('sign-in')}?ut=1")


def local_address(request: HttpRequest) -> str:
    """Where to go after sign-in, when it is a page of this very site; otherwise empty."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_local and wanted.isprintable() else ""


def _next_query(request: HttpRequest) -> str:
    wanted = local_address(request)
    return f"?{urlencode({'next': wanted})}" if wanted else ""


def _municipality(request: HttpRequest) -> MunicipalityPage:
    found = getattr(request, "municipality", None)
    if not isinstance(found, MunicipalityPage):
        raise Http404
    return found
