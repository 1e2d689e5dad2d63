"""Holds cited sections against the texts of the statutes, where the machine has them.

The environment variable ANHORIGLOTS_STATUTES names a folder with one file per act, "sfs-2025-400….txt" or ".md", as the
public collections of statutes have them. An act is passed over when it has no file, or one that only lists its changes.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from .source import Source, Sources

VARIABLE = "ANHORIGLOTS_STATUTES"
SECTION = re.compile(r"^(?:#+ )?\d+(?: \w)? §", re.MULTILINE)
TRANSITIONAL = re.compile(r"punkt (\d+) i övergångsbestämmelserna till(?: lag \((\d+:\d+)\) om ändring i)?")


def statute(source: Source, folder: Path) -> str | None:
    """The text of the act; None when the folder has none, or only a list of its changes."""
    files = sorted(folder.glob(f"sfs-{source.number.replace(':', '-')}*")) if source.number else []
    text = files[0].read_text(encoding="utf-8") if files else ""
    return text if SECTION.search(text) else None


def has_section(text: str, section: str, number: str = "") -> bool:
    """True when it stands under its chapter; ``number`` is that of the act itself, for its transitional provisions."""
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
    return bool(re.search(rf"^(?:#+ )?{re.escape(paragraph)}", within, re.MULTILINE))


def statute_faults(sources: Sources, named: str | None = None) -> Iterator[str]:
    """Sections that do not exist in the act they are cited from. Nothing when no folder is named.

    Args:
        named: the folder; else what the environment names.
    """
    folder = named or os.environ.get(VARIABLE)
    if not folder:
        return
    if not Path(folder).is_dir():
        yield f"{VARIABLE} does not name a folder"
        return
    for key, source in sources.items():
        text = statute(source, Path(folder))
        for provision in source.provision if text is not None else ():
            if not has_section(text or "", provision.section, source.number):
                yield f"sources/{key}.toml: {provision.section} does not exist in the text of {source.number}"
