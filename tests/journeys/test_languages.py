"""Languages: the whole way in English, the start page in Arabic from right to left."""

import re

import pytest
from playwright.sync_api import Page

from .conftest import Meet
from .person import Person
from .stories import PHONE, PLACES, Place

# What is the same in every language: names, numbers, codes, and the list of languages itself.
VISIBLE_TEXT = """() => {
    const out = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const parent = walk.currentNode.parentElement;
        const text = walk.currentNode.textContent.trim();
        const lang = parent.closest("[lang]").lang;
        if (text && lang === "en" && !parent.closest("script, style")) out.push(text);
    }
    return out;
}"""
# A workplace is called by its own name in every language.
NAMES = ("Det övergripande anhörigstödet",)
SWEDISH_WORDS = {"och", "att", "för", "som", "det", "är", "inte", "vi", "dig", "din", "vill", "när", "hur", "med", "på"}


def _swedish_on(page: Page) -> list[str]:
    """Texts of the page that say themselves to be English and hold Swedish words."""
    found = []
    for text in page.evaluate(VISIBLE_TEXT):
        words = text
        for name in NAMES:
            words = words.replace(name, "")
        found += [text] if SWEDISH_WORDS & set(re.findall(r"\w+", words.lower())) else []
    return found


def _reads(carer: Person, heading: str) -> None:
    carer.is_at(heading)
    assert carer.page.locator("html").get_attribute("lang") == "en"
    assert _swedish_on(carer.page) == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_the_whole_way_is_in_english(place: Place, meet: Meet) -> None:
    carer = meet(place.slug, phone=True)
    carer.opens("")
    carer.follows("English")
    _reads(carer, "")
    carer.page.locator("a.ds-button:not(.leave)").first.click()
    for _ in range(4 if place.district else 3):
        _reads(carer, "")
        carer.page.locator("form button[name=skip]").click()
    _reads(carer, "")
    carer.opens("en/kontakt/")
    _reads(carer, "")
    carer.page.locator("input[value=call]").check()
    _continues(carer)
    carer.page.locator("input[type=tel]").fill(PHONE)
    _continues(carer)
    if place.district:
        carer.page.locator("input[value='-']").check()
        _continues(carer)
    _continues(carer)
    _continues(carer)
    code = carer.page.locator(".code-words strong").inner_text()
    assert len(code.split()) == 4
    carer.opens("en/kod/")
    _reads(carer, "")
    carer.page.locator("input[name=words]").fill(code)
    _continues(carer)
    _reads(carer, "")


def _continues(carer: Person) -> None:
    """Read the page, then use its main button."""
    _reads(carer, "")
    carer.page.locator("main form button[type=submit]").first.click()
    carer.page.wait_for_load_state()


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "320"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_the_start_page_is_in_arabic_from_right_to_left(place: Place, phone: bool, meet: Meet) -> None:
    carer = meet(place.slug, phone=phone)
    carer.opens("")
    carer.follows("العربية")
    carer.looks()
    root = carer.page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    # Text starts at the right edge; a telephone number keeps its own direction.
    heading = carer.page.get_by_role("heading", level=1)
    assert heading.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert heading.evaluate("e => getComputedStyle(e).textAlign") in ("start", "right")
    number = carer.page.locator("a[href^='tel:']:not([href='tel:112']) bdi").first
    assert number.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"
