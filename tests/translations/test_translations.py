"""Every text of the pages exists in English, and every text of the core path in each language that is on."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from anhoriglots.design.catalogues import folder_of

from .core_path import core_texts
from .extract import PACKAGE, texts

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]+>")
# Plain Swedish falls back on the ordinary, so it may have as few texts of its own as it needs.
WHOLE = ("ar", "en", "fa", "fi", "so", "uk")
LANGUAGES = (*WHOLE, "sv-simple")


@cache
def catalogue(language: str) -> dict[str, Message]:
    path = PACKAGE / "locale" / folder_of(language) / "LC_MESSAGES" / "django.po"
    with path.open("rb") as source:
        return {_singular(message): message for message in read_po(source, locale=folder_of(language)) if message.id}


def _singular(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def _forms(message: Message) -> list[str]:
    return [str(form) for form in (message.string if isinstance(message.string, tuple) else (message.string,))]


def test_texts_are_found_in_code_and_in_templates() -> None:
    found = texts()
    assert "Fortsätt" in found
    assert "Mottagen" in found
    assert "Numret tas bort senast %(days)s dag efter att vi pratat klart." in found


def test_every_text_exists_in_english() -> None:
    english = catalogue("en")
    missing = {
        text: sorted(files) for text, files in texts().items() if text not in english or not all(_forms(english[text]))
    }
    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_that_no_page_says(language: str) -> None:
    assert sorted(set(catalogue(language)) - set(texts())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_what_is_filled_in(language: str) -> None:
    wrong = []
    for text, message in catalogue(language).items():
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        # The singular may say "one" in words, so it may leave the number out; nothing else may differ.
        wanted = set(PLACEHOLDER.findall(str(originals[-1])))
        filled = [set(PLACEHOLDER.findall(form)) for form in _forms(message)]
        if filled[-1] != wanted or any(each - wanted for each in filled):
            wrong.append(text)
    assert wrong == []


def test_no_english_text_was_left_in_swedish() -> None:
    same = [text for text, message in catalogue("en").items() if text == message.string and re.search("[åäöÅÄÖ]", text)]
    assert same == []


def test_catalogues_lie_beside_each_other() -> None:
    assert sorted(
        path.parent.parent.name for path in Path(PACKAGE / "locale").glob("*/LC_MESSAGES/django.po")
    ) == sorted(map(folder_of, LANGUAGES))


@pytest.mark.parametrize("language", WHOLE)
def test_no_text_of_the_core_path_is_left_in_swedish(language: str) -> None:
    known = catalogue(language)
    assert len(core_texts()) > 250
    assert sorted(text for text in core_texts() if text not in known or not all(_forms(known[text]))) == []


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_a_text_on_the_way_from_the_left_is_kept_apart_from_one_from_the_right(language: str) -> None:
    """A row of numbers with spaces, or an address, would be turned around in Arabic and Persian."""
    for text, message in catalogue(language).items():
        for turned in ("070 123 45 67", "namn@exempel.se"):
            if turned in text:
                assert all(f"\u2066{turned}\u2069" in form for form in _forms(message)), text
