"""For whoever is afraid of somebody at home: who to ring, how to reach us silently, how to leave no traces."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots import law
from anhoriglots.casework.choices import Reply
from anhoriglots.design.pages import SeeOther

from ..answers import ContactAnswers, address
from ..closing import safe_page, safe_reading_page
from ..help_lines import AFRAID, concern_desks, help_lines
from ..pages import OpenRequest


@safe_reading_page
def safety(request: OpenRequest) -> HttpResponse:
    """What to do now, for adults and for children."""
    return render(request, "publicsite/safety.html", {"lines": help_lines(request.municipality, AFRAID)})


@safe_reading_page
def concern(request: OpenRequest) -> HttpResponse:
    """For adults who are worried about a child: whom to ring, who must, and what happens then."""
    today = timezone.localdate()
    context = {
        "lines": concern_desks(request.municipality),
        "days": _days_to_decide(today),
        "duty": law.citation("concern-report", today),
        "everybody": law.citation("sol-2025 19:4", today),
        "then": law.citation("sol-2025 20:2", today),
    }
    return render(request, "publicsite/concern.html", context)


def _days_to_decide(today: date) -> int:
    """Within how many days the board decides whether to look into it; the law knows."""
    facts = {"step": "preliminary", "began_on": today, "already_investigating": False}
    last = law.decide("child-assessment-time", on=today, facts=facts).results[0].value
    if not isinstance(last, date):
        raise TypeError("the last day is no day")
    return (last - today).days


@safe_page
def write_silently(request: OpenRequest) -> HttpResponse:
    """On to the request that is answered with a code alone; here, so that reading the page before sets no cookie."""
    answers = ContactAnswers(reply=Reply.CODE, silent=True).begun()
    return SeeOther(address(request, "contact-more", answers, at=timezone.now()))
