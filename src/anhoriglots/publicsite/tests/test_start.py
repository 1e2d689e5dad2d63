"""The first page: what it says, what it leaves alone, and where it leads."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.visitor import Visitor

VisitorIn = Callable[[str], Visitor]
SLUGS = ("stockholm", "nykoping", "gislaved")


@pytest.mark.parametrize("slug", SLUGS)
def test_it_asks_whether_you_help_someone_and_shows_the_number(visitor_in: VisitorIn, slug: str) -> None:
    page = visitor_in(slug)
    assert page.open("").status_code == 200
    assert "Hjälper du någon som står dig nära?" in page.text
    assert 'href="tel:' in page.html
    assert "112" in page.text


@pytest.mark.parametrize(("slug", "words"), [("stockholm", "fyra frågor"), ("gislaved", "tre frågor")])
def test_it_promises_as_many_questions_as_there_are(visitor_in: VisitorIn, slug: str, words: str) -> None:
    page = visitor_in(slug)
    page.open("")
    assert words in page.text
    page.follow("Hitta stöd")
    assert f"Fråga 1 av {4 if 'fyra' in words else 3}" in page.text


def test_nothing_that_is_not_built_is_on_the_screen(visitor: Visitor) -> None:
    visitor.open("")
    for promise in ("grupper", "Grupper", "chatt"):
        assert promise not in visitor.text


def test_without_municipality_they_are_listed(visitor: Visitor) -> None:
    visitor.open("/")
    for name in ("Stockholm", "Nyköping", "Gislaved"):
        assert name in visitor.text
    visitor.follow("Gislaved")
    assert visitor.url == "/gislaved/"


def test_an_open_page_without_municipality_leads_to_the_list(client: Client, db: None) -> None:
    for path in ("/kontakt/", "/hitta/vem/", "/kod/", "/uppgifter/"):
        assert client.get(path)["Location"] == "/"


@pytest.mark.parametrize("path", ["", "uppgifter/", "om/", "tillganglighet/", "annan-kommun/", "en/", "ar/", "en/om/"])
def test_a_reading_page_sets_no_cookie_and_works_without_scripts(visitor: Visitor, path: str) -> None:
    response = visitor.open(path)
    assert response.status_code == 200
    assert not response.cookies
    assert not re.search(r"<script(?![^>]*\bsrc=)", visitor.html)
    assert " style=" not in visitor.html
    assert " onclick" not in visitor.html


def test_the_start_page_asks_whose_it_is_and_whether_there_are_groups_and_then_nothing(visitor: Visitor) -> None:
    for tables in (["organisations_municipality", "booking_meeting"], []):
        with CaptureQueriesContext(connection) as queries:
            visitor.open("")
        asked = [found[1] for each in queries if (found := re.search(r'FROM "(\w+)"', each["sql"]))]
        assert asked == tables
        assert tables or not queries


@pytest.mark.parametrize("path", ["", "uppgifter/", "om/", "tillganglighet/"])
def test_a_page_that_is_kept_for_all_holds_no_form_of_one_visitor(visitor: Visitor, path: str) -> None:
    visitor.open("kontakt/")  # gives a cookie for forms
    visitor.open(path)
    assert "csrfmiddlewaretoken" not in visitor.html


def test_each_municipality_and_language_has_its_own_kept_page(visitor: Visitor) -> None:
    pages = ("/gislaved/", "/nykoping/", "/gislaved/en/", "/gislaved/ar/")
    first = [visitor.open(path).content for path in pages]
    assert len(set(first)) == len(pages)
    assert [visitor.open(path).content for path in pages] == first


def test_everything_it_needs_comes_from_here(visitor: Visitor) -> None:
    visitor.open("")
    addresses = re.findall(r'(?:src|href)="([^"]+)"', visitor.html)
    assert [each for each in addresses if not each.startswith(("/", "#", "tel:"))] == []


def test_arabic_reads_from_the_right_and_leads_to_pages_that_exist(visitor: Visitor) -> None:
    visitor.open("ar/")
    assert '<html lang="ar" dir="rtl"' in visitor.html
    for href in re.findall(r'<a [^>]*href="(/gislaved/[^"]+)"', visitor.html):
        assert visitor.client.get(href, follow=True).status_code == 200, href


def test_no_swedish_word_is_left_on_the_arabic_page(visitor: Visitor) -> None:
    visitor.open("ar/")
    shown = re.sub(
        r'<(\w+)[^>]*\blang="(?!ar")[a-z-]+"[^>]*>.*?</\1>',
        "",
        visitor.html.partition("<main")[2].partition(">")[2],
        flags=re.DOTALL,
    )
    words = re.sub(r"<[^>]+>", " ", shown).replace("Gislaveds kommun", "")
    assert re.findall(r"[A-Za-zåäöÅÄÖ]{3,}", words) == []


@pytest.mark.parametrize(("language", "other"), [("ar", "en/"), ("fi", "en/"), ("sv-simple", "")])
def test_a_page_outside_the_core_path_is_read_in_another_language(visitor: Visitor, language: str, other: str) -> None:
    response = visitor.open(f"{language}/om/")
    assert (response.status_code, response["Location"]) == (302, f"/gislaved/{other}om/")


def test_the_english_pages_stay_english(visitor: Visitor) -> None:
    visitor.open("en/")
    assert "Do you help someone close to you?" in visitor.text
    visitor.follow("Find support")
    assert visitor.url.startswith("/gislaved/en/hitta/")
    assert "Whom do you help?" in visitor.text
