"""A child asks to talk with an adult: what happens if one tells is said before the first field."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from anhoriglots import law
from anhoriglots.casework.actions.receive_request import receive_request
from anhoriglots.casework.queries.receipt import promise_for
from anhoriglots.database.returned import returned_address, returned_form
from anhoriglots.database.throttle import Limit, attempt, client_address
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.words import clock_in_words
from anhoriglots.kernel.decision import Refused

from ..answers import address, read
from ..child_answers import ChildAnswers
from ..child_forms import FORMS, TalkForm, WayForm
from ..closing import safe_page
from ..contact_forms import SendForm
from ..help_lines import CHILDREN, open_now, what_happens
from ..pages import OpenRequest
from .child import MUST_ACT
from .contact import TOO_MANY
from .receipt import receipt_address

# A school may share one network address, so this stops machines only.
SENDING = Limit("child-request", attempts=30, window=timedelta(hours=1))


@safe_page
def way(request: OpenRequest) -> HttpResponse:
    """How to talk, under what happens if one tells."""
    at = timezone.now()
    answers: ChildAnswers = read(request, ChildAnswers, at=at)
    form = WayForm(
        request.POST or returned_form(request, at=at), initial={"reply": answers.reply} if answers.reply else None
    )
    if request.method == "POST" and form.is_valid():
        return SeeOther(address(request, "child-talk-more", answers.by(form.cleaned_data["reply"]), at=at))
    if request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    context = {
        "told": what_happens(request.municipality),
        "must_act": law.citation(MUST_ACT, timezone.localdate(at)),
        "back_url": reverse("child"),
    }
    return render_form(request, "publicsite/child_talk.html", form, context)


@safe_page
def more(request: OpenRequest) -> HttpResponse:
    """What the chosen way needs, with the promise; sent from here."""
    at = timezone.now()
    answers: ChildAnswers = read(request, ChildAnswers, at=at)
    if answers.reply not in FORMS:
        return SeeOther(reverse("child-talk"))
    promise = promise_for(request.municipality, district=None, submission=answers.submission, at=at)
    if promise.sent:  # Back or reload after sending
        return SeeOther(receipt_address(request, promise.sent, at=at))
    form = FORMS[answers.reply](request.POST or returned_form(request, at=at))
    trap = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if answer := _sent(request, form, trap, answers, at):
            return answer
    elif request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    return render_form(request, "publicsite/child_talk_more.html", form, _context(request, answers, promise, trap, at))


def _sent(
    request: OpenRequest, form: TalkForm, trap: SendForm, answers: ChildAnswers, at: datetime
) -> HttpResponse | None:
    """Where it leads, or None when something stands in the way, which the form then tells."""
    if not trap.is_valid():
        form.add_error(None, trap.errors["website"])
        return None
    tried = attempt(SENDING, visitor=client_address(request), at=at)
    if not tried.allowed:
        wait = {"opens": clock_in_words(tried.opens_at), "lines": open_now(request.municipality, CHILDREN)}
        return render(request, "publicsite/child_wait.html", wait | _back(request, answers, at), status=TOO_MANY)
    try:
        received = receive_request(
            at=at,
            municipality=request.municipality,
            submission=answers.submission,
            asked=form.answered(answers).asked(),
            language=get_language() or "sv",
        )
    except Refused as refused:
        form.refuse(refused.decision)
        return None
    return SeeOther(receipt_address(request, received, at=at))


def _back(request: HttpRequest, answers: ChildAnswers, at: datetime) -> dict[str, str]:
    return {"back_url": address(request, "child-talk", answers, at=at)}


def _context(request: OpenRequest, answers: ChildAnswers, promise: Any, trap: SendForm, at: datetime) -> dict[str, Any]:
    return {
        "promise": promise,
        "reply": answers.reply,
        "trap": trap,
        "lines": open_now(request.municipality, CHILDREN) if promise.opens else [],
        "contact_days": request.municipality.own["retention"]["contact_days"],
        **_back(request, answers, at),
    }
