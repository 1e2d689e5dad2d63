"""Cited sections exist in the statute texts, where the machine has them: ANHORIGLOTS_STATUTES names their folder.

The folder holds one file per act named "sfs-2025-400….txt" or ".md", as the public collections of statutes have them.
"""

import os
import re
from pathlib import Path

import pytest

from anhoriglots.law.registry import current_registry
from anhoriglots.law.source import Provision, Source

CITED = [
    pytest.param(source, provision, id=f"{key} {provision.id} {provision.in_force_from}")
    for key, source in current_registry().sources.items()
    if source.number
    for provision in source.provision
]


def statute(source: Source) -> str:
    folder = os.environ.get("ANHORIGLOTS_STATUTES")
    if not folder:
        pytest.skip("ANHORIGLOTS_STATUTES does not name a folder with statute texts")
    files = sorted(Path(folder).glob(f"sfs-{source.number.replace(':', '-')}*"))
    if not files:
        pytest.skip(f"the folder has no text of {source.number}")
    return files[0].read_text(encoding="utf-8")


TRANSITIONAL = re.compile(r"punkt (\d+) i övergångsbestämmelserna till(?: lag \((\d+:\d+)\) om ändring i)?")


def has_section(text: str, section: str, number: str = "") -> bool:
    """Under its chapter in the text, or, for a text that only has its list of changes, named there.

    ``number`` is that of the act itself, for its own transitional provisions.
    """
    if transitional := TRANSITIONAL.fullmatch(section):
        point, amendment = transitional.groups()
        heading = rf"^{amendment or number}$(?:(?!^\d{{4}}:\d+$).)*?^{point}\. "
        return bool(re.search(heading, text, re.MULTILINE | re.DOTALL))
    chapter, _, paragraph = section.rpartition(" kap. ")
    within = text
    if chapter:
        start = re.search(rf"^(?:#+ )?{chapter} kap\. (?!\d)", text, re.MULTILINE)
        end = start and re.compile(r"(?<=\n\n)(?:#+ )?\d+(?: \w)? kap\. (?!\d)").search(text, start.end())
        within = text[start.start() : end.start() if end else None] if start else ""
    heading = rf"^(?:#+ )?{re.escape(paragraph)}"
    changed = rf"\b{chapter} kap\.? (?:\d+(?: \w)?(?:,| och) )*{re.escape(paragraph)}"
    return bool(re.search(heading, within, re.MULTILINE) or (not within and re.search(changed, text)))


@pytest.mark.parametrize(("source", "provision"), CITED)
def test_a_cited_section_exists_in_the_statute(source: Source, provision: Provision) -> None:
    assert has_section(statute(source), provision.section, source.number)


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


def test_a_text_with_only_its_list_of_changes_names_the_section_among_others() -> None:
    assert has_section("ändr. 16 kap. 1, 2, 4 §§", "16 kap. 4 §")
    assert not has_section("ändr. 16 kap. 1, 2 §§", "16 kap. 4 §")
