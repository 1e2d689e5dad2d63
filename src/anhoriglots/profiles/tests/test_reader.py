"""Which folders are profiles, and what reading a broken one says."""

import os
from pathlib import Path

import pytest

from anhoriglots.kernel.fault import Fault
from anhoriglots.profiles.reader import BUILT_IN, ProfileError, profile_folders, read_profile, shown_name

from .copies import copy_of, faults_in

CODES = ["0180", "0480", "0662"]


def test_a_municipalitys_own_folder_can_be_named_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = copy_of("0662", tmp_path).rename(tmp_path / "1480")
    monkeypatch.setenv("ANHORIGLOTS_PROFILES", str(own))
    assert [folder.name for folder in profile_folders()] == [*CODES, "1480"]


def test_a_municipalitys_own_folder_replaces_the_built_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = copy_of("0662", tmp_path)
    monkeypatch.setenv("ANHORIGLOTS_PROFILES", os.pathsep.join([str(tmp_path / "0662"), ""]))
    assert profile_folders() == (BUILT_IN / "0180", BUILT_IN / "0480", own)


def test_a_path_that_does_not_exist_is_told_and_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "felstavat"
    monkeypatch.setenv("ANHORIGLOTS_PROFILES", str(missing))
    with pytest.raises(ProfileError) as told:
        profile_folders()
    assert told.value.faults == (Fault(str(missing), 1, "mappen finns inte, se ANHORIGLOTS_PROFILES"),)


def test_a_broken_profile_is_not_read_and_every_fault_is_told_at_once(tmp_path: Path) -> None:
    folder = copy_of("0662", tmp_path)
    (folder / "rules.yaml").unlink()
    (folder / "guide.yaml").write_text("lines: []\n", encoding="utf-8")
    with pytest.raises(ProfileError) as told:
        read_profile(folder)
    assert [(Path(fault.file).name, fault.line) for fault in told.value.faults] == [
        *[("guide.yaml", 1)] * 3,
        ("rules.yaml", 1),
    ]
    assert str(told.value).splitlines()[-1] == f"{folder}/rules.yaml rad 1: filen saknas"


def test_two_municipalities_cannot_have_the_same_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = copy_of("0662", tmp_path)
    other = copy_of("0480", tmp_path)
    for folder in (own, other):
        text = (folder / "profile.yaml").read_text(encoding="utf-8")
        text = text.replace("hosts: []", "hosts: [stod.example, anhorig.example]")
        (folder / "profile.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("ANHORIGLOTS_PROFILES", str(tmp_path))
    assert faults_in(own) == [
        'profile.yaml rad 13: adressen "anhorig.example" har redan 0480',
        'profile.yaml rad 13: adressen "stod.example" har redan 0480',
    ]


def test_a_misspelt_file_name_is_a_fault(tmp_path: Path) -> None:
    folder = copy_of("0662", tmp_path)
    (folder / "suport.yml").write_text("a: 1\n", encoding="utf-8")
    assert faults_in(folder) == ["suport.yml rad 1: filen hör inte till en profil"]


def test_faults_in_the_programs_own_profiles_are_named_from_the_profiles_folder() -> None:
    assert shown_name(BUILT_IN / "0480", "support.yaml") == "profiles/0480/support.yaml"


def test_a_file_that_is_only_null_is_a_fault(tmp_path: Path) -> None:
    folder = copy_of("0662", tmp_path)
    (folder / "rules.yaml").write_text("null\n", encoding="utf-8")
    assert faults_in(folder) == ["rules.yaml rad 1: ska vara fält med namn och värde"]
