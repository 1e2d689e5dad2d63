"""A translation in a profile is a draft until somebody has read it; drafts are counted and can be left out."""

from datetime import date
from pathlib import Path

import pytest

from anhoriglots.profiles.check import warnings
from anhoriglots.profiles.reader import read, read_profile
from anhoriglots.profiles.translations import progress, texts_of, without_drafts

from .copies import copy_of, faults_in

TITLE = """\
    title:
      sv: "Få veta vilken hjälp som finns där du bor"
      en: "Find out what help there is where you live"
"""


def _read_by_a_person(folder: Path, checked: str) -> Path:
    path = folder / "support.yaml"
    text = path.read_text(encoding="utf-8")
    assert TITLE in text
    path.write_text(text.replace(TITLE, f"{TITLE}      checked: {checked}\n", 1), encoding="utf-8")
    return folder


def test_what_nobody_has_read_is_a_draft_and_what_somebody_has_is_none(tmp_path: Path) -> None:
    folder = copy_of("0180", tmp_path)
    before = progress(read_profile(folder))["en"]
    after = progress(read_profile(_read_by_a_person(folder, "[en]")))["en"]
    assert before["checked"] == 0
    assert before["unchecked"] > 100
    assert (after["checked"], after["unchecked"]) == (1, before["unchecked"] - 1)


def test_every_language_adds_up_to_the_number_of_texts(tmp_path: Path) -> None:
    profile = read_profile(copy_of("0180", tmp_path))
    count = len(list(texts_of(profile)))
    assert {language: sum(told.values()) for language, told in progress(profile).items()} == dict.fromkeys(
        ("sv-simple", "en", "fi", "ar", "so", "fa", "uk"), count
    )


def test_without_drafts_only_swedish_and_what_is_read_is_left_and_the_count_is_the_same(tmp_path: Path) -> None:
    profile = read_profile(_read_by_a_person(copy_of("0180", tmp_path), "[en]"))
    left = without_drafts(profile)
    assert {language for text in texts_of(left) for language in text.languages} == {"sv", "en"}
    assert [text.to("sv") for text in texts_of(left) if "en" in text.languages] == [
        "Få veta vilken hjälp som finns där du bor"
    ]
    assert progress(left) == progress(profile)
    assert without_drafts(left) == left


@pytest.mark.parametrize("checked", ["[fi]", "[sv]", "en", "[1]", "{en: yes}"])
def test_a_status_that_fits_no_text_is_a_fault_with_its_line(tmp_path: Path, checked: str) -> None:
    folder = _read_by_a_person(copy_of("0180", tmp_path), checked)
    assert any("support.yaml" in fault and "checked" in fault for fault in faults_in(folder))
    assert read(folder).profile is None


def test_whoever_checks_a_profile_is_told_how_many_texts_wait(tmp_path: Path) -> None:
    told = [str(fault) for fault in warnings(copy_of("0662", tmp_path), on=date(2026, 11, 24))]
    assert any('av kommunens egna texter på språket "en" visas på svenska i drift' in line for line in told)
