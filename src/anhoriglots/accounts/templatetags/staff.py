"""The staff frame as a template tag, because every staff page needs it and no view should have to pass it on."""

from dataclasses import dataclass

from django import template
from django.template.context import Context

from ..navigation import MenuLink, footer_links, menu_for

register = template.Library()


@dataclass(frozen=True, slots=True)
class StaffFrame:
    """Who is signed in, the pages that the role can open, and those in the foot of every page."""

    name: str
    board: str
    links: list[MenuLink]
    footer: list[tuple[str, str]]


@register.simple_tag(takes_context=True)
def staff_frame(context: Context) -> StaffFrame | None:
    """The frame of the one who is signed in; None before sign-in."""
    actor = getattr(getattr(context, "request", None), "actor", None)
    if actor is None:
        return None
    return StaffFrame(actor.first_name, actor.board_name, menu_for(actor), footer_links())
