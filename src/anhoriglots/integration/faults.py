"""What is answered when no view of ours did: a program that asks gets a fault it can read, a person gets a page."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from anhoriglots.design import views as pages

from .problems import Kind, Problem, problem_answer

BELOW = ("/api/", "/hsds/")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    if not _is_interface(request):
        return pages.page_not_found(request, exception)
    return _problem(request, Problem(Kind.NOT_FOUND, "Adressen finns inte. Se beskrivningen av gränssnittet."))


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when it is the database that is away."""
    if not _is_interface(request):
        return pages.server_error(request)
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return _problem(request, Problem(Kind.FAULT, "Försök igen senare."))
    response = _problem(request, Problem(Kind.CLOSED, "Försök igen om en stund."))
    response.headers["Retry-After"] = pages.RETRY_SECONDS
    return response


def _is_interface(request: HttpRequest) -> bool:
    return request.path_info.startswith(BELOW)


def _problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    response = problem_answer(request, problem)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
