"""Links between open pages that do not know each other; settings.SITE_PAGES names their addresses."""

from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()


@register.simple_tag
def site_page(name: str) -> str:
    """The address of one of the pages in settings.SITE_PAGES, in the language of the page."""
    return reverse(settings.SITE_PAGES[name])
