"""Arithmetic on colours: contrast as in WCAG 2.2 (1.4.3, 1.4.11), lightness as in OKLab (Ottosson 2020).

OKLab is used because a step in its lightness looks equally large in every hue: a yellow and a blue that are darkened by
the same rule stay recognisable as themselves.
"""

import re
from dataclasses import dataclass

WHITE = "#FFFFFF"
BLACK = "#000000"


def is_colour(text: str) -> bool:
    """True for "#RRGGBB"."""
    return re.fullmatch(r"#[0-9A-Fa-f]{6}", text) is not None


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, in either order."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 to 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Lab:
    """A colour in OKLab: lightness 0 to 1, and two axes of hue."""

    lightness: float
    a: float
    b: float

    def at(self, lightness: float) -> "Lab":
        """The same hue at another lightness; colourfulness shrinks with the room there is near black and white."""
        room = min(1.0, _room(lightness) / max(_room(self.lightness), 1e-6))
        return Lab(lightness, self.a * room, self.b * room)

    def mixed(self, other: "Lab", share: float) -> "Lab":
        """``share`` of the other, the rest of this one."""
        return Lab(
            self.lightness + (other.lightness - self.lightness) * share,
            self.a + (other.a - self.a) * share,
            self.b + (other.b - self.b) * share,
        )


def lab(colour: str) -> Lab:
    """OKLab of "#RRGGBB"."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return Lab(
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def hex_of(colour: Lab) -> str:
    """ "#RRGGBB", cut to what a screen can show."""
    long = (colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b) ** 3
    medium = (colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b) ** 3
    short = (colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{_byte(channel):02X}" for channel in channels)


def _linear(colour: str) -> tuple[float, float, float]:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return red, green, blue


def _byte(linear: float) -> int:
    clipped = min(max(linear, 0.0), 1.0)
    encoded = clipped * 12.92 if clipped <= 0.0031308 else 1.055 * clipped ** (1 / 2.4) - 0.055
    return round(encoded * 255)


def _room(lightness: float) -> float:
    return min(lightness, 1.0 - lightness) + 0.15
