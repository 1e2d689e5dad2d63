"""A database of its own for each size under var/, made once and used again as long as it would come out the same."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from psycopg import Connection

from anhoriglots.administration.profiles import load
from anhoriglots.profiles.reader import profile_folders
from bench.progress import Progress

from .fill import Made, fill

# Measuring writes. Beyond this share the size is no longer what it says.
_MOST_GROWN = 0.02
_COUNTED = ("casework_identifiedcontact", "casework_contactrequest", "people_carer", "booking_booking")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the rows came from. Databases with the same stamp hold the same rows, but for ciphertext and password."""

    size: int
    seed: int
    tables: str
    generator: str
    profiles: str


def prepare_database(folder: Path, *, size: int, seed: int, now: datetime, progress: Progress) -> Made:
    """Make sure that the database of the current settings holds this size; Django is set up as the owner.

    Args:
        folder: where the stamp lies, beside the database.
    """
    stamp, path = _stamp(size, seed), folder / "bench.json"
    made = _kept(path, stamp)
    if made is None:
        _start_anew()
    call_command("migrate", interactive=False, verbosity=0)
    for profile in profile_folders():
        load(profile, on=now.date())
    if made is not None:
        progress.say(f"Using the database of {size:,} carers that is there already.")
        return made
    progress.say(f"Making {size:,} carers (seed {seed}) ...")
    path.unlink(missing_ok=True)
    made = _make(size, seed, now, progress)
    path.write_text(json.dumps({"stamp": asdict(stamp), "made": asdict(made), "rows": _rows(), "on": str(now.date())}))
    return made


def _stamp(size: int, seed: int) -> Stamp:
    here = Path(__file__).resolve().parent
    migrations = (Path(config.path) / "migrations" for config in apps.get_app_configs() if "anhoriglots" in config.name)
    tables = [file for folder in migrations for file in sorted(folder.glob("0*.py"))]
    profiles = [file for folder in profile_folders() for file in sorted(folder.glob("*.yaml"))]
    own = [*sorted(here.glob("*.py")), here.parent / "names.py"]
    return Stamp(size, seed, _hash(tables), _hash(own), _hash(profiles))


def _hash(files: list[Path]) -> str:
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _kept(path: Path, stamp: Stamp) -> Made | None:
    if not path.exists():
        return None
    kept = json.loads(path.read_text())
    if kept["stamp"] != asdict(stamp) or _grown(kept["rows"]):
        return None
    return Made(**kept["made"])


def _grown(before: dict[str, int]) -> bool:
    return any(abs(count - before[table]) > before[table] * _MOST_GROWN for table, count in _rows().items())


def _rows() -> dict[str, int]:
    """Counted by the planner's statistics after VACUUM: row security hides the rows from their owner."""
    with connection.cursor() as cursor:
        for table in _COUNTED:
            cursor.execute(f"VACUUM (ANALYZE) {table}")
        cursor.execute("SELECT relname, reltuples::bigint FROM pg_class WHERE relname = ANY(%s)", [list(_COUNTED)])
        return {name: int(count) for name, count in cursor.fetchall()}


def _start_anew() -> None:
    """Empty the whole database: a migration that was changed before its release is not applied twice."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _make(size: int, seed: int, now: datetime, progress: Progress) -> Made:
    with owner_connection() as owner:
        with owner.transaction():
            owner.execute("SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '512MB'")
            made = fill(owner, size=size, seed=seed, now=now, progress=progress)
        progress.say("  vacuum and statistics ...")
        owner.execute("VACUUM (ANALYZE)")
    return made


def owner_connection() -> Connection[Any]:
    """A plain connection as the owner of the tables."""
    settings = connection.settings_dict
    return Connection.connect(host=settings["HOST"], dbname=settings["NAME"], user=settings["USER"], autocommit=True)
