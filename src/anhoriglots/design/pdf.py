"""Sets a sheet to print as PDF that a screen reader can follow (PDF/UA-1).

The setter refuses what the standard does: a sheet without a title, a picture without words, a letter that no font has.
So a letter never becomes an empty box.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import typst
from django.utils.safestring import SafeString

from .colour import BLACK
from .foreign import Foreign
from .palette import palette

FONTS = Path(__file__).parent / "fonts"
LATIN_AND_CYRILLIC, ARABIC = "Noto Sans", "Noto Sans Arabic"
# The fonts that the letters of each language are in; the first is the text's own.
FONTS_OF = {
    "sv": [LATIN_AND_CYRILLIC],
    "en": [LATIN_AND_CYRILLIC],
    "fi": [LATIN_AND_CYRILLIC],
    "so": [LATIN_AND_CYRILLIC],
    "uk": [LATIN_AND_CYRILLIC],
    "ar": [ARABIC, LATIN_AND_CYRILLIC],
    "fa": [ARABIC, LATIN_AND_CYRILLIC],
}
Run = dict[str, str]


class NotPrintable(Exception):
    """The sheet cannot be set: a text has a letter that none of the fonts has, or none is installed."""


@cache
def can_print(language: str) -> bool:
    """Are there fonts for the language, such as "sv"?"""
    files = {path.name.partition("_")[0] for path in FONTS.glob("*.ttf")}
    return language in FONTS_OF and {name.replace(" ", "") for name in FONTS_OF[language]} <= files


def pdf(template: Path, data: Mapping[str, Any], *, language: str, accent: str, at: datetime) -> bytes:
    """The sheet as PDF.

    Args:
        template: what sets it; it reads ``data`` as JSON, so no text is ever taken for an instruction.
        data: with ``title`` and ``author``, and what else the template reads.
        language: of the sheet, such as "sv".
        accent: "#RRGGBB"; what is coloured is darkened until it can be read on paper.
        at: when it is made.

    Raises:
        NotPrintable: there is no font for the language, or for a letter of a text.
    """
    if not can_print(language):
        raise NotPrintable(language)
    colours = palette(accent)
    look = {
        "lang": language,
        "fonts": FONTS_OF[language],
        "ink": BLACK,
        "accent": colours["text-default"],
        "edge": colours["border-strong"],
    }
    try:
        return typst.compile(
            template.read_bytes(),
            format="pdf",
            pdf_standards="ua-1",
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps({**data, **look})},
            timestamp=at.replace(microsecond=0),
        )
    except typst.TypstError as error:
        raise NotPrintable(str(error)) from error


def runs(text: str, language: str) -> list[Run]:
    """The text in pieces of one language each; what the page marks as another language is so on the sheet too."""
    if isinstance(text, SafeString):
        reader = _Runs(language)
        reader.feed(text)
        reader.close()
        return reader.found
    return [{"text": str(text), "lang": text.lang if isinstance(text, Foreign) else language}]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


class _Runs(HTMLParser):
    """Reads what design.foreign writes: text with ``<bdi lang>`` in it."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Run] = []
        self._languages = [language]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._languages.append(dict(attrs).get("lang") or self._languages[-1])

    def handle_endtag(self, tag: str) -> None:
        self._languages.pop()

    def handle_data(self, data: str) -> None:
        self.found.append({"text": data, "lang": self._languages[-1]})
