"""The entrance for children and young people: reading pages without a cookie or a trace."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots import law

from ..child_questions import LEVELS
from ..closing import safe_reading_page
from ..help_lines import CHILDREN, help_lines, what_happens
from ..pages import OpenRequest

MUST_ACT = "concern-report"


@safe_reading_page
def child(request: OpenRequest) -> HttpResponse:
    """The first page, with what happens if one tells."""
    context = {"told": what_happens(request.municipality), "must_act": law.citation(MUST_ACT, timezone.localdate())}
    return render(request, "publicsite/child.html", context)


@safe_reading_page
def questions(request: OpenRequest, level: str) -> HttpResponse:
    """What others wonder, for those who are 7-12 or 13-17."""
    if level not in LEVELS:
        raise Http404
    today = timezone.localdate()
    rows = [
        (row.asked, row.answer, law.citation(row.by_law, today) if row.by_law else None)
        for row in LEVELS[level].questions
    ]
    return render(request, "publicsite/child_questions.html", {"title": LEVELS[level].title, "rows": rows})


@safe_reading_page
def somebody_else(request: OpenRequest) -> HttpResponse:
    """Help-lines for children."""
    return render(request, "publicsite/child_help_lines.html", {"lines": help_lines(request.municipality, CHILDREN)})
