"""Every sample page, which together hold every component: structure, words, nothing inline, nothing foreign."""

import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from anhoriglots.design.gallery import SAMPLES
from anhoriglots.design.lix import measure

from .test_forms import Elements

CORE_PATH_LIX = 30
LONGEST_SENTENCE = 20
each_sample = pytest.mark.parametrize("name", SAMPLES)


def html_of(client: Client, name: str) -> str:
    return client.get(f"/design/{name}/").content.decode()


@each_sample
def test_a_page_has_one_heading_one_main_and_unique_ids(client: Client, name: str) -> None:
    page = Elements(html_of(client, name))
    tags = [tag for tag, _ in page.all]
    assert tags.count("h1") == 1
    assert tags.count("main") == 1
    assert len(page.ids()) == len(set(page.ids()))


@each_sample
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(client: Client, name: str) -> None:
    for tag, attrs in Elements(html_of(client, name)).all:
        assert tag != "style"
        assert tag != "script" or attrs.get("src")
        assert not [key for key in attrs if key == "style" or key.startswith("on")]
        if tag in {"link", "script", "img"}:
            assert str(attrs.get("href") or attrs.get("src")).startswith("/")


@each_sample
def test_a_page_with_errors_is_422(client: Client, name: str) -> None:
    response = client.get(f"/design/{name}/")
    assert (response.status_code == 422) == name.endswith("errors")


@pytest.mark.parametrize("name", ["start", "question", "form", "receipt"])
def test_the_core_path_is_easy_to_read(client: Client, name: str) -> None:
    reading = measure(html_of(client, name))
    assert reading.lix <= CORE_PATH_LIX
    assert reading.longest_words <= LONGEST_SENTENCE


def test_the_shell_comes_in_its_order(client: Client) -> None:
    html = html_of(client, "question")
    marks = [
        "Hoppa till",
        "Lämna sidan snabbt",
        'class="brand"',
        'class="ds-button leave"',
        "Tillbaka",
        "<main",
        "help-box",
        "languages",
        "site-footer",
    ]
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)


def test_why_names_the_section_and_from_when(client: Client) -> None:
    html = html_of(client, "receipt")
    assert "13 kap. 9 § socialtjänstlagen (2025:400)" in html
    assert "från 1 juli 2026" in html


def test_the_page_speaks_right_to_left_in_arabic(client: Client) -> None:
    html = client.get("/design/start/", headers={"Accept-Language": "ar"}).content.decode()
    assert '<html lang="ar" dir="rtl"' in html


def test_public_text_is_large_and_staff_text_is_small(client: Client) -> None:
    assert '<body class="public" data-size="lg">' in html_of(client, "start")
    assert '<body class="staff" data-size="sm">' in html_of(client, "today")


def test_the_current_place_is_marked_in_the_navigation(client: Client) -> None:
    assert len(re.findall('aria-current="page"', html_of(client, "today"))) == 1


@pytest.mark.parametrize("address", ["/design/", "/design/start/"])
def test_there_is_no_gallery_in_production(client: Client, settings: Settings, address: str) -> None:
    settings.DEVELOPMENT_PAGES = False
    assert client.get(address).status_code == 404


def test_the_index_lists_every_sample(client: Client) -> None:
    html = client.get("/design/").content.decode()
    assert all(f'href="/design/{name}/"' in html for name in SAMPLES)
