"""How a page says no: with the sentence of the decision, and the law behind it on demand."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render

from anhoriglots.accounts.access import StaffRequest
from anhoriglots.kernel.decision import Decision, Refused

CONFLICT = 409
View = Callable[..., HttpResponse]


def refused_page(request: StaffRequest, decision: Decision, back: str) -> HttpResponse:
    """A page of its own for what could not be done, with the way back."""
    return render(request, "workspace/refused.html", {"decision": decision, "back": back}, status=CONFLICT)


def tells_refusals(back_to: Callable[..., str]) -> Callable[[View], View]:
    """Mark a view that only acts: a refusal becomes a page with the way back, a missing row becomes 404.

    Args:
        back_to: the address to go back to, from the view's own arguments.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def telling(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, *args, **kwargs)
            except Refused as refused:
                return refused_page(request, refused.decision, back_to(*args, **kwargs))
            except ObjectDoesNotExist as error:
                raise Http404 from error

        return telling

    return decorate
