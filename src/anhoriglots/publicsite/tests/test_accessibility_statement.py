"""The accessibility statement tells what the act asks for: which rules, what is lacking, and how to say so."""

from collections.abc import Callable

import pytest
from tests.visitor import Visitor

from anhoriglots import law


@pytest.mark.parametrize("slug", ["stockholm", "nykoping", "gislaved"])
def test_it_says_what_is_lacking_and_how_to_tell(visitor_in: Callable[[str], Visitor], slug: str) -> None:
    page = visitor_in(slug)
    page.open("")
    page.follow("Tillgänglighet")
    for words in (
        "WCAG 2.1, nivå AA",
        law.source_text("accessibility-act"),
        "Det som saknas",
        "Säg till om något inte fungerar",
        "Digg",
    ):
        assert words in page.text
    assert 'href="tel:' in page.html
