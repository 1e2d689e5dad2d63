"""A text that no person has checked is a draft: marked in a demo, never published."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from django.test import Client, override_settings

from anhoriglots import design
from anhoriglots.design.catalogues import drafts, folder_of, texts_in, unchecked

ROOT = Path(design.__file__).resolve().parents[3]
TELL = "from django.conf import settings; print(*[code for code, _ in settings.LANGUAGES])"


def _compiled(folder: Path, language: str, flags: list[set[str]]) -> None:
    """A catalogue with a text for each set of flags, compiled by the program that the build runs."""
    catalogue = Catalog(locale=language)
    for number, each in enumerate(flags):
        catalogue.add(f"Text {number}", f"Text {number}", flags=each)
    path = folder / folder_of(language) / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as target:
        write_po(target, catalogue)
    runpy.run_path(str(ROOT / "frontend" / "compile_messages.py"))["compile_catalogue"](path)


def test_texts_that_nobody_has_marked_are_counted(tmp_path: Path) -> None:
    _compiled(tmp_path, "fi", [{"checked"}, set(), {"python-format"}])
    assert unchecked("fi", tmp_path) == 2
    assert texts_in("fi", tmp_path) == 3
    assert texts_in("uk", tmp_path) is None


def test_a_language_is_published_when_every_text_is_checked(tmp_path: Path) -> None:
    _compiled(tmp_path, "fi", [{"checked"}, {"checked", "python-format"}])
    _compiled(tmp_path, "uk", [{"checked"}, set()])
    assert drafts(["sv", "fi", "uk", "so"], tmp_path) == {"uk", "so"}


def test_plain_swedish_lies_where_django_looks_for_it() -> None:
    assert [folder_of(language) for language in ("fi", "sv-simple", "en-gb")] == ["fi", "sv_Simple", "en_GB"]


@pytest.mark.parametrize(("demo", "languages"), [("1", {"sv", "fi", "ar"}), ("", {"sv"})])
def test_in_production_no_draft_is_published_and_in_a_demo_every_one(demo: str, languages: set[str]) -> None:
    settings = {
        "DJANGO_SETTINGS_MODULE": "anhoriglots.config.settings.production",
        "ANHORIGLOTS_SECRET_KEY": "k" * 40,
        "ANHORIGLOTS_DATA_KEY": "d" * 40,
        "ANHORIGLOTS_DEMO": demo,
    }
    told = subprocess.run(
        [sys.executable, "-c", TELL], env={**os.environ, **settings}, capture_output=True, text=True, check=True
    )
    assert languages <= set(told.stdout.split())
    assert demo or not {"fi", "ar", "so", "fa", "uk"} & set(told.stdout.split())


def test_the_page_says_in_both_languages_that_it_is_a_draft(client: Client) -> None:
    with override_settings(DRAFT_LANGUAGES=frozenset({"en"})):
        html = client.get("/design/errors/", headers={"Accept-Language": "en"}).content.decode()
    assert "Draft: no person has checked this text." in html
    assert '<span lang="sv" dir="ltr">Utkast: texten är inte kontrollerad av en person.</span>' in html


def test_a_checked_page_says_nothing(client: Client) -> None:
    with override_settings(DRAFT_LANGUAGES=frozenset()):
        html = client.get("/design/errors/", headers={"Accept-Language": "en"}).content.decode()
    assert "draft-mark" not in html
