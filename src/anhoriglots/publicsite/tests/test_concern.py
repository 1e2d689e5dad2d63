"""An adult who is worried about a child finds whom to ring, who must, and what happens then."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots import law
from anhoriglots.design.lix import measure
from anhoriglots.organisations.queries import municipality_by_code
from anhoriglots.publicsite.help_lines import concern_desks

from .test_readability import INFORMATION_LIX, LONGEST, SLUGS, main_of

VisitorIn = Callable[[str], Visitor]
PATH = "trygg/barn/"


@pytest.mark.parametrize("slug", SLUGS)
def test_one_link_leads_from_the_start_page_to_the_number_of_the_day_and_of_the_night(
    visitor_in: VisitorIn, slug: str
) -> None:
    visitor = visitor_in(slug)
    visitor.open("")
    visitor.follow("Jag är orolig för ett barn")
    assert visitor.url.endswith(PATH)
    for words in ("112", "Socialtjänstens mottagning för barn och unga", "Socialjouren", "Kvällar, nätter och helger"):
        assert words in visitor.text
    assert visitor.text.index("112") < visitor.text.index("Socialtjänstens mottagning")


@pytest.mark.parametrize("slug", SLUGS)
def test_it_is_easy_to_read_while_one_worries(visitor_in: VisitorIn, slug: str) -> None:
    reading = measure(main_of(visitor_in(slug).open(PATH).content.decode(), []))
    assert reading.lix <= INFORMATION_LIX
    assert reading.longest_words <= LONGEST


def test_what_must_be_done_and_by_when_comes_from_the_law(visitor: Visitor) -> None:
    visitor.open(PATH)
    today = timezone.localdate()
    for key in ("concern-report", "sol-2025 19:4", "sol-2025 20:2"):
        assert str(law.citation(key, today).section) in visitor.text
    assert "Inom 14 dagar bestämmer de om de ska ta reda på mer." in visitor.text


@pytest.mark.parametrize(
    ("words", "path"), [("Jag är under 18 år", "u/"), ("Jag är rädd för någon i min familj", "trygg/")]
)
def test_a_child_and_one_who_is_afraid_find_their_own_pages_from_it(visitor: Visitor, words: str, path: str) -> None:
    visitor.open(PATH)
    visitor.html.index(words)
    visitor.follow(words)
    assert visitor.url == f"/gislaved/{path}"


@pytest.mark.django_db
def test_a_profile_of_an_older_release_names_the_desk_that_it_has() -> None:
    page = municipality_by_code("0662")
    assert page is not None
    safety = {name: value for name, value in page.settings["safety"].items() if name != "concern_desk"}
    old = replace(page, settings={**page.settings, "safety": safety})
    assert [desk.name for desk in concern_desks(old)] == ["Socialjouren"]
