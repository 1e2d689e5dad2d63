"""A municipality's own colours, checked for contrast and written as a stylesheet.

The custom properties are those that Designsystemet's stylesheets read (dist/theme of @digdir/designsystemet-css).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .colour import WHITE, contrast, is_colour
from .palette import READING, SHAPE, Pair, pairs, palette

FOCUS_OUTER = "#000000"
FOCUS_INNER = "#FFBF47"
DANGER = "#B3261E"
SYSTEM_FONTS = 'system-ui, "Segoe UI", Roboto, sans-serif'
LARGEST_RADIUS = 10
# A filled button has an edge that is seen at 3:1; its own colour must still differ from paper.
FAINTEST_BASE = 1.3


@dataclass(frozen=True, slots=True)
class Theme:
    """What a municipality chooses.

    Attributes:
        accent: links, buttons, the line in the header; "#RRGGBB" as the other colours.
        brand1, brand2: two more for entrances and marks.
        neutral: text and greys.
        radius: rounding of corners in pixels, 0 to 10.
        font: names of fonts on the visitor's machine; none is fetched.
    """

    accent: str = "#1F5A7A"
    brand1: str = "#2E6B4F"
    brand2: str = "#7A4B1F"
    neutral: str = "#22262A"
    radius: int = 6
    font: str = SYSTEM_FONTS

    @property
    def colours(self) -> dict[str, str]:
        """The chosen colours by their name in the design system."""
        return {"accent": self.accent, "brand1": self.brand1, "brand2": self.brand2, "neutral": self.neutral}


def problems(theme: Theme) -> list[str]:
    """Why the theme cannot be used, one plain Swedish sentence each; empty when it can."""
    unreadable = [
        f"{name}: {colour} är ingen färg. Skriv sex tecken efter #, till exempel #1F5A7A."
        for name, colour in theme.colours.items()
        if not is_colour(colour)
    ]
    if unreadable:
        return unreadable + _shape_problems(theme)
    return _faint(theme) + _contrast_problems(theme) + _shape_problems(theme)


@lru_cache(maxsize=290)  # one for each municipality; finding the shades takes some milliseconds
def stylesheet(theme: Theme) -> str:
    """The theme as CSS.

    Raises:
        ValueError: the theme has problems.
    """
    if found := problems(theme):
        raise ValueError(" ".join(found))
    lines = [
        f"--ds-color-{name}-{token}: {colour};"
        for name, tokens in _palettes(theme).items()
        for token, colour in tokens.items()
    ]
    lines += [
        f"--ds-color-focus-outer: {FOCUS_OUTER};",
        f"--ds-color-focus-inner: {FOCUS_INNER};",
        f"--ds-border-radius-base: {theme.radius}px;",
        f"--ds-font-family: {theme.font};",
        f"--app-button-edge: {_button_edge(theme)};",
    ]
    return ":root, [data-color-scheme=light] {\n  " + "\n  ".join(lines) + "\n}\n"


def _palettes(theme: Theme) -> dict[str, dict[str, str]]:
    chosen = {name: palette(colour, soft=name == "neutral") for name, colour in theme.colours.items()}
    return {**chosen, "danger": palette(DANGER)}


def _button_edge(theme: Theme) -> str:
    """A pale button gets an edge that shows where it is; a dark one needs none."""
    if contrast(theme.accent, WHITE) >= SHAPE:
        return "transparent"
    return palette(theme.accent)["border-strong"]


def _faint(theme: Theme) -> list[str]:
    found = [
        f"{name}: {colour} syns knappt mot vitt ({_number(contrast(colour, WHITE))}:1). Välj en mörkare färg."
        for name, colour in theme.colours.items()
        if name != "neutral" and contrast(colour, WHITE) < FAINTEST_BASE
    ]
    if contrast(theme.neutral, WHITE) < READING:
        ratio = _number(contrast(theme.neutral, WHITE))
        found.append(f"neutral: {theme.neutral} är för ljus för text ({ratio}:1 mot vitt). Välj en mörkare, minst 7:1.")
    return found


def _contrast_problems(theme: Theme) -> list[str]:
    checked = [(name, pair) for name, tokens in _palettes(theme).items() for pair in pairs(tokens)]
    found = [
        f"{name}: {pair.name} har kontrasten {_number(pair.contrast)}:1 och behöver {_number(pair.needed)}:1."
        for name, pair in checked
        if not pair.holds
    ]
    return found + [
        f"{name}: ramen som visar var man är syns inte mot {colour}."
        for name, colour in theme.colours.items()
        if not _focus_shows(colour)
    ]


def _focus_shows(colour: str) -> bool:
    rings = (Pair("", ring, colour, SHAPE) for ring in (FOCUS_OUTER, FOCUS_INNER))
    return any(ring.holds for ring in rings)


def _shape_problems(theme: Theme) -> list[str]:
    found = []
    if not 0 <= theme.radius <= LARGEST_RADIUS:
        found.append(f"radius: {theme.radius} går inte. Välj 0 till {LARGEST_RADIUS}.")
    if not re.fullmatch(r"[A-Za-z0-9 ,\"-]+", theme.font) or theme.font.count('"') % 2:
        found.append("font: skriv bara namn på typsnitt med komma emellan.")
    return found


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
