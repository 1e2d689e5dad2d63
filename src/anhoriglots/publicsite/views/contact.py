"""Ask to be contacted: one page at a time, then check and send. Nothing is kept until it is sent."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.casework.actions.receive_request import receive_request
from anhoriglots.casework.queries.receipt import promise_for
from anhoriglots.database.returned import returned_address, returned_form
from anhoriglots.database.throttle import Limit, attempt, client_address
from anhoriglots.design.foreign import spoken_language
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.words import clock_in_words
from anhoriglots.kernel.decision import Refused

from ..answers import ContactAnswers, address, read
from ..check_page import asked_of, summary_rows
from ..choices import ELSEWHERE
from ..contact_forms import SendForm
from ..contact_steps import BY_NAME, CHECK, first_unanswered, name_before, next_name
from ..help_lines import has_safety
from ..pages import OpenRequest, open_page
from .receipt import receipt_address

# A library or a care home may share one network address, so this stops machines only.
SENDING = Limit("contact-request", attempts=30, window=timedelta(hours=1))
TOO_MANY = 429


@open_page
def step(request: OpenRequest, name: str) -> HttpResponse:
    """One page of the request; ``name`` is that of its address. With faults it comes back by its address."""
    at = timezone.now()
    answers = read(request, ContactAnswers, at=at)
    page = BY_NAME[name]
    form = page.form(answers).asked(request.municipality, answers, request.POST or returned_form(request, at=at))
    if request.method == "POST" and form.is_valid():
        return _onwards(request, form.changed().begun(), name, at)
    if request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    before = name_before(request.municipality, answers, name)
    back = CHECK if answers.checked else before
    context = {
        "title": page.title(answers),
        "back_url": address(request, back, answers, at=at) if back else reverse("start"),
        "how_url": address(request, "contact", answers, at=at),
        "answers": answers,
        "contact_days": request.municipality.own["retention"]["contact_days"],
        "has_safety": has_safety(request.municipality),
    }
    return render_form(request, f"publicsite/{name.replace('-', '_')}.html", form, context)


def _onwards(request: OpenRequest, answers: ContactAnswers, name: str, at: datetime) -> HttpResponse:
    if answers.district == ELSEWHERE:
        return SeeOther(reverse("other-municipality"))
    return SeeOther(address(request, next_name(request.municipality, answers, name), answers, at=at))


@open_page
def check(request: OpenRequest) -> HttpResponse:
    """All answers on one page, with the promise, before anything is sent."""
    at = timezone.now()
    answers = replace(read(request, ContactAnswers, at=at), checked=True)
    missing = first_unanswered(request.municipality, answers)
    if missing:
        return SeeOther(address(request, missing, replace(answers, checked=False), at=at))
    form = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _send(request, answers, at)
        except Refused as refused:
            form.refuse(refused.decision)
    district = asked_of(answers).district
    promise = promise_for(request.municipality, district=district, submission=answers.submission, at=at)
    if promise.sent:  # Back or reload after sending
        return SeeOther(receipt_address(request, promise.sent, at=at))
    context = {"promise": promise, **_check_context(request, answers, at)}
    return render_form(request, "publicsite/contact_check.html", form, context)


def _send(request: OpenRequest, answers: ContactAnswers, at: datetime) -> HttpResponse:
    tried = attempt(SENDING, visitor=client_address(request), at=at)
    if not tried.allowed:
        wait = {"opens": clock_in_words(tried.opens_at), "back_url": address(request, CHECK, answers, at=at)}
        return render(request, "publicsite/too_many.html", wait, status=TOO_MANY)
    received = receive_request(
        at=at,
        municipality=request.municipality,
        submission=answers.submission,
        asked=asked_of(answers),
        language=spoken_language(),
    )
    return SeeOther(receipt_address(request, received, at=at))


def _check_context(request: OpenRequest, answers: ContactAnswers, at: datetime) -> dict[str, Any]:
    before = name_before(request.municipality, answers, CHECK)
    return {
        "rows": summary_rows(request, answers, at=at),
        "answers": answers,
        "back_url": address(request, before, answers, at=at),
        "contact_days": request.municipality.own["retention"]["contact_days"],
        "thread_days": request.municipality.own["retention"]["thread_days"],
    }
