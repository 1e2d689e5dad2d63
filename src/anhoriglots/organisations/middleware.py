"""Finds the municipality from the host name or from the first part of the path."""

import re
from collections.abc import Callable
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix

from .queries import municipality_at

# The form that a profile's slug has.
SLUG = re.compile(r"[a-z][a-z0-9_]{0,39}")


class MunicipalityFromAddress:
    """Sets ``request.municipality``.

    A municipality with a host name of its own has its pages at the root; all others have them under their slug.
    The slug is moved from the path to the script prefix, which is how WSGI mounts a program under a path: all
    addresses below are then written without it and ``reverse`` adds it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Resolve the address inside the municipality; put the prefix back when done."""
        before = get_script_prefix()
        slug, _, rest = request.path_info.lstrip("/").partition("/")
        found = municipality_at(request.get_host().split(":")[0], slug if SLUG.fullmatch(slug) else "")
        if found is not None and not found.by_host:
            set_script_prefix(f"{before}{slug}/")
            request.path_info = f"/{rest}"
        if found is not None:
            found = replace(found, path=_without_language(request.path_info), query=_query(request))
        request.municipality = found  # type: ignore[attr-defined]
        try:
            return self.get_response(request)
        finally:
            set_script_prefix(before)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Note the name of the page, for the list of languages: not every page is in all of them."""
        found = getattr(request, "municipality", None)
        if found is not None and request.resolver_match is not None:
            request.municipality = replace(found, page=request.resolver_match.view_name)  # type: ignore[attr-defined]


def _without_language(path_info: str) -> str:
    first, _, rest = path_info.lstrip("/").partition("/")
    return rest if first in dict(settings.LANGUAGES) else path_info.lstrip("/")


def _query(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"?{query}" if query else ""
