"""What every open page has in common: a municipality, a language it exists in, and answers that can be read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from anhoriglots.database.browser import Gone
from anhoriglots.organisations.queries import MunicipalityPage

GONE = 410
ROOT = "/"

View = Callable[..., HttpResponse]


class OpenRequest(HttpRequest):
    """A request that an open page gets: the municipality is known."""

    municipality: MunicipalityPage


def open_page(view: View) -> View:
    """Lead a visitor without municipality to the list of them, one whose language has no such page to one that can be
    read, and one whose answers cannot be read any longer to a page that says so.
    """

    @wraps(view)
    def opened(request: OpenRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "municipality", None) is None:
            return HttpResponseRedirect(ROOT)
        if not request.municipality.has(request.municipality.page, get_language() or ""):
            return HttpResponseRedirect(elsewhere(request.municipality))
        try:
            return view(request, *args, **kwargs)
        except Gone:
            return render(request, "publicsite/gone.html", status=GONE)

    return opened


def elsewhere(municipality: MunicipalityPage) -> str:
    """Where this page can be read: its start page, where the language has that alone; else the page in another."""
    language = get_language() or ""
    only_start = municipality.scopes.get(language) == "start_page"
    return reverse("start") if only_start else municipality.nearest_address()
