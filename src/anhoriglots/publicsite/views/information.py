"""Short pages that the footer leads to."""

from django.http import HttpResponse
from django.shortcuts import render

from anhoriglots import law
from anhoriglots.design.caching import public_page

from ..pages import OpenRequest, open_page


@public_page
@open_page
def privacy(request: OpenRequest) -> HttpResponse:
    """How we handle what you tell, with this municipality's own days."""
    return render(request, "publicsite/privacy.html", dict(request.municipality.own["retention"]))


@public_page
@open_page
def about(request: OpenRequest) -> HttpResponse:
    """What this site is."""
    return render(request, "publicsite/about.html")


@public_page
@open_page
def accessibility(request: OpenRequest) -> HttpResponse:
    """Accessibility statement (lag 2018:1937)."""
    return render(request, "publicsite/accessibility.html", {"act": law.source_text("accessibility-act")})
