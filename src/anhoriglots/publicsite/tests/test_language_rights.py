"""What right a carer has to a national minority language is decided by the law, for the municipality and the day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import override_settings
from django.utils import translation
from tests.visitor import CALL, Visitor

from anhoriglots import law
from anhoriglots.design.lix import measure
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code
from anhoriglots.publicsite.language_rights import LANGUAGES, rights

from .test_readability import INFORMATION_LIX, LONGEST, SLUGS, main_of

ON = date(2026, 11, 24)
INSIDE = "Du får tala och skriva språket med oss när vi ska bestämma något om dig."
UNKNOWN = "Vi vet inte vad som gäller för språket här. Ring och fråga."
STAFF = "Någon hos oss kan språket. Då får du använda det när vi ska bestämma något om dig."
OTHER = "Säg till om du vill ha tolk."


def _page(code: str, **known: Any) -> MunicipalityPage:
    """The municipality, with what is known of languages there: ``finnish={"joined": True}``."""
    page = municipality_by_code(code)
    assert page is not None
    rows = [{"language": language, **row} for language, row in known.items()]
    own = page.own | ({"minority_languages": rows} if known else {})
    return replace(page, settings={**page.settings, "municipality": own})


def _first(page: MunicipalityPage) -> dict[str, str]:
    return dict(zip(LANGUAGES, (right.sentences[0] for right in rights(page, on=ON)), strict=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "known", "told"),
    [
        ("0180", {}, {"finnish": INSIDE, "sami": UNKNOWN, "yiddish": OTHER, "romani": OTHER}),
        ("0480", {}, {"finnish": UNKNOWN, "meankieli": UNKNOWN}),
        ("0480", {"finnish": {"joined": True}}, {"finnish": INSIDE}),
        ("0662", {"finnish": {"joined": False, "staff_can": True}}, {"finnish": STAFF}),
        ("0662", {"finnish": {"joined": False, "staff_can": False}}, {"finnish": OTHER}),
        ("0662", {"finnish": {"joined": False}}, {"finnish": UNKNOWN}),
    ],
)
def test_the_right_follows_the_act_and_what_the_municipality_knows(
    code: str, known: dict[str, Any], told: dict[str, str]
) -> None:
    found = _first(_page(code, **known))
    assert {language: found[language] for language in told} == told


@pytest.mark.django_db
def test_elder_care_in_the_language_is_a_right_only_where_the_act_says_so() -> None:
    right = "Den som har äldreomsorg kan be om personal som kan språket."
    assert rights(_page("0180"), on=ON)[0].sentences[-1] == right
    assert rights(_page("0662"), on=ON)[0].sentences[-1] != right


@pytest.mark.django_db
def test_the_same_stands_in_the_language_itself_where_there_are_texts_in_it() -> None:
    finnish, sami = rights(_page("0180"), on=ON)[:2]
    assert finnish.own is not None
    assert finnish.own.lang == "fi"
    assert finnish.own.sentences[0] == "Saat puhua ja kirjoittaa kieltä kanssamme, kun päätämme jotain sinusta."
    assert sami.own is None
    with translation.override("fi"):
        assert rights(_page("0180"), on=ON)[0].own is None


@pytest.mark.django_db
def test_a_draft_in_the_language_is_marked_and_not_there_in_production() -> None:
    with override_settings(DRAFT_LANGUAGES=frozenset({"fi"})):
        own = rights(_page("0180"), on=ON)[0].own
        assert own is not None
        assert own.is_draft
    with override_settings(LANGUAGES=[("sv", "Svenska")]):
        assert rights(_page("0180"), on=ON)[0].own is None


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_is_found_from_the_start_is_easy_and_names_the_sections(
    visitor_in: Callable[[str], Visitor], slug: str
) -> None:
    visitor = visitor_in(slug)
    visitor.open("")
    visitor.follow("Tala ditt språk med oss")
    for key in ("minority-language", "minority-language-elder-care"):
        assert law.citation(key, ON).section in visitor.text
    html = main_of(visitor.html, [])
    html = html[: html.index('<div lang="fi"')] + html[html.index("</div>", html.index('<div lang="fi"')) :]
    reading = measure(html)
    assert reading.lix <= INFORMATION_LIX
    assert reading.longest_words <= LONGEST


def test_whoever_asks_to_be_called_can_choose_a_minority_language_and_read_what_is_a_right(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="call")
    visitor.send(**CALL)
    for name in ("Suomi", "Davvisámegiella", "Meänkieli", "Romani čhib", "ייִדיש"):
        assert name in visitor.text
    visitor.send(interpreter_language="fit")
    assert "Tolk Meänkieli" in visitor.text
