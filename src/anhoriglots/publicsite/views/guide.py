"""The guide: four optional questions, and what may fit. It never says "you may not"."""

from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.catalogue.actions.count_gap import count_gap
from anhoriglots.catalogue.queries.offers import Found, offers_for
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.organisations.queries import MunicipalityPage, in_language

from ..answers import GuideAnswers, address, read
from ..cards import result_page
from ..choices import ELSEWHERE, exclusive_keys
from ..guide_forms import Question, answered, question_form, questions_of, skipped
from ..pages import OpenRequest, open_page

SKIP = "skip"


@open_page
def question(request: OpenRequest, slug: str) -> HttpResponse:
    """One question; the answer leads to the next one, or to what may fit."""
    at = timezone.now()
    answers = read(request, GuideAnswers, at=at)
    asked = questions_of(request.municipality)
    number = next((place for place, each in enumerate(asked) if each.slug == slug), None)
    if number is None:
        raise Http404
    form = question_form(asked[number], request.municipality, answers, request.POST or None)
    if request.method == "POST" and SKIP in request.POST:
        return _onwards(request, asked, number, skipped(asked[number], answers), at)
    if request.method == "POST" and form.is_valid():
        return _onwards(request, asked, number, answered(asked[number], form, answers), at)
    before = asked[number - 1] if number else None
    back = question_address(request, before, answers, at) if before else reverse("start")
    context = {"back_url": back, "number": number + 1, "total": len(asked), "why": asked[number].why}
    return render_form(request, "publicsite/question.html", form, context)


def question_address(request: OpenRequest, asked: Question, answers: GuideAnswers, at: datetime) -> str:
    """The address of a question, with the answers so far."""
    return address(request, "guide", answers, at=at, args=(asked.slug,))


def _onwards(
    request: OpenRequest, asked: list[Question], number: int, answers: GuideAnswers, at: datetime
) -> HttpResponse:
    if answers.district == ELSEWHERE:
        return SeeOther(reverse("other-municipality"))
    if number + 1 < len(asked):
        return SeeOther(question_address(request, asked[number + 1], answers, at))
    _count_what_is_missing(request.municipality, answers, at)
    return SeeOther(address(request, "guide-result", answers, at=at))


def _count_what_is_missing(municipality: MunicipalityPage, answers: GuideAnswers, at: datetime) -> None:
    """Here and not on the page itself, so that a reload or Back counts nothing."""
    found = _found(municipality, answers)
    wishes = [(gap.need, line) for gap in found.gaps for line in gap.lines]
    count_gap(at=at, municipality=municipality.code, district=answers.known_district, wishes=wishes)


def _found(municipality: MunicipalityPage, answers: GuideAnswers) -> Found:
    exclusive = exclusive_keys(municipality, "lines")
    return offers_for(
        municipality.code,
        answers.wishes(exclusive=exclusive),
        no_wish=exclusive_keys(municipality, "needs"),
    )


@open_page
def result(request: OpenRequest) -> HttpResponse:
    """What may fit, best first."""
    at = timezone.now()
    answers = read(request, GuideAnswers, at=at)
    found = _found(request.municipality, answers)
    first = questions_of(request.municipality)[0]
    context = result_page(request, found, answers, at=at)
    return render(
        request, "publicsite/result.html", {**context, "change_url": question_address(request, first, answers, at)}
    )


result.reads_only_public_tables = True  # type: ignore[attr-defined]


@open_page
def other_municipality(request: OpenRequest) -> HttpResponse:
    """For the one who lives elsewhere: support of one's own is sought where one lives (law A15)."""
    text = in_language(request.municipality.own["other_municipality"])
    return render(request, "publicsite/other_municipality.html", {"text": text})


other_municipality.reads_only_public_tables = True  # type: ignore[attr-defined]
