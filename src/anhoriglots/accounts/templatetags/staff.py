"""The staff frame as a template tag, because every staff page needs it and no view should have to pass it on."""

from dataclasses import dataclass

from django import template
from django.template.context import Context

from ..navigation import MenuLink, menu_for

register = template.Library()


@dataclass(frozen=True, slots=True)
class StaffFrame:
    """Who is signed in, and the pages that the role can open."""

    name: str
    board: str
    links: list[MenuLink]


@register.simple_tag(takes_context=True)
def staff_frame(context: Context) -> StaffFrame | None:
    """The frame of the one who is signed in; None before sign-in."""
    actor = getattr(getattr(context, "request", None), "actor", None)
    return StaffFrame(actor.first_name, actor.board_name, menu_for(actor)) if actor else None
