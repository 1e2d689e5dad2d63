"""The server process: is it there, start it, stop it.

Every PostgreSQL process of a folder inherits one locked file. As long as the kernel says that the lock is held, one of
them lives: also one whose parent was killed, or in another container. Process numbers could not tell that.
"""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from . import locks
from .binaries import binaries
from .cluster import admit, clean_environment
from .errors import EmbeddedDatabaseError
from .layout import PORT, Layout
from .privileges import hand_over, owner_uid, wrapped

START_SECONDS = 180.0  # the longest wait for a start: recovery after a crash reads the whole journal
_STOP_SECONDS = 60.0
_LOG_LIMIT = 5_000_000  # bytes
_SOCKETS_LINE, _STATUS_LINE = 4, 7  # of postmaster.pid, counted from nought
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
    "log_checkpoints": "off",
}
# Survives kill -9 of any process, but not of the machine.
_FAST_AND_LOOSE = {"fsync": "off", "full_page_writes": "off"}


def lives(layout: Layout) -> bool:
    """Is any process of this folder's server alive, ready or not?"""
    return locks.is_held(layout.server)


def listens(layout: Layout) -> bool:
    """Does a living server answer on the socket? A dead one's file refuses."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        try:
            client.connect(str(layout.socket))
        except OSError:
            return False
        return True


def is_ready(layout: Layout) -> bool:
    """Can clients connect now? The server notes itself whether it is starting, ready or stopping."""
    return _note(layout, _STATUS_LINE) == "ready" and listens(layout)


def is_elsewhere(layout: Layout) -> bool:
    """Does the server still listen where it did before its folder was moved?"""
    return _note(layout, _SOCKETS_LINE) not in ("", str(layout.sockets)) and lives(layout)


def _note(layout: Layout, line: int) -> str:
    try:
        return layout.pid_file.read_text().splitlines()[line].strip()
    except (OSError, IndexError):
        return ""


def launch(layout: Layout) -> subprocess.Popen[bytes]:
    """Start the server process; it may take a while before it is ready. Its words go to the log.

    Raises:
        EmbeddedDatabaseError: the folders are not ours alone, or an old server does not go away.
        OSError: files cannot be written.
    """
    _secure_socket_folder(layout.sockets)
    alive = locks.acquire(layout.server, timeout=START_SECONDS)
    try:
        # Nobody lives here, so these notes are a dead server's. Left, they would stop the start if another process
        # has been given the same number since, or nobody has buried the dead one.
        layout.pid_file.unlink(missing_ok=True)
        layout.socket.with_name(f"{layout.socket.name}.lock").unlink(missing_ok=True)
        hand_over(layout.cluster)
        admit(layout.cluster)
        _rotate(layout.log)
        with layout.log.open("ab") as log:
            return subprocess.Popen(
                wrapped([binaries() / "postgres", "-D", layout.cluster, *_options(layout)]),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=clean_environment(),
                start_new_session=True, pass_fds=[alive],
            )  # fmt: skip
    finally:
        os.close(alive)


def _options(layout: Layout) -> list[str]:
    settings = {**_SETTINGS, "unix_socket_directories": str(layout.sockets)}
    if layout.undurable.exists():
        settings |= _FAST_AND_LOOSE
    return [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]


def _rotate(log: Path) -> None:
    if log.exists() and log.stat().st_size > _LOG_LIMIT:
        log.rename(log.with_name(f"{log.name}.1"))


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


def stop(layout: Layout) -> None:
    """Stop the server, if it lives, and wait. Clients are cut off; what they have committed is kept.

    First in good order; if that takes too long at once, and the next start recovers.
    """
    for word in (signal.SIGINT, signal.SIGQUIT):
        deadline = time.monotonic() + _STOP_SECONDS
        _tell(layout, word)
        while lives(layout) and time.monotonic() < deadline:
            time.sleep(0.02)


def _tell(layout: Layout, word: signal.Signals) -> None:
    number = _note(layout, 0)
    if lives(layout) and number.isdecimal():
        os.kill(int(number), word)
