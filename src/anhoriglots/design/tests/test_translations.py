"""What the design system says to the public exists in English."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client

from anhoriglots import design

PACKAGE = Path(design.__file__).parent
ENGLISH = PACKAGE.parent / "locale" / "en" / "LC_MESSAGES" / "django.po"
TRANSLATED = re.compile(r"""(?:\{% translate |_\(\s*)(["'])(.+?)\1""")


def said() -> set[str]:
    sources = [*PACKAGE.glob("*.py"), *PACKAGE.glob("templates/**/*.html")]
    return {words for source in sources for _, words in TRANSLATED.findall(source.read_text())}


def test_every_text_of_the_shells_and_fields_is_translated() -> None:
    with ENGLISH.open("rb") as source:
        catalogue = {message.id: message.string for message in read_po(source) if isinstance(message.id, str)}
    assert len(said()) > 20
    assert {words for words in said() if not catalogue.get(words)} == set()


@pytest.mark.parametrize(("language", "words"), [("en", "Skip to the content"), ("sv", "Hoppa till innehållet")])
def test_the_shell_speaks_the_language_of_the_page(client: Client, language: str, words: str) -> None:
    html = client.get("/design/errors/", headers={"Accept-Language": language}).content.decode()
    assert words in html
    assert f'<html lang="{language}"' in html


def test_the_number_of_faults_is_counted_in_english(client: Client) -> None:
    html = client.get("/design/errors/", headers={"Accept-Language": "en"}).content.decode()
    assert "There are problems in 10 places" in html
    assert "<title>Error: " in html
