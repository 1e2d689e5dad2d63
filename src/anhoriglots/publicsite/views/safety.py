"""For whoever is afraid of somebody at home: who to ring, how to reach us silently, how to leave no traces."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots.casework.choices import Reply
from anhoriglots.design.pages import SeeOther

from ..answers import ContactAnswers, address
from ..closing import safe_page, safe_reading_page
from ..help_lines import AFRAID, help_lines
from ..pages import OpenRequest


@safe_reading_page
def safety(request: OpenRequest) -> HttpResponse:
    """What to do now, for adults and for children."""
    return render(request, "publicsite/safety.html", {"lines": help_lines(request.municipality, AFRAID)})


@safe_page
def write_silently(request: OpenRequest) -> HttpResponse:
    """On to the request that is answered with a code alone; here, so that reading the page before sets no cookie."""
    answers = ContactAnswers(reply=Reply.CODE, silent=True).begun()
    return SeeOther(address(request, "contact-more", answers, at=timezone.now()))
