"""Making the database: files, roles, and who may come in.

Nobody can sign in as superuser: roles are made in PostgreSQL's single-user mode before the server has ever listened.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .binaries import MAJOR, binaries
from .errors import EmbeddedDatabaseError, explained
from .layout import Layout
from .privileges import hand_over, peer_name, wrapped

DATABASE = "anhoriglots"
OWNER = "anhoriglots_owner"
WEB = "anhoriglots_web"

_SECONDS = 300  # a slow disk under load, not a normal time
# The owner may step into the web role (tests and the shared-address case) but neither is superuser nor bypasses
# row security. CREATEDB is for the test databases.
_BOOTSTRAP = f"""\
CREATE ROLE {WEB} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE ROLE {OWNER} LOGIN NOSUPERUSER CREATEDB NOCREATEROLE NOBYPASSRLS IN ROLE {WEB};
CREATE DATABASE {DATABASE} OWNER {OWNER};
REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC;
GRANT CONNECT ON DATABASE {DATABASE} TO {WEB};
"""


def clean_environment() -> dict[str, str]:
    """The environment for PostgreSQL's programs: without variables that would change where or how they run."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PG", "LC_"))}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}


def _run(command: Sequence[str | Path], words: str = "") -> None:
    try:
        done = subprocess.run(
            wrapped(command), input=words, capture_output=True, text=True, errors="replace", cwd="/",
            env=clean_environment(), timeout=_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        raise EmbeddedDatabaseError(
            f"Databasen kunde inte skapas inom {_SECONDS} sekunder.", f"{Path(command[0]).name} timed out"
        ) from late
    if done.returncode != 0:
        raise explained(done.stderr or done.stdout)


def create(layout: Layout, *, durable: bool) -> None:
    """Make the database files, or do nothing when they exist. Half-made files from a broken attempt are thrown away.

    Raises:
        EmbeddedDatabaseError: no space, no permission, or files of another major version.
    """
    version = layout.cluster / "PG_VERSION"
    if version.exists():
        _require_version(version)
        return
    half_made = layout.data / "cluster.new"
    shutil.rmtree(half_made, ignore_errors=True)
    half_made.mkdir(mode=0o700)
    hand_over(half_made)
    try:
        _fill(half_made, durable=durable)
    except EmbeddedDatabaseError:
        shutil.rmtree(half_made, ignore_errors=True)
        raise
    if not durable:
        layout.undurable.touch(mode=0o600)
    half_made.rename(layout.cluster)


def _require_version(version: Path) -> None:
    found = version.read_text().strip()
    if found != str(MAJOR):
        raise EmbeddedDatabaseError(
            f"Databasen är skapad av PostgreSQL {found}, men programmet har {MAJOR}. Flytta undan mappen, eller ange"
            " DATABASE_URL.",
            f"{version.parent}: data of version {found}",
        )


def _fill(folder: Path, *, durable: bool) -> None:
    programs = binaries()
    _run(
        [
            programs / "initdb", "--pgdata", folder, "--username=postgres", "--encoding=UTF8",
            "--locale-provider=builtin", "--locale=C.UTF-8", "--auth=reject", "--no-instructions",
            *([] if durable else ["--no-sync"]),
        ]
    )  # fmt: skip
    _run([programs / "postgres", "--single", "-D", folder, "-c", "exit_on_error=on", "postgres"], _BOOTSTRAP)


def admit(cluster: Path) -> None:
    """Write who may come in: the current user, over the socket, as the two roles. Done before each start, so that
    files moved between accounts or machines keep working."""
    name = peer_name().replace('"', '""')
    _write(cluster / "pg_ident.conf", "".join(f'own "{name}" {role}\n' for role in (OWNER, WEB)))
    _write(cluster / "pg_hba.conf", f"local all {OWNER},{WEB} peer map=own\n")


def _write(file: Path, content: str) -> None:
    # Only when it differs: on a full disk writing would empty it.
    if file.read_text() != content:
        file.write_text(content)
