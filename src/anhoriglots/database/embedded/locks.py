"""Locks of the kernel: they vanish with the process that holds them, also after `kill -9`."""

import fcntl
import os
import time
from pathlib import Path

from .errors import EmbeddedDatabaseError

_PAUSE = 0.01


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def same_file(descriptor: int, path: Path) -> bool:
    """Is the locked file still the one with that name? False when somebody has removed or moved the folder."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def try_lock(descriptor: int, *, shared: bool) -> bool:
    """Take the lock if nobody stands in the way. Never waits."""
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def unlock(descriptor: int) -> None:
    """Let go of the lock but keep the file open."""
    fcntl.flock(descriptor, fcntl.LOCK_UN)


def acquire(path: Path, *, shared: bool = False, timeout: float) -> int:
    """Wait for the lock and return its file descriptor; closing it lets go.

    Args:
        path: the lock file; made when missing.
        shared: may others hold it at the same time?
        timeout: seconds to wait.

    Raises:
        EmbeddedDatabaseError: still taken after that time.
        OSError: the file cannot be made.
    """
    deadline = time.monotonic() + timeout
    while True:
        descriptor = _open(path)
        if try_lock(descriptor, shared=shared) and same_file(descriptor, path):
            return descriptor
        os.close(descriptor)
        if time.monotonic() > deadline:
            raise EmbeddedDatabaseError(
                "En annan process håller på med databasen och blir inte klar. Vänta en stund och försök igen.",
                f"{path} still locked after {timeout:.0f} s",
            )
        time.sleep(_PAUSE)


def is_held(path: Path) -> bool:
    """Does a living process hold this exclusive lock? Makes no file."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        return not try_lock(descriptor, shared=False)
    finally:
        os.close(descriptor)
