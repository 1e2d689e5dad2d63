"""As whom the server runs. PostgreSQL refuses to be root; a demo must start for root too, making no accounts."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from .errors import EmbeddedDatabaseError


class Mode(StrEnum):
    """How the server's process is kept from being root."""

    PLAIN = "plain"  # an ordinary user: nothing to do
    NAMESPACE = "namespace"  # own user namespace: the caller's own account under another number
    CAPABILITIES = (
        "capabilities"  # root where namespaces are not allowed (containers): another account, may read root's
    )


@cache
def _account() -> pwd.struct_passwd:
    """The existing account with the lowest number that is not root; only its name and number are borrowed."""
    return min((entry for entry in pwd.getpwall() if entry.pw_uid != 0), key=lambda entry: entry.pw_uid)


def _prefix(mode: Mode) -> list[str]:
    if mode is Mode.PLAIN:
        return []
    uid = str(_account().pw_uid)
    if mode is Mode.NAMESPACE:
        return ["unshare", "--user", f"--map-user={uid}", f"--map-group={uid}"]
    kept = "+dac_override,+dac_read_search"
    return [
        "setpriv", "--securebits=+no_setuid_fixup", f"--reuid={uid}", f"--regid={uid}", "--clear-groups",
        f"--inh-caps={kept}", f"--ambient-caps={kept}",
    ]  # fmt: skip


def _works(mode: Mode) -> bool:
    try:
        return subprocess.run([*_prefix(mode), "true"], capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _has_name(uid: int) -> bool:
    return any(entry.pw_uid == uid for entry in pwd.getpwall()) or _looked_up(uid)


def _looked_up(uid: int) -> bool:
    # Accounts from a directory service are not listed by getpwall.
    try:
        return bool(pwd.getpwuid(uid).pw_name)
    except KeyError:
        return False


@cache
def mode() -> Mode:
    """How to run the server for the current user.

    Raises:
        EmbeddedDatabaseError: root (or a nameless user) on a system that allows neither way.
    """
    uid = os.geteuid()
    if uid != 0 and _has_name(uid):
        return Mode.PLAIN
    if _works(Mode.NAMESPACE):
        return Mode.NAMESPACE
    if uid == 0 and _works(Mode.CAPABILITIES):
        return Mode.CAPABILITIES
    raise EmbeddedDatabaseError(
        "PostgreSQL får inte köras av det här kontot på det här systemet. Starta som vanlig användare, eller ange"
        " DATABASE_URL.",
        f"uid {uid}: neither `unshare --user` nor `setpriv` may be used here",
    )


def wrapped(command: Sequence[str | Path]) -> list[str]:
    """The command line that runs `command` with the rights the server may have. It keeps its process number."""
    return [*_prefix(mode()), *(str(part) for part in command)]


def peer_name() -> str:
    """The account name under which the server sees a client of the current user (peer authentication)."""
    return _account().pw_name if mode() is Mode.NAMESPACE else pwd.getpwuid(os.geteuid()).pw_name


def owner_uid() -> int:
    """The number of the account that must own the server's files, seen from outside any namespace."""
    return _account().pw_uid if mode() is Mode.CAPABILITIES else os.geteuid()


def hand_over(folder: Path) -> None:
    """Let the server own a folder and all in it.

    Raises:
        EmbeddedDatabaseError: the folder belongs to an account that is not ours to take from.
    """
    owner = folder.lstat().st_uid
    if owner == owner_uid():
        return
    if os.geteuid() != 0 or owner not in (0, _account().pw_uid):
        raise EmbeddedDatabaseError(
            "Databasens mapp tillhör ett annat konto. Starta med samma konto som förra gången, eller välj en annan mapp"
            " med ANHORIGLOTS_VAR.",
            f"{folder} is owned by uid {owner}",
        )
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, owner_uid(), owner_uid(), follow_symlinks=False)
