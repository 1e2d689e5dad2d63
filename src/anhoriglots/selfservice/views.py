"""The page behind a code: status, answers, one more line, the support contact, and away with all of it."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from anhoriglots.casework.actions.add_line import add_line
from anhoriglots.casework.actions.answer_support_contact import Answer, answer_support_contact
from anhoriglots.casework.actions.ask_again import ask_again
from anhoriglots.casework.actions.erase_request import erase_request
from anhoriglots.casework.choices import DeclineReason
from anhoriglots.casework.queries.code_page import CodePage, code_page
from anhoriglots.database.returned import returned_address, returned_form
from anhoriglots.database.throttle import client_address
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from .booking_opening import booking_opened_now
from .faults import report_opened_now
from .forms import CodeForm, DeclineForm, LineForm
from .guessing import try_code
from .opening import Erased, Opened, ThreadRequest, opened_before, opened_now, thread_page
from .wording import DONE, SILENT_TEXT, STATUS, STATUS_TEXT

TOO_MANY = 429
DONE_PARAMETER = "klart"
WRONG_CODE = gettext_lazy(
    "Koden stämmer inte, eller så är allt borttaget. Kontrollera orden. Har du tappat koden? Ring oss."
)
AGAIN, LATE = "again", "late"


@thread_page
def code(request: ThreadRequest) -> HttpResponse:
    """Write the code; after too many wrong ones there is a pause, told in words."""
    at = timezone.now()
    form = CodeForm(request.POST or returned_form(request, at=at))
    if request.method == "POST":
        answer = _tried(request, form, at) if form.is_valid() else None
        if answer or (again := returned_address(request, at=at)):
            return answer or SeeOther(again)
    if form.is_bound and form.is_valid():  # it came back, or cannot: it opened nothing
        form.add_error("words", WRONG_CODE)
    return render_form(request, "selfservice/code.html", form)


def _tried(request: ThreadRequest, form: Form, at: datetime) -> HttpResponse | None:
    """Where the code leads, or the pause; None when it opens nothing."""
    words = form.cleaned_data["words"]
    tried = try_code(words, municipality=request.municipality, visitor=client_address(request), at=at)
    if tried.booking is not None:
        return SeeOther(booking_opened_now(request, tried.booking, at=at))
    if tried.report is not None:
        return SeeOther(report_opened_now(request, tried.report, at=at))
    if tried.where is not None:
        return SeeOther(opened_now(request, tried.where, at=at).address("thread"))
    if tried.pause:
        form.add_error(None, tried.pause)
        return render(request, "selfservice/code.html", {"form": form}, status=TOO_MANY)
    return None


@thread_page
def thread(request: ThreadRequest) -> HttpResponse:
    """Status, the thread, and the support contact; a posted line is added to the thread."""
    at = timezone.now()
    opened = opened_before(request, at=at)
    form = LineForm(request.POST or returned_form(request, at=at))
    if request.method == "POST" and form.is_valid():
        try:
            add_line(
                at=at,
                municipality=request.municipality,
                board_id=opened.where.board_id,
                request_id=opened.where.request_id,
                text=form.cleaned_data["line"],
            )
            return _done(opened, "line")
        except Refused as refused:
            form.refuse(refused.decision, "line")
    elif request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    return _thread(request, opened, form)


def _thread(request: ThreadRequest, opened: Opened, form: Form) -> HttpResponse:
    shown = _shown(request, opened)
    context = {
        "thread": shown,
        "status": STATUS[shown.step],
        "status_text": SILENT_TEXT if shown.is_silent and shown.step == "tried" else STATUS_TEXT[shown.step],
        "done": DONE.get(request.GET.get(DONE_PARAMETER, "")),
        "erase_url": opened.address("thread-erase"),
        "answer_url": opened.address("thread-contact"),
        "decline_url": opened.address("thread-decline"),
        "change_url": opened.address("thread-change"),
        "silence_url": opened.address("thread-silence"),
    }
    return render_form(request, "selfservice/thread.html", form, context)


def _shown(request: ThreadRequest, opened: Opened) -> CodePage:
    where = opened.where
    shown = code_page(where.board_id, where.request_id, municipality=request.municipality)
    if shown is None:
        raise Erased
    return shown


@thread_page
def answer_contact(request: ThreadRequest) -> HttpResponse:
    """Yes, another person please, not needed any longer, or one after all: one button each."""
    opened = opened_before(request, at=timezone.now())
    answer = request.POST.get("answer", "")
    if answer == AGAIN:
        return _ask_again(request, opened)
    if answer in set(Answer):
        return _answer(request, opened, Answer(answer), None)
    return SeeOther(opened.address("thread"))


@thread_page
def change_contact(request: ThreadRequest) -> HttpResponse:
    """Another person: asks once, since a slip of the finger would cost the person one has."""
    opened = opened_before(request, at=timezone.now())
    shown = _shown(request, opened).support_contact
    if shown is None:
        return _done(opened, LATE)
    urls = {"answer_url": opened.address("thread-contact"), "back_url": opened.address("thread")}
    return render(request, "selfservice/change.html", {"contact": shown, **urls})


@thread_page
def decline_contact(request: ThreadRequest) -> HttpResponse:
    """No thank you; the reason is one tap that may be left out."""
    opened = opened_before(request, at=timezone.now())
    shown = _shown(request, opened).support_contact
    if shown is None:
        return _done(opened, LATE)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["reason"]
        return _answer(request, opened, Answer.DECLINE, DeclineReason(chosen) if chosen else None)
    return render_form(
        request, "selfservice/decline.html", form, {"back_url": opened.address("thread"), "contact": shown}
    )


def _answer(request: ThreadRequest, opened: Opened, answer: Answer, reason: DeclineReason | None) -> HttpResponse:
    try:
        contact = UUID(request.POST.get("contact", ""))
    except ValueError as error:
        raise Http404 from error
    try:
        answer_support_contact(
            at=timezone.now(),
            board_id=opened.where.board_id,
            request_id=opened.where.request_id,
            contact_id=contact,
            answer=answer,
            reason=reason,
        )
    except ObjectDoesNotExist as error:
        _shown(request, opened)
        raise Http404 from error
    except Refused:  # the offer has changed since the page was read: tell that, and how it is now
        return _done(opened, LATE)
    return _done(opened, answer.value)


def _ask_again(request: ThreadRequest, opened: Opened) -> HttpResponse:
    try:
        ask_again(
            at=timezone.now(),
            municipality=request.municipality,
            board_id=opened.where.board_id,
            request_id=opened.where.request_id,
        )
    except Refused:
        return _done(opened, LATE)
    return _done(opened, AGAIN)


def _done(opened: Opened, what: str) -> HttpResponse:
    return SeeOther(f"{opened.address('thread')}&{DONE_PARAMETER}={what}")


@thread_page
def erase(request: ThreadRequest) -> HttpResponse:
    """Take all of it away: asks once, then it is gone."""
    at = timezone.now()
    opened = opened_before(request, at=at)
    if request.method == "POST":
        erase_request(at=at, board_id=opened.where.board_id, request_id=opened.where.request_id)
        return SeeOther(reverse("thread-erased"))
    _shown(request, opened)
    return render(request, "selfservice/erase.html", {"back_url": opened.address("thread")})


@thread_page
def erased(request: ThreadRequest) -> HttpResponse:
    """What is gone and what is left."""
    return render(request, "selfservice/erased.html")


erased.reads_only_public_tables = True  # type: ignore[attr-defined]
