"""Cited sections exist in the statute texts, where the machine has them: ANHORIGLOTS_STATUTES names their folder."""

import os
from pathlib import Path

import pytest

from anhoriglots.law.registry import current_registry
from anhoriglots.law.source import Provision, Source, Sources
from anhoriglots.law.statutes import VARIABLE, has_section, statute, statute_faults

CITED = [
    pytest.param(source, provision, id=f"{key} {provision.id} {provision.in_force_from}")
    for key, source in current_registry().sources.items()
    if source.number
    for provision in source.provision
]


@pytest.mark.parametrize(("source", "provision"), CITED)
def test_a_cited_section_exists_in_the_statute(source: Source, provision: Provision) -> None:
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} does not name a folder with statute texts")
    text = statute(source, Path(folder))
    if text is None:
        pytest.skip(f"the folder has no text of {source.number}")
    assert has_section(text, provision.section, source.number)


def test_a_section_that_does_not_exist_is_not_found() -> None:
    text = "1 kap. Mål\n\n1 § Mål.\n\n2 kap. Annat\n\n1 § Ett.\n\n2 § Två enligt 1 kap. 2 §.\n"
    assert has_section(text, "2 kap. 2 §")
    assert not has_section(text, "1 kap. 2 §")
    assert not has_section("### 15 §\n", "1 §")


def test_a_transitional_provision_is_looked_for_under_its_own_act() -> None:
    text = "Övergångsbestämmelser\n\n2025:400\n\n1. Ett.\n\n2. Två.\n\n2025:1299\n\n3. Tre.\n"
    assert has_section(text, "punkt 2 i övergångsbestämmelserna till", "2025:400")
    assert not has_section(text, "punkt 3 i övergångsbestämmelserna till", "2025:400")
    assert has_section(text, "punkt 3 i övergångsbestämmelserna till lag (2025:1299) om ändring i", "2025:400")


def test_an_act_whose_text_only_lists_its_changes_is_passed_over(tmp_path: Path) -> None:
    act = dict(current_registry().sources.items())["osl"]
    file = tmp_path / "sfs-2009-400.md"
    file.write_text("anteckningar: ändr. 16 kap. 1, 2 §§\n", encoding="utf-8")
    assert statute(act, tmp_path) is None
    file.write_text("## 1 § Ett\n", encoding="utf-8")
    assert statute(act, tmp_path) == "## 1 § Ett\n"


def test_the_check_names_each_section_that_is_in_no_statute(tmp_path: Path) -> None:
    (tmp_path / "sfs-2025-400-socialtjanstlag.txt").write_text("13 kap. Mål\n\n9 § Stöd.\n", encoding="utf-8")
    sources = current_registry().sources
    found = list(statute_faults(sources, str(tmp_path)))
    assert "sources/sol-2025.toml: 14 kap. 3 § does not exist in the text of 2025:400" in found
    assert not any("13 kap. 9 §" in fault for fault in found)
    assert all(fault.startswith("sources/sol-2025.toml") for fault in found)


def test_without_statutes_nothing_is_checked_and_a_folder_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert list(statute_faults(Sources({}))) == []
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    assert list(statute_faults(Sources({}))) == [f"{VARIABLE} does not name a folder"]
