"""A text in another language than its page, so that a browser reads it aloud and lays it out as what it is."""

from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language


def spoken_language() -> str:
    """The language of the page as people name it: plain Swedish is Swedish."""
    return (get_language() or "sv").partition("-")[0]


class Foreign(str):
    """A text that knows its language; for everything but showing it is an ordinary text.

    Attributes:
        lang: the language of the text, for example "sv" on a page in Finnish.
    """

    lang: str

    def __new__(cls, text: str, lang: str) -> "Foreign":
        """The text, in that language."""
        made = super().__new__(cls, text)
        made.lang = lang
        return made


def marked(text: object) -> SafeString:
    """The text as HTML, within an element that tells its language where that is another than the page's."""
    if isinstance(text, Foreign):
        return format_html('<bdi lang="{}">{}</bdi>', text.lang, str(text))
    return conditional_escape(text if isinstance(text, SafeString) else str(text))


def filled(pattern: str, **parts: object) -> SafeString:
    """A sentence in the language of the page with the parts in it, each marked where it is in another.

    Args:
        pattern: a translated sentence with "%(name)s" for each part; what it says is shown as it is, never as HTML.
        parts: by name; what is HTML already is left alone.
    """
    return mark_safe(conditional_escape(pattern) % {name: marked(part) for name, part in parts.items()})  # noqa: S308 all escaped


def listed(between: str, texts: Iterable[object]) -> SafeString:
    """The texts in one line, each marked where it is in another language than the page."""
    return format_html_join(between, "{}", ((marked(text),) for text in texts))
