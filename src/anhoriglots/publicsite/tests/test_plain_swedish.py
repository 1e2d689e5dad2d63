"""Plain Swedish is easy on every page that it has, and no harder than the ordinary; no open page is unmeasured."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.urls import URLPattern, reverse
from tests.visitor import Visitor

from anhoriglots.design.lix import measure
from anhoriglots.organisations.queries import all_municipalities, districts_of

from .test_readability import CORE_LIX, INFORMATION_LIX, LONGEST, SLUGS, core_path, main_of

PLAIN_LIX, CHILD_LIX = CORE_LIX, 28
CHILD_PAGES = ("u/", "u/fragor/7-12/", "u/fragor/13-17/", "u/ring/", "u/prata/")
SAFETY_PAGES = ("trygg/", "trygg/barn/", "sprak/", "grupper/")
# A page that is as easy as this may be said in more words; one that is not may not be harder than the ordinary one.
VERY_EASY, NOT_HARDER_BY = 25.0, 1.0


def _names() -> list[str]:
    return [row.name for municipality in all_municipalities() for row in districts_of(municipality.code)]


def _swedish(html: str) -> str:
    """Without what stands there in another language, which the measure is not made for."""
    return re.sub(r'<div lang="fi">.*?</div>', "", html, flags=re.DOTALL)


def _at(slug: str, language: str = "") -> Visitor:
    return Visitor(f"/{slug}/{language}")


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_of_the_core_path_is_easy_in_plain_swedish_and_no_harder_than_before(slug: str) -> None:
    names, wrong = _names(), {}
    ordinary = {name: measure(main_of(html, names)).lix for name, html in core_path(_at(slug))}
    for name, html in core_path(_at(slug, "sv-simple/")):
        assert '<html lang="sv-simple"' in html
        reading = measure(main_of(html, names))
        limit = min(PLAIN_LIX, max(VERY_EASY, ordinary[name] + NOT_HARDER_BY))
        if reading.lix > limit or reading.longest_words > LONGEST:
            wrong[name] = (round(reading.lix, 1), round(limit, 1), reading.longest)
    assert wrong == {}


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("path", [*CHILD_PAGES, *SAFETY_PAGES])
def test_the_other_pages_in_plain_swedish_are_easy_too(slug: str, path: str) -> None:
    visitor = _at(slug, "sv-simple/")
    assert visitor.open(path).status_code == 200
    reading = measure(_swedish(main_of(visitor.html, _names())))
    assert reading.lix <= (CHILD_LIX if path in CHILD_PAGES else PLAIN_LIX)
    assert reading.longest_words <= LONGEST


def _open_pages() -> Iterator[str]:
    """The names of all open pages whose address holds nothing but words."""
    for module in ("publicsite", "selfservice"):
        patterns = __import__(f"anhoriglots.{module}.urls", fromlist=["urlpatterns"]).urlpatterns
        named = [one for one in patterns if isinstance(one, URLPattern) and "<" not in str(one.pattern)]
        yield from (one.name for one in named if one.name)


@pytest.mark.parametrize("name", sorted(set(_open_pages())))
def test_every_open_page_that_can_be_opened_at_once_is_easy(visitor_in: Callable[[str], Visitor], name: str) -> None:
    visitor = visitor_in("nykoping")
    visitor.open(f"/nykoping{reverse(name)}")
    if visitor.response.status_code in (302, 303):  # it needs answers, and leads to where they are given
        visitor.open(visitor.response["Location"])
    if not visitor.response.headers["Content-Type"].startswith("text/html"):
        return
    reading = measure(_swedish(main_of(visitor.html, _names())))
    assert reading.lix <= INFORMATION_LIX, reading
    assert reading.longest_words <= LONGEST, reading.longest
