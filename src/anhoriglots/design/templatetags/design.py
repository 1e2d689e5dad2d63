"""Small helpers for templates; everything larger is an included component."""

import re

from django import template

register = template.Library()


@register.filter
def tel(number: str) -> str:
    """A telephone number as it stands in a ``tel:`` address: "0155-24 80 00" becomes "0155248000"."""
    return re.sub(r"(?!^\+)[^0-9]", "", number.strip())
