"""The server process: is it there, start it, stop it."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from .binaries import binaries
from .cluster import admit, clean_environment
from .errors import EmbeddedDatabaseError
from .layout import PORT, Layout
from .privileges import hand_over, owner_uid, wrapped

START_SECONDS = 180.0  # the longest wait for a start: recovery after a crash reads the whole journal
_LOG_LIMIT = 5_000_000  # bytes
_STATUS_LINE = 7  # of postmaster.pid, counted from nought
# Statements and their values are personal data: they stay out of the log, also when they fail.
_SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_min_duration_statement": "-1",
}
_FAST_AND_LOOSE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def listens(layout: Layout) -> bool:
    """Does a living server answer on the socket? A dead one's file refuses."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        try:
            client.connect(str(layout.socket))
        except OSError:
            return False
        return True


def status(layout: Layout) -> str:
    """How far the server has come in its own words: starting, ready, stopping; empty when it is not running."""
    try:
        lines = layout.pid_file.read_text().splitlines()
    except OSError:
        return ""
    return lines[_STATUS_LINE].strip() if len(lines) > _STATUS_LINE else "starting"


def is_ready(layout: Layout) -> bool:
    """Can clients connect now?"""
    return status(layout) == "ready" and listens(layout)


def pid(layout: Layout) -> int | None:
    """The server's process number according to its own note, or None."""
    try:
        return int(layout.pid_file.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None


def living_in(cluster: Path) -> list[int]:
    """Numbers of the PostgreSQL processes that work in this folder.

    A killed one that nobody has buried is not among them. Empty on systems without /proc.
    """
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if (entry / "cwd").readlink() == cluster and (entry / "exe").readlink().name.startswith("postgres"):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def clear_stale_note(layout: Layout) -> None:
    """Remove a dead server's note, so that another process which got its number does not hinder a new start."""
    if Path("/proc/self").exists() and layout.pid_file.exists() and not living_in(layout.cluster):
        layout.pid_file.unlink(missing_ok=True)


def launch(layout: Layout) -> subprocess.Popen[bytes]:
    """Start the server process; it may take a while before it is ready. Its words go to the log.

    Raises:
        EmbeddedDatabaseError: the socket's folder is not ours alone.
        OSError: files cannot be written.
    """
    hand_over(layout.cluster)
    admit(layout.cluster)
    _secure_socket_folder(layout.sockets)
    clear_stale_note(layout)
    if layout.log.exists() and layout.log.stat().st_size > _LOG_LIMIT:
        layout.log.rename(layout.log.with_suffix(".log.1"))
    settings = {**_SETTINGS, "unix_socket_directories": str(layout.sockets)}
    if layout.undurable.exists():
        settings |= _FAST_AND_LOOSE
    options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    with layout.log.open("ab") as log:
        return subprocess.Popen(
            wrapped([binaries() / "postgres", "-D", layout.cluster, *options]),
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=clean_environment(),
            start_new_session=True,
        )  # fmt: skip


def _secure_socket_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if os.geteuid() == 0 and found.st_uid == 0:
        os.chown(folder, owner_uid(), owner_uid(), follow_symlinks=False)
        found = folder.lstat()
    if folder.is_symlink() or found.st_uid != owner_uid() or found.st_mode & 0o077:
        raise EmbeddedDatabaseError(
            f"Mappen {folder} är inte bara din. Ta bort den och starta igen.", "refusing a socket folder others can use"
        )


def stop(number: int, *, seconds: float, process: subprocess.Popen[bytes] | None = None) -> None:
    """Ask the server to stop now and wait; clients are cut off, what they have committed is kept.

    Args:
        number: the server's process number.
        seconds: how long to wait before it is told to drop everything (it then recovers at the next start).
        process: the server, when it is our own child and must be buried.
    """
    for word in (signal.SIGINT, signal.SIGQUIT):
        try:
            os.kill(number, word)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if process is not None and process.poll() is not None:
                return
            if not is_alive(number):
                return
            time.sleep(0.02)


def is_alive(number: int) -> bool:
    """Is there a process with this number?"""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
