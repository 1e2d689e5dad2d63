"""Links between open pages that do not know each other; settings.SITE_PAGES names their addresses."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override

register = template.Library()


@register.simple_tag
def site_page(name: str, language: str = "", key: object = None) -> str:
    """The address of one of the pages in settings.SITE_PAGES, in the language of the page or in the one asked for.

    Args:
        key: what the page is about, when its address holds that.
    """
    with override(language or get_language()):
        return reverse(settings.SITE_PAGES[name], args=[key] if key else [])
