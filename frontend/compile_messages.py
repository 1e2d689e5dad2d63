"""Compile every translation catalogue (.po) of the program to the form that gettext reads (.mo).

Run alone: ``python frontend/compile_messages.py``. Needs Babel only, not GNU gettext on the machine.

A text is a draft until a person who knows the language has read it and written ``#, checked`` above it. The number of
drafts goes with the compiled catalogue (anhoriglots.design.catalogues reads it), since gettext itself drops the marks.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

LOCALE = Path(__file__).resolve().parents[1] / "src" / "anhoriglots" / "locale"
# The flag in the .po file, and the place in the .mo file; the same words as in anhoriglots.design.catalogues.
CHECKED = "checked"
CONTEXT, COUNTED, ALL = "catalogue", "unchecked", "texts"


def is_current(catalogue: Path, compiled: Path) -> bool:
    """True when the compiled file is at least as new as its catalogue and as this program."""
    made_of = max(catalogue.stat().st_mtime_ns, Path(__file__).stat().st_mtime_ns)
    return compiled.exists() and compiled.stat().st_mtime_ns >= made_of


def drafts_in(messages: Catalog) -> int:
    """How many texts no person has marked as checked."""
    return sum(bool(message.id) and CHECKED not in message.flags for message in messages)


def compile_catalogue(catalogue: Path) -> bool:
    """Write the .mo beside the .po; False when it was current already.

    Raises:
        PoFileError: the catalogue cannot be read; it names the line.
    """
    compiled = catalogue.with_suffix(".mo")
    if is_current(catalogue, compiled):
        return False
    with catalogue.open("rb") as source:
        messages = read_po(source, locale=catalogue.parents[1].name, abort_invalid=True)
    counted = {COUNTED: drafts_in(messages), ALL: sum(bool(message.id) for message in messages)}
    for what, number in counted.items():
        messages.add(what, str(number), context=CONTEXT)
    # Written beside and moved, so that a running program never reads half a file.
    unfinished = compiled.with_suffix(".mo.tmp")
    with unfinished.open("wb") as target:
        write_mo(target, messages)
    unfinished.replace(compiled)
    return True


def main() -> int:
    """Compile all catalogues; 1 when one of them is broken."""
    for catalogue in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        try:
            done = compile_catalogue(catalogue)
        except PoFileError as error:
            print(f"{catalogue}: {error}", file=sys.stderr)
            return 1
        if done:
            print(f"compiled {catalogue.relative_to(LOCALE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
