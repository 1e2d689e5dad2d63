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


def has_section(text: str, section: str) -> bool:
    """Under its chapter in the text, or, for a text that only has its list of changes, named there."""
    chapter, _, paragraph = section.rpartition(" kap. ")
    within = text
    if chapter:
        start = re.search(rf"^(?:#+ )?{chapter} kap\. (?!\d)", text, re.MULTILINE)
        end = start and re.compile(r"^(?:#+ )?\d+(?: \w)? kap\. (?!\d)", re.MULTILINE).search(text, start.end())
        within = text[start.start() : end.start() if end else None] if start else ""
    heading = re.search(rf"^(?:#+ )?{re.escape(paragraph)}", within, re.MULTILINE)
    return bool(heading) or (not within and section in text)


@pytest.mark.parametrize(("source", "provision"), CITED)
def test_a_cited_section_exists_in_the_statute(source: Source, provision: Provision) -> None:
    assert has_section(statute(source), provision.section)


def test_a_section_that_does_not_exist_is_not_found() -> None:
    text = "1 kap. Mål\n\n1 § Mål.\n\n2 kap. Annat\n\n1 § Ett.\n\n2 § Två enligt 1 kap. 2 §.\n"
    assert has_section(text, "2 kap. 2 §")
    assert not has_section(text, "1 kap. 2 §")
    assert not has_section("### 15 §\n", "1 §")
