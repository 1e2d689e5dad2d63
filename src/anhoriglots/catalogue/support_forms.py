"""The reference table of support forms; reads a file, needs no database."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from anhoriglots.profiles.known_forms import KnownForm

REFERENCE = Path(__file__).parent / "reference" / "support_forms.toml"


@cache
def support_forms() -> dict[str, dict[str, Any]]:
    """Every row by its code."""
    rows = tomllib.loads(REFERENCE.read_text(encoding="utf-8"))["support_form"]
    return {row["code"]: row for row in rows}


@cache
def known_forms() -> dict[str, KnownForm]:
    """What the check of a profile needs to know of them."""
    return {code: KnownForm(row["kind"], row["class"]) for code, row in support_forms().items()}
