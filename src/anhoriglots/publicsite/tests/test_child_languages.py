"""The pages for children and for those who are afraid say the same in every language, and as little in their titles."""

import re
from collections.abc import Callable

import pytest
from tests.visitor import Visitor

from anhoriglots.design.lix import measure
from anhoriglots.kernel.revealing import revealing_word

LANGUAGES = ("fi", "ar", "so", "fa", "uk", "en", "sv-simple")
OF_THEIR_OWN = ("fi", "ar", "so", "fa", "uk", "en")
READING = ("u/", "u/fragor/7-12/", "u/fragor/13-17/", "u/ring/", "trygg/", "trygg/barn/")
FORMS = ("u/prata/",)
# Letters of other scripts, by which a language is known without reading it.
SCRIPTS = {"ar": "[\u0600-\u06ff]", "fa": "[\u0600-\u06ff]", "uk": "[\u0400-\u04ff]"}
LONGEST = 24  # Somali has more and shorter words than Swedish, where the limit is 20


@pytest.fixture
def visitor_in(db: None) -> Callable[[str], Visitor]:
    """A visitor in a language, in Nyköping."""
    return lambda language: Visitor(f"/nykoping/{language}/")


def _main(html: str) -> str:
    return html.partition("<main")[2].partition(">")[2].partition("</main>")[0]


def _title(html: str) -> str:
    return re.sub(r"\s+", " ", html.partition("<title>")[2].partition("</title>")[0]).strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", READING + FORMS)
def test_the_page_is_there_in_the_language_and_its_title_tells_nothing(
    visitor_in: Callable[[str], Visitor], language: str, path: str
) -> None:
    visitor = visitor_in(language)
    visitor.open(path)
    assert visitor.response.status_code == 200
    assert f'<html lang="{language}"' in visitor.html
    title = _title(visitor.html)
    assert title
    assert revealing_word(title) == ""
    if language in SCRIPTS:
        assert re.search(SCRIPTS[language], title)
        assert ('dir="rtl"' in visitor.html[:300]) == (language != "uk")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", READING)
def test_reading_leaves_nothing_behind_and_the_way_out_needs_no_script(
    visitor_in: Callable[[str], Visitor], language: str, path: str
) -> None:
    visitor = visitor_in(language)
    answer = visitor.open(path)
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert re.search(r'<(?:a|form)[^>]+(?:href|action)="[^"]*lamna[^"]*"', visitor.html)
    assert "<script" not in _main(visitor.html)


@pytest.mark.parametrize("language", OF_THEIR_OWN)
def test_what_happens_if_one_tells_is_said_in_the_language_before_any_field(
    visitor_in: Callable[[str], Visitor], language: str
) -> None:
    visitor = visitor_in(language)
    visitor.open("u/prata/")
    told, _, form = _main(visitor.html).partition("<form")
    sentences = re.findall(r"<li>(.*?)</li>", told, re.DOTALL)
    assert len(sentences) == 5
    assert 'lang="sv"' not in "".join(sentences)
    assert 'type="radio"' in form
    assert "<input" not in told


@pytest.mark.parametrize("language", OF_THEIR_OWN)
@pytest.mark.parametrize("path", READING + FORMS)
def test_nothing_but_names_and_the_law_is_in_swedish(
    visitor_in: Callable[[str], Visitor], language: str, path: str
) -> None:
    visitor = visitor_in(language)
    visitor.open(path)
    kept = re.sub(r'<details class="ds-details why">.*?</details>', "", _main(visitor.html), flags=re.DOTALL)
    swedish = re.findall(r'lang="sv"[^>]*>([^<]+)<', kept)
    assert set(swedish) <= {"Bris", "Kvinnofridslinjen", "Stödlinjen för män"}


@pytest.mark.parametrize("language", OF_THEIR_OWN)
@pytest.mark.parametrize("path", READING + FORMS)
def test_sentences_are_short_in_every_language(visitor_in: Callable[[str], Visitor], language: str, path: str) -> None:
    visitor = visitor_in(language)
    visitor.open(path)
    reading = measure(re.sub(r"<details.*?</details>", "", _main(visitor.html), flags=re.DOTALL))
    assert reading.longest_words <= LONGEST, reading.longest


def test_a_child_sends_in_its_language_and_gets_the_receipt_in_it(visitor_in: Callable[[str], Visitor]) -> None:
    child = visitor_in("so")
    child.open("u/prata/")
    child.send(reply="call")
    child.send(contact="", may_say_who_calls="no")
    assert "Qor nambar. Ama dooro inaad adigu soo wacdo." in child.text
    child.send(contact="070-174 06 11", may_say_who_calls="no")
    assert "Si fiican ayaad samaysay markii aad nala soo xiriirtay." in child.text
    assert len(child.code.split()) == 4
