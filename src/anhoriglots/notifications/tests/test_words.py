"""No message tells what it is about, in any language, to whoever looks over a shoulder."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po
from django.conf import settings as django_settings
from django.utils.translation import override
from pytest_django.fixtures import Settings

from anhoriglots.design.lix import measure
from anhoriglots.kernel.revealing import STEMS, revealing_word
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.words import SENTENCES, code_page_address, written
from anhoriglots.organisations.queries import all_municipalities

from .outbox import municipality

WHEN = datetime(2026, 3, 3, 10, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
LANGUAGES = [code for code, _ in django_settings.LANGUAGES]
GSM_LETTERS = 160
CATALOGUES = sorted(Path(django_settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))


@pytest.fixture(autouse=True)
def address(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://tid.exempel.example"


def test_every_kind_of_message_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Words)


def test_every_language_has_a_list_of_revealing_words() -> None:
    assert {code.partition("-")[0] for code in LANGUAGES} - set(STEMS) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", Words)
def test_no_sentence_reveals(words: Words, language: str) -> None:
    for page in all_municipalities():
        told = written(words, language=language, time=WHEN, until=WHEN, municipality=page)
        for text in (told.subject, told.text, *page.own["messages"].values()):
            assert revealing_word(text) == "", text
        assert page.name.split()[0] not in told.subject


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_translation_of_a_sentence_reveals(catalogue: Path) -> None:
    """Also those of a language that is not on yet."""
    with override("sv"):
        sentences = {str(sentence) for sentence in SENTENCES.values()} | {"Din tid"}
    with catalogue.open("rb") as source:
        found = [str(one.string) for one in read_po(source) if one.id in sentences]
    assert [text for text in found if revealing_word(text)] == []
    simpler = "sv_Simple" in catalogue.parts  # holds only what is said in other words than Swedish
    assert simpler or len(found) == len(sentences), "some of the sentences are missing"


@pytest.mark.parametrize(
    "text",
    ["Anhörigstöd", "ANHORIG", "din grupp", "Your CARER", "support group", "доглядальник", "قريب", "anho\u0308rig"],
)
def test_the_search_finds_what_reveals(text: str) -> None:
    assert revealing_word(f"Välkommen: {text} på tisdag")


@pytest.mark.django_db
def test_the_words_are_those_agreed() -> None:
    def told(words: Words, language: str = "sv") -> str:
        return written(words, language=language, time=WHEN, until=WHEN, municipality=municipality()).text

    link = "https://tid.exempel.example/nykoping/kod/"
    assert told(Words.REMINDER) == f"Du har en tid tis 3 mars 10.00. Ändra: {link}"
    assert told(Words.CANCELLED) == f"Tiden tis 3 mars 10.00 är inställd. Läs mer: {link}"
    assert told(Words.REMINDER, "en") == (
        "You have a time on Tue 3 March 10.00. Change: https://tid.exempel.example/nykoping/en/kod/"
    )
    assert told(Words.REMINDER, "tlh") == told(Words.REMINDER)
    assert all(len(told(words)) <= GSM_LETTERS for words in Words)


def test_the_sentences_are_easy() -> None:
    with override("sv"):
        filled = [
            str(one) % {"time": "tis 3 mars", "until": "ons 4 mars", "link": "här."} for one in SENTENCES.values()
        ]
    assert measure("".join(f"<p>{one}</p>" for one in filled)).lix <= 30


@pytest.mark.django_db
def test_the_link_leads_to_a_host_of_ones_own_when_it_reveals_nothing(settings: Settings) -> None:
    page = municipality()
    settings.PUBLIC_URL = ""
    assert code_page_address(page) == ""
    page.own["hosts"] = ["tid.nykoping.example"]
    assert code_page_address(page) == "https://tid.nykoping.example/kod/"
    page.own["hosts"] = ["anhorigstod.nykoping.example"]
    assert code_page_address(page) == ""


@pytest.mark.django_db
@pytest.mark.parametrize("month", [3, 10])
def test_the_hour_is_the_one_on_the_wall_around_both_clock_changes(month: int) -> None:
    day = {3: 29, 10: 25}[month]
    at = datetime(2026, month, day, 18, 0, tzinfo=ZoneInfo("Europe/Stockholm")).astimezone(ZoneInfo("UTC"))
    told = written(Words.REMINDER, language="sv", time=at, until=None, municipality=municipality())
    assert "18.00" in told.text
