"""From one colour to the sixteen that the design system asks for, each dark or light enough for its use."""

from collections.abc import Callable
from dataclasses import dataclass

from .colour import BLACK, WHITE, Lab, contrast, hex_of, lab

TEXT = 4.5  # WCAG 1.4.3
SHAPE = 3.0  # WCAG 1.4.11
READING = 7.0  # running text, WCAG 1.4.6

# How much of the colour each surface holds; the rest is white.
TINTS = {
    "background-tinted": 0.04,
    "surface-tinted": 0.09,
    "surface-hover": 0.15,
    "surface-active": 0.21,
    "border-subtle": 0.36,
}
SURFACES = ("background-default", "surface-default", *list(TINTS)[:-1])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that meet on a page, and the contrast they must have."""

    name: str
    front: str
    behind: str
    needed: float

    @property
    def contrast(self) -> float:
        """What they have."""
        return contrast(self.front, self.behind)

    @property
    def holds(self) -> bool:
        """Enough?"""
        return self.contrast >= self.needed


def palette(colour: str, *, soft: bool = False) -> dict[str, str]:
    """The sixteen tokens (name without prefix -> "#RRGGBB").

    Args:
        colour: "#RRGGBB".
        soft: let secondary text and borders be as light as they may, instead of the colour itself; for greys.
    """
    source = lab(colour)
    tints = {name: hex_of(lab(WHITE).mixed(source, share)) for name, share in TINTS.items()}
    deepest = tints["surface-active"]
    start = 0.8 if soft else source.lightness
    link = _darkened(source.at(start), lambda front: contrast(front, deepest) >= TEXT)
    edge = _darkened(source.at(max(start, 0.62)), lambda front: contrast(front, tints["surface-tinted"]) >= SHAPE)
    return {
        "background-default": WHITE,
        "surface-default": WHITE,
        **tints,
        "border-default": edge,
        "border-strong": link,
        "text-subtle": link,
        "text-default": _darkened(
            source.at(min(source.lightness, 0.38)), lambda front: contrast(front, deepest) >= READING
        ),
        **_filled(colour),
    }


def pairs(tokens: dict[str, str]) -> list[Pair]:
    """Every pair of a palette that a page can show."""
    texts = [
        Pair(f"{text} mot {surface}", tokens[text], tokens[surface], needed)
        for text, needed in (("text-subtle", TEXT), ("text-default", READING))
        for surface in SURFACES
    ]
    edges = [
        Pair(f"{edge} mot {surface}", tokens[edge], tokens[surface], SHAPE)
        for edge in ("border-default", "border-strong")
        for surface in ("background-default", "surface-tinted")
    ]
    buttons = [
        Pair(f"text mot {base}", tokens["base-contrast-default"], tokens[base], TEXT)
        for base in ("base-default", "base-hover", "base-active")
    ]
    return texts + edges + buttons


def _filled(colour: str) -> dict[str, str]:
    """A filled shape, its two pressed shades and its text; the shades move away from the text, which stays readable."""
    source = lab(colour)
    is_dark = contrast(colour, WHITE) >= TEXT
    text = WHITE if is_dark else _darkened(source.at(0.25), lambda front: contrast(front, colour) >= TEXT)
    step = -0.06 if is_dark else 0.04
    hover, active = (hex_of(source.at(min(max(source.lightness + step * times, 0.0), 1.0))) for times in (1, 2))
    return {
        "base-default": colour.upper(),
        "base-hover": hover,
        "base-active": active,
        "base-contrast-default": text,
        "base-contrast-subtle": text,
    }


def _darkened(colour: Lab, enough: Callable[[str], bool]) -> str:
    """The lightest shade, from this one down, that is dark enough."""
    steps = 100
    for step in range(steps):
        shade = hex_of(colour.at(colour.lightness * (1 - step / steps)))
        if enough(shade):
            return shade
    return BLACK
