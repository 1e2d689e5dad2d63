"""Short pages that the footer leads to."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots import law
from anhoriglots.accessibility.actions.receive_report import report_days
from anhoriglots.design.caching import public_page
from anhoriglots.design.words import day_in_words

from ..language_rights import ELDER_CARE, USE, rights
from ..pages import OpenRequest, open_page
from ..statement import statement_of


@public_page
@open_page
def privacy(request: OpenRequest) -> HttpResponse:
    """How we handle what you tell, with this municipality's own days and the decision behind them."""
    kept_by = request.municipality.kept_by
    context = {
        **request.municipality.own["retention"],
        "fault_days": report_days(request.municipality),
        "kept_by": kept_by,
        "decided": day_in_words(kept_by.decided_on, year=True) if kept_by else "",
    }
    return render(request, "publicsite/privacy.html", context)


@public_page
@open_page
def about(request: OpenRequest) -> HttpResponse:
    """What this site is."""
    return render(request, "publicsite/about.html")


@open_page
def accessibility(request: OpenRequest) -> HttpResponse:
    """Accessibility statement (lag 2018:1937 13 §), with what the register of reports tells."""
    today = timezone.localdate()
    context = {
        "act": law.source_text("accessibility-act"),
        "statement": statement_of(request.municipality),
        "by_law": law.citation("accessibility-request", today),
        "refusal": law.citation("accessibility-act 20", today),
    }
    return render(request, "publicsite/accessibility.html", context)


@public_page
@open_page
def language_rights(request: OpenRequest) -> HttpResponse:
    """Interpreters, and what right one has to use a national minority language here (lag 2009:724)."""
    today = timezone.localdate()
    context = {
        "rights": rights(request.municipality, on=today),
        "use": law.citation(USE, today),
        "care": law.citation(ELDER_CARE, today),
    }
    return render(request, "publicsite/language_rights.html", context)
