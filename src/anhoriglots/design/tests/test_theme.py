"""Themes: what is accepted is readable, what is refused says why."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anhoriglots.design import theme as themes
from anhoriglots.design.colour import hex_of, lab
from anhoriglots.design.theme import Theme, problems, stylesheet

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
DESIGN = Path(themes.__file__).parent
THEME_FILE = DESIGN / "static" / "design" / "theme.css"
# A busy machine says nothing about contrast.
unhurried = settings(deadline=None)
HARD_YELLOW = "#F2C500"


def ratio(one: str, other: str) -> float:
    """Contrast once more, straight from WCAG 2.2, so that the program is not its own judge."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--ds-color-([a-z0-9-]+): (#[0-9A-F]{6});", css))


def assert_readable(css: str) -> None:
    values = tokens(css)
    for name in ("accent", "brand1", "brand2", "neutral", "danger"):
        one = {key.removeprefix(f"{name}-"): value for key, value in values.items() if key.startswith(f"{name}-")}
        assert len(one) == 16
        for surface in ("background-default", "background-tinted", "surface-tinted", "surface-hover", "surface-active"):
            assert ratio(one["text-subtle"], one[surface]) >= 4.5
            assert ratio(one["text-default"], one[surface]) >= 7
        for base in ("base-default", "base-hover", "base-active"):
            assert ratio(one["base-contrast-default"], one[base]) >= 4.5
        for surface in ("background-default", "surface-tinted"):
            assert ratio(one["border-default"], one[surface]) >= 3
        assert max(ratio("#000000", one["base-default"]), ratio("#FFBF47", one["base-default"])) >= 3


@unhurried
@given(accent=colours, brand1=colours, brand2=colours, neutral=colours)
def test_every_accepted_theme_is_readable(accent: str, brand1: str, brand2: str, neutral: str) -> None:
    theme = Theme(accent=accent, brand1=brand1, brand2=brand2, neutral=neutral)
    if not problems(theme):
        assert_readable(stylesheet(theme))


@unhurried
@given(accent=colours)
def test_only_colours_near_white_are_refused_as_accent(accent: str) -> None:
    assert bool(problems(Theme(accent=accent))) == (ratio(accent, "#FFFFFF") < 1.3)


@unhurried
@given(accent=colours.filter(lambda colour: 1.3 <= ratio(colour, "#FFFFFF") < 3))
def test_a_pale_button_gets_an_edge_that_is_seen(accent: str) -> None:
    edge = re.search(r"--app-button-edge: (#[0-9A-F]{6});", stylesheet(Theme(accent=accent)))
    assert edge is not None
    assert ratio(edge[1], "#FFFFFF") >= 3


@unhurried
@given(colour=colours)
def test_a_colour_survives_the_way_through_oklab(colour: str) -> None:
    assert hex_of(lab(colour)) == colour


def test_a_hard_yellow_gets_dark_text_and_a_dark_link() -> None:
    values = tokens(stylesheet(Theme(accent=HARD_YELLOW)))
    assert values["accent-base-default"] == HARD_YELLOW
    assert ratio(values["accent-base-contrast-default"], HARD_YELLOW) >= 7
    assert ratio(values["accent-text-subtle"], "#FFFFFF") >= 4.5


def test_the_theme_of_the_house_is_its_colours_themselves() -> None:
    values = tokens(stylesheet(Theme()))
    assert values["accent-text-subtle"] == "#1F5A7A"
    assert values["neutral-text-default"] == "#22262A"


@pytest.mark.parametrize(
    ("theme", "start"),
    [
        (Theme(accent="blue"), "accent: blue är ingen färg."),
        (Theme(accent="#FFFFFE"), "accent: #FFFFFE syns knappt mot vitt (1,0:1)."),
        (Theme(neutral="#999999"), "neutral: #999999 är för ljus för text (2,8:1 mot vitt)."),
        (Theme(radius=11), "radius: 11 går inte. Välj 0 till 10."),
        (Theme(font="x; } body { display: none"), "font: skriv bara namn"),
        (Theme(font='"Segoe UI'), "font: skriv bara namn"),
    ],
)
def test_a_theme_that_cannot_be_used_is_refused_with_a_sentence(theme: Theme, start: str) -> None:
    (sentence,) = problems(theme)
    assert sentence.startswith(start)
    with pytest.raises(ValueError, match=re.escape(start)):
        stylesheet(theme)


def test_every_token_of_the_design_system_is_set() -> None:
    installed = (DESIGN / "static" / "assets" / "theme.css").read_text()
    expected = set(re.findall(r"--ds-color-(accent-[a-z-]+):", installed))
    assert expected == {name for name in tokens(stylesheet(Theme())) if name.startswith("accent-")}


def test_the_stylesheet_for_pages_of_nobody_is_the_theme_of_the_house() -> None:
    assert THEME_FILE.read_text().endswith(stylesheet(Theme())), f"write stylesheet(Theme()) to {THEME_FILE}"
