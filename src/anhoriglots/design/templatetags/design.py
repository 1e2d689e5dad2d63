"""Small helpers for templates; everything larger is an included component."""

import re
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeData, mark_safe

from anhoriglots.design.foreign import Foreign
from anhoriglots.kernel.decision import Decision

register = template.Library()

SOFT_HYPHEN, WORD_JOINER = "\N{SOFT HYPHEN}", "\N{WORD JOINER}"
# What the long Swedish words of these pages begin with. Not every browser knows how to divide Swedish by itself, and
# a word that is divided anywhere cannot be read.
FIRST_PARTS = (
    "anhörig brottsoffer dataskydds familje fritids funktions föräldra föräldrastöds informations integritets "
    "konsulent koordinator korttids ledsagar samordnings skydds socialstyrelsens socialtjänst verksamhets vårdnads"
)
# What the names that staff give to groups often end with: "eftermiddagsgruppen".
LAST_PARTS = "cirkel grupp kafé kurs mottagning samtal träff utbildning"
LONG_WORD = re.compile(r"\w{15,}")
JOINT = re.compile(rf"({'|'.join(sorted(FIRST_PARTS.split(), key=len, reverse=True))})(?=\w{{4}})", re.IGNORECASE)
LAST_JOINT = re.compile(rf"(?<=\w{{4}})(?={'|'.join(LAST_PARTS.split())})", re.IGNORECASE)
SPAN = re.compile(r"(?<=[\dm])–(?=\d)")
HALF_OF_DAY = re.compile(r"(?<=\d) (?=[ap]m\b)")


@register.filter
def tel(number: str) -> str:
    """A telephone number as it stands in a ``tel:`` address: "0155-24 80 00" becomes "0155248000"."""
    return re.sub(r"(?!^\+)[^0-9]", "", number.strip())


@register.filter(is_safe=True)
def breaks(text: object) -> str:
    """The text with the places where a long word may be divided, and with "9–15" kept on one line.

    A text in another language than the page stands in an element that says so. For text that is shown, never for an
    address or a value that is sent.
    """
    broken = _broken(str(text))
    if isinstance(text, Foreign):
        return format_html('<bdi lang="{}">{}</bdi>', text.lang, broken)
    return mark_safe(broken) if isinstance(text, SafeData) else broken  # noqa: S308 it was safe before


def _broken(text: str) -> str:
    text = LONG_WORD.sub(lambda word: LAST_JOINT.sub(SOFT_HYPHEN, JOINT.sub(rf"\1{SOFT_HYPHEN}", word[0])), text)
    return HALF_OF_DAY.sub("\N{NO-BREAK SPACE}", SPAN.sub(f"–{WORD_JOINER}", text))


@register.simple_tag
def reasons(decision: Decision, *, title: str = "", told: bool = False) -> str:
    """What the law says and where; ``title`` stands before it, and ``told`` is for a sentence that is there already.

    Lists show the same answer on many rows, today as yesterday, so each is written once in a process; but what was
    computed for a single case is written anew and never kept.
    """
    return (_written if decision.results else _kept)(decision, title, told)


def _written(decision: Decision, title: str, told: bool) -> str:
    return render_to_string("design/components/reasons.html", {"decision": decision, "title": title, "told": told})


_kept = lru_cache(maxsize=1024)(_written)
