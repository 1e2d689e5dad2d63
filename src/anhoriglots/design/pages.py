"""Helpers that views answer with."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from .forms import Form

UNPROCESSABLE = 422


class SeeOther(HttpResponseRedirect):
    """303: what was posted is done, read the result over there. Reloading posts nothing again."""

    status_code = 303


def render_form(
    request: HttpRequest, template: str, form: Form, context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """A page with a form, as ``form`` in the template; 422 when what was sent must be corrected, otherwise 200.

    The shell then puts "Fel: " first in the title and the error summary above the heading.
    """
    status = UNPROCESSABLE if form.errors else None
    return render(request, template, {**(context or {}), "form": form}, status=status)
