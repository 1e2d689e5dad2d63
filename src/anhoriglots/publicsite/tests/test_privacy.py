"""The page on how what visitors tell is handled says which decision its days rest on."""

from collections.abc import Callable

import pytest
from tests.visitor import Visitor

VisitorIn = Callable[[str], Visitor]
NUMBERS = {"stockholm": "KS 2025:210", "nykoping": "KS 2025:90", "gislaved": "KS 2025:110"}


@pytest.mark.parametrize(("slug", "number"), NUMBERS.items())
def test_it_names_the_decision_in_both_languages(visitor_in: VisitorIn, slug: str, number: str) -> None:
    swedish = visitor_in(slug)
    swedish.open("uppgifter/")
    assert f"Tiderna följer kommunens beslut EXEMPEL {number}, 24 september 2025 (exempel)." in swedish.text
    english = visitor_in(slug)
    english.open("en/uppgifter/")
    told = f"These times follow the municipality's decision EXEMPEL {number}, 24 September 2025 (example)."
    assert told in english.text


def test_it_tells_how_long_a_booking_is_kept_and_that_messages_reveal_nothing(visitor_in: VisitorIn) -> None:
    nykoping = visitor_in("nykoping")
    nykoping.open("uppgifter/")
    assert "Det du skriver tas bort 14 dagar efter sista gången." in nykoping.text
    assert "I meddelandet står inget om vad det gäller." in nykoping.text
