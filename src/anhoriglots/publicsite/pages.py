"""What every open page has in common: a municipality, a language it exists in, and answers that can be read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override

from anhoriglots.database.browser import Gone
from anhoriglots.organisations.queries import MunicipalityPage

GONE = 410
ROOT = "/"

View = Callable[..., HttpResponse]


class OpenRequest(HttpRequest):
    """A request that an open page gets: the municipality is known."""

    municipality: MunicipalityPage


def open_page(view: View) -> View:
    """Lead a visitor without municipality to the list of them, one whose language has no such page to the start page,
    and one whose answers cannot be read any longer to a page that says so.
    """

    @wraps(view)
    def opened(request: OpenRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "municipality", None) is None:
            return HttpResponseRedirect(ROOT)
        if not exists_in(request.municipality, get_language() or ""):
            return HttpResponseRedirect(start_address(request.municipality))
        try:
            return view(request, *args, **kwargs)
        except Gone:
            return render(request, "publicsite/gone.html", status=GONE)

    return opened


def exists_in(municipality: MunicipalityPage, language: str, *, start_page: bool = False) -> bool:
    """Are all pages here in the language, or at least the start page?"""
    scopes = {row["code"]: row["scope"] for row in municipality.own["languages"]}
    return scopes.get(language) == "everything" or (start_page and language in scopes)


def start_address(municipality: MunicipalityPage) -> str:
    """The start page in the language of the visitor where it exists, otherwise in Swedish."""
    language = get_language() or ""
    with override(language if exists_in(municipality, language, start_page=True) else "sv"):
        return reverse("start")
