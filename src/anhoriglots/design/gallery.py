"""Every component in both densities and all its states; for developers, only where DEVELOPMENT_PAGES is on."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def index(request: HttpRequest) -> HttpResponse:
    """The list of samples."""
    if not settings.DEVELOPMENT_PAGES:
        raise Http404
    return render(request, "design/gallery/index.html")


def sample(request: HttpRequest, sample: str) -> HttpResponse:
    """One sample page."""
    raise Http404
