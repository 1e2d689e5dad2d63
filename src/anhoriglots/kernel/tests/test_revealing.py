"""Words that tell what a message is about are found in any dress."""

import pytest

from anhoriglots.kernel.revealing import STEMS, revealing_word


@pytest.mark.parametrize("stem", [stem for stems in STEMS.values() for stem in stems.split()])
def test_every_stem_is_found_in_capitals_and_inside_a_word(stem: str) -> None:
    assert revealing_word(f"om {stem.upper()}en")


@pytest.mark.parametrize("text", ["", "Nyköpings kommun", "Din tid", "https://tid.nykoping.example/kod/", "Stockholm"])
def test_what_is_neutral_passes(text: str) -> None:
    assert revealing_word(text) == ""
