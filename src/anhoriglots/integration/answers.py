"""How every address of the open interfaces answers: read only, for any site, kept for a minute, cheap to ask again."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from anhoriglots.design.caching import PUBLIC
from anhoriglots.organisations.queries import MunicipalityPage

from .problems import Kind, Problem, problem_answer

READING = ("GET", "HEAD")
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Asked:
    """Where and when somebody asks.

    Attributes:
        root: scheme and host, for addresses in answers.
    """

    municipality: MunicipalityPage
    at: datetime
    root: str

    @property
    def code(self) -> str:
        """The municipality's code."""
        return self.municipality.code

    def address(self, name: str, **keys: object) -> str:
        """The whole address of one of our own addresses."""
        return f"{self.root}{reverse(name, kwargs=keys)}"

    def page(self, name: str, *keys: object) -> str:
        """The whole address of one of the open pages in settings.SITE_PAGES."""
        return f"{self.root}{reverse(settings.SITE_PAGES[name], args=keys)}"


Reader = Callable[..., object]


def open_interface(read: Reader) -> Callable[..., HttpResponseBase]:
    """Makes a view of ``read(asked, request, **keys)``, which returns what is written as JSON.

    No cookie is read or set, so any site may ask. Such a view opens no scope: what needs rows behind row security
    enters it by itself.
    """

    @csrf_exempt
    @wraps(read)
    def view(request: HttpRequest, **keys: str) -> HttpResponseBase:
        try:
            response = _answer(request, read(_asked(request), request, **keys))
        except Problem as problem:
            response = problem_answer(request, problem)
            if problem.kind is Kind.METHOD:
                response.headers["Allow"] = ", ".join(READING)
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    view.reads_only_public_tables = True  # type: ignore[attr-defined]
    return view


def _asked(request: HttpRequest) -> Asked:
    if request.method not in READING:
        raise Problem(Kind.METHOD, "Fråga med GET.")
    municipality: MunicipalityPage | None = getattr(request, "municipality", None)
    if municipality is None:
        raise Problem(Kind.NOT_FOUND, "Skriv kommunens namn först i adressen.")
    return Asked(municipality, timezone.now(), f"{request.scheme}://{request.get_host()}")


def _answer(request: HttpRequest, data: Any) -> HttpResponseBase:
    body = json.dumps(data, ensure_ascii=False).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, JSON, headers={"Cache-Control": PUBLIC, "ETag": etag})
    return get_conditional_response(request, etag=etag, response=response) or response
