"""Enters the signed-in person's board before a staff page is opened."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone

from anhoriglots.database.scope import narrow_to_board

from .access import chosen_board
from .models import User
from .queries import actor_for


class StaffScope:
    """Finds the actor for pages marked by ``staff_page`` and narrows the scope to the actor's board."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing before the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> HttpResponseBase | None:
        """Ask for sign-in, or enter the board."""
        if not getattr(view, "staff_page", False):
            return None
        user = request.user
        actor = None
        if isinstance(user, User) and user.is_active:
            actor = actor_for(user, on=timezone.localdate(), board=chosen_board(request))
        if actor is None:
            return redirect_to_login(_wanted(request), resolve_url("sign-in"))
        request.actor = actor  # type: ignore[attr-defined]
        narrow_to_board(actor.board_id, actor.user_id)
        return None


def _wanted(request: HttpRequest) -> str:
    """Where to go after sign-in: the page asked for, or the first one when the address takes posted forms only."""
    is_page = request.method in ("GET", "HEAD")
    return request.get_full_path() if is_page else resolve_url(settings.LOGIN_REDIRECT_URL)
