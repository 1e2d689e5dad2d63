"""The smallest views that answer as ours do, written the way the framework's tutorial writes them."""

from collections.abc import Callable
from datetime import timedelta
from html import escape
from uuid import UUID

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.decorators import decorator_from_middleware
from django.views.decorators.http import require_POST

from anhoriglots.audit.models import ReadLog
from anhoriglots.casework.models import Case, ContactRequest, IdentifiedContact
from anhoriglots.people.models import Carer

View = Callable[..., HttpResponseBase]
ROWS = 50
HITS = 25


def with_user(view: View) -> View:
    """The view with a session and a signed-in user, as the framework gives them."""

    def needs_user(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return HttpResponse(status=403)
        return view(request, *args, **kwargs)

    with_auth: View = decorator_from_middleware(AuthenticationMiddleware)(needs_user)
    with_session: View = decorator_from_middleware(SessionMiddleware)(with_auth)
    return with_session


def hello(request: HttpRequest) -> HttpResponse:
    """A word."""
    return HttpResponse("hej")


def _waiting(request: HttpRequest) -> QuerySet[ContactRequest]:
    here = ContactRequest.objects.filter(board_id=request.GET["board"], step="received")
    found = here.select_related("taken_by").order_by("promised_at")
    return found.defer("contact", "call_me", "call_words", "remark", "submission")[:ROWS]


def waiting(request: HttpRequest) -> HttpResponse:
    """The first 50 waiting requests of one board; dates and addresses formatted in the template."""
    return render(request, "list.html", {"rows": _waiting(request)})


def waiting_plain(request: HttpRequest) -> HttpResponse:
    """The same without a template engine: what Python can reach."""
    columns = ("id", "reply", "step", "received_at", "promised_at", "taken_by__first_name")
    rows = [
        f'<tr><td><a href="/open/{key}">{reply}</a></td><td>{step}</td><td>{received:%Y-%m-%d %H:%M}</td>'
        f"<td>{promised:%Y-%m-%d %H:%M}</td><td>{escape(name or '')}</td></tr>"
        for key, reply, step, received, promised, name in _waiting(request).defer(None).values_list(*columns)
    ]
    return HttpResponse(f"<!doctype html><title>Lista</title><table>{''.join(rows)}</table>")


def search(request: HttpRequest) -> HttpResponse:
    """The first 25 whose name begins so, in order."""
    start = request.GET["start"]
    found = Carer.objects.filter(name_sort__gte=start, name_sort__lt=start + "\U0010ffff").order_by("name_sort", "pk")
    return render(request, "search.html", {"rows": found.only("name", "created_at")[:HITS]})


def open_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One case with its carer and the 50 newest notes."""
    case = get_object_or_404(Case.objects.select_related("carer"), pk=case_id)
    notes = IdentifiedContact.objects.filter(case=case).select_related("author", "support_form")
    return render(request, "case.html", {"case": case, "notes": notes.order_by("-noted_at")[:ROWS]})


def _open_and_log(request: HttpRequest, case_id: UUID) -> HttpResponse:
    response = open_case(request, case_id)
    ReadLog.objects.create(
        municipality=request.GET["municipality"],
        board_id=request.GET["board"],
        at=timezone.now(),
        actor_id=str(request.user.pk),
        subject_id=case_id,
        page="case",
    )
    return response


waiting_for_user = with_user(waiting)
search_for_user = with_user(search)
open_case_for_user = with_user(_open_and_log)


@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """A person, a case and a note in one transaction."""
    asked = request.POST
    owner = {"municipality": asked["municipality"], "board_id": asked["board"]}
    at = timezone.now()
    with transaction.atomic():
        carer = Carer.objects.create(**owner, name=asked["name"], phone=asked["phone"], created_at=at)
        number = f"{at:%Y}-{carer.pk.hex[-12:]}"
        case = Case.objects.create(**owner, carer=carer, unit_id=asked["unit"], number=number, opened_at=at)
        IdentifiedContact.objects.create(
            **owner,
            unit_id=asked["unit"],
            case=case,
            author_id=asked["author"],
            support_form_id=asked["form"],
            channel="phone",
            duration="0-15",
            next_step="done",
            noted_at=at,
            happened_on=(at - timedelta(hours=1)).date(),
            text=asked["text"],
        )
    return HttpResponse(status=303, headers={"Location": f"/open/{case.pk}"})
