"""Guards a staff page: who is signed in, and whether the role may open it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from .queries import Actor
from .roles import Capability

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request that a guarded view gets: somebody is signed in."""

    actor: Actor


def staff_page(capability: Capability | None = None) -> Callable[[View], View]:
    """Mark a view as a staff page. None means every signed-in employee.

    The scope middleware reads the mark, finds the actor and asks for sign-in; a role without the capability
    gets 403 with a sentence. Another board's rows never come, so they are 404 by themselves.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if capability is not None and not request.actor.can(capability):
                raise PermissionDenied("Din roll har inte tillgång till den här sidan.")
            return view(request, *args, **kwargs)

        guarded.staff_page = True  # type: ignore[attr-defined]
        return guarded

    return decorate


BOARD_KEY = "board"


def chosen_board(request: HttpRequest) -> UUID | None:
    """The board chosen in this session, when the person works for more than one."""
    chosen = request.session.get(BOARD_KEY)
    return UUID(chosen) if chosen else None
