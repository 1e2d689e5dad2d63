"""How far the translations have come: a text is a draft until a person has read it and marked it ``checked``.

Asks no Django, since the settings are made with it. ``frontend/compile_messages.py`` counts the texts that nobody has
marked, and all, and leaves the numbers in the compiled catalogue, under names that no page says.
"""

from collections.abc import Iterable
from gettext import GNUTranslations
from pathlib import Path

CONTEXT, COUNTED, ALL = "catalogue", "unchecked", "texts"
SOURCE = "sv"


def unchecked(language: str, locale: Path) -> int | None:
    """How many texts no person has checked; 0 for Swedish, that the pages are written in, None when nobody can tell.

    Args:
        language: its code, as "fi" or "sv-simple".
        locale: the folder of the compiled catalogues.
    """
    return 0 if language == SOURCE else _told(language, locale, COUNTED)


def texts_in(language: str, locale: Path) -> int | None:
    """How many texts the language has; None when nobody can tell, as for Swedish, which has no catalogue."""
    return _told(language, locale, ALL)


def _told(language: str, locale: Path, what: str) -> int | None:
    compiled = locale / folder_of(language) / "LC_MESSAGES" / "django.mo"
    if not compiled.exists():
        return None
    with compiled.open("rb") as source:
        told = GNUTranslations(source).pgettext(CONTEXT, what)
    return int(told) if told.isdecimal() else None


def drafts(languages: Iterable[str], locale: Path) -> frozenset[str]:
    """Those of the languages that may be shown to the public nowhere but in a demo, and there with a mark."""
    return frozenset(language for language in languages if unchecked(language, locale) != 0)


def folder_of(language: str) -> str:
    """The name of a language's folder, the way Django reads it: "sv-simple" lies in "sv_Simple"."""
    first, _, rest = language.partition("-")
    return f"{first}_{rest.title() if len(rest) > len('se') else rest.upper()}" if rest else first
