"""The program's two secrets, for running with the embedded database on one machine.

In production they are given as environment variables; here they are made once and kept beside the database, readable by
its owner only, because contact details encrypted with a lost key could never be read again.
"""

import json
import os
import secrets
from collections.abc import MutableMapping
from pathlib import Path

from anhoriglots.database.address import data_folder

NAMES = ("ANHORIGLOTS_SECRET_KEY", "ANHORIGLOTS_DATA_KEY")


def supply(environ: MutableMapping[str, str]) -> None:
    """Set the secrets that are missing, from the file in the var folder, which is made at the first time."""
    if all(environ.get(name) for name in NAMES):
        return
    kept = _kept(data_folder(environ).parent / "secrets.json")
    for name in NAMES:
        environ.setdefault(name, kept[name])


def _kept(path: Path) -> dict[str, str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_suffix(".new")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump({name: secrets.token_urlsafe(48) for name in NAMES}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    kept: dict[str, str] = json.loads(path.read_text())
    return kept
