"""Languages: the whole way in each of them, with what is Swedish marked as such, also from right to left."""

import re

import pytest
from playwright.sync_api import Page

from .conftest import Meet
from .person import Person
from .stories import PHONE, PLACES, Place

# What is the same in every language: names, numbers, codes, and the list of languages itself.
VISIBLE_TEXT = """language => {
    const out = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const parent = walk.currentNode.parentElement;
        const text = walk.currentNode.textContent.trim();
        const lang = parent.closest("[lang]").lang;
        if (text && lang === language && !parent.closest("script, style")) out.push(text);
    }
    return out;
}"""
# A workplace is called by its own name in every language.
NAMES = ("Det övergripande anhörigstödet",)
LANGUAGES = ("fi", "ar", "so", "fa", "uk", "sv-simple")
FROM_THE_RIGHT = ("ar", "fa")
DRAFT = "Utkast: texten är inte kontrollerad av en person."
# "vi" and "om" are words in Finnish and Somali too; these are Swedish alone.
SWEDISH_WORDS = {"och", "att", "för", "som", "det", "är", "inte", "vi", "dig", "din", "vill", "när", "hur", "med", "på"}


def _swedish_on(page: Page) -> list[str]:
    """Texts of the page that say themselves to be in its language and hold Swedish words."""
    found = []
    language = page.locator("html").get_attribute("lang")
    for text in page.evaluate(VISIBLE_TEXT, language):
        words = text
        for name in NAMES:
            words = words.replace(name, "")
        found += [text] if SWEDISH_WORDS & set(re.findall(r"\w+", words.lower())) else []
    return found


def _reads(carer: Person, language: str = "en") -> None:
    carer.is_at("")
    root = carer.page.locator("html")
    turned = "rtl" if language in FROM_THE_RIGHT else "ltr"
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, turned)
    assert carer.page.locator(".draft-mark [lang=sv]").inner_text() == DRAFT
    assert language.startswith("sv") or _swedish_on(carer.page) == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_the_whole_way_is_in_english(place: Place, meet: Meet) -> None:
    carer = meet(place.slug, phone=True)
    carer.opens("")
    carer.follows("English")
    _reads(carer)
    carer.page.locator("a.ds-button:not(.leave)").first.click()
    for _ in range(4 if place.district else 3):
        _reads(carer)
        carer.page.locator("form button[name=skip]").click()
    _reads(carer)
    carer.opens("en/kontakt/")
    _reads(carer)
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
    _reads(carer)
    carer.page.locator("input[name=words]").fill(code)
    _continues(carer)
    _reads(carer)


def _continues(carer: Person, language: str = "en") -> None:
    """Read the page, then use its main button."""
    _reads(carer, language)
    carer.page.locator("main form button[type=submit]").first.click()
    carer.page.wait_for_load_state()


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "320"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_the_start_page_is_in_arabic_from_right_to_left(place: Place, phone: bool, meet: Meet) -> None:
    carer = meet(place.slug, phone=phone)
    carer.opens("")
    carer.follows("العربية")
    carer.is_at("هل تساعد")
    root = carer.page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    # Text starts at the right edge; a telephone number keeps its own direction.
    heading = carer.page.get_by_role("heading", level=1)
    assert heading.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert heading.evaluate("e => getComputedStyle(e).textAlign") in ("start", "right")
    number = carer.page.locator("a[href^='tel:']:not([href='tel:112']) bdi").first
    assert number.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_core_path_is_walked_in_each_language(language: str, meet: Meet) -> None:
    carer = meet("gislaved", phone=True)
    carer.opens(f"{language}/")
    _reads(carer, language)
    carer.page.locator("a.ds-button:not(.leave)").first.click()
    for box in (0, 1):
        carer.page.locator("input[type=checkbox]").nth(box).check()
        _continues(carer, language)
    carer.page.locator("form button[name=skip]").click()
    _reads(carer, language)
    assert carer.page.locator("main [lang=sv]").count() or language.startswith("sv"), "what is not translated is marked"
    carer.opens(f"{language}/kontakt/")
    carer.page.locator("input[value=call]").check()
    _continues(carer, language)
    carer.page.locator("input[type=tel]").fill(PHONE)
    _continues(carer, language)
    carer.page.locator("select[name=interpreter_language]").select_option("so")
    _continues(carer, language)
    _continues(carer, language)
    _reads(carer, language)
    # Swedish words and two digits are read from the left, in one piece.
    words = carer.page.locator(".code-words bdi[lang=sv][dir=ltr]")
    code = words.inner_text()
    assert words.evaluate("e => getComputedStyle(e).direction") == "ltr"
    carer.opens(f"{language}/kod/")
    carer.page.locator("input[name=words]").fill(code)
    _continues(carer, language)
    _reads(carer, language)


@pytest.mark.parametrize("language", ["so", "fa"])
def test_a_place_in_a_group_is_booked_in_the_language(language: str, meet: Meet) -> None:
    carer = meet("gislaved", phone=True)
    carer.opens(f"{language}/grupper/")
    _reads(carer, language)
    for href in [link.get_attribute("href") for link in carer.page.locator("main .card-title a").all()]:
        carer.page.goto(f"{carer.origin}{href}")
        _reads(carer, language)
        if carer.page.locator("form[action*=boka], a[href*=boka]").count():
            break
    carer.page.locator("form[action*=boka] button, a[href*=boka]").first.click()
    carer.page.wait_for_load_state()
    carer.page.locator("input[value=code]").check()
    _continues(carer, language)
    while not carer.page.locator(".code-words").count():
        _continues(carer, language)
    _reads(carer, language)
