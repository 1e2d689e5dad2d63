"""Starting and sharing the embedded server between processes."""

import atexit
import contextlib
import os
import select
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from . import locks, postmaster
from .cluster import DATABASE, OWNER, create
from .errors import EmbeddedDatabaseError, of_system
from .layout import Layout
from .postmaster import START_SECONDS

_PATIENCE = START_SECONDS + 60  # seconds another starter may need: making the files and recovering
LINGER = 2.0
_held: dict[Path, int] = {}


@dataclass(frozen=True, slots=True)
class Address:
    """How to connect: the folder of the socket, the role that owns the tables, and the database."""

    host: str
    user: str
    database: str


def start(data: Path, *, durable: bool = True, linger: float = LINGER) -> Address:
    """Make sure that the server of this folder runs, for as long as this process lives.

    Any number of processes may call it at once, any number of times: one server serves them all, and stops soon
    after the last of them has gone. What was committed survives `kill -9` of any process.

    Args:
        data: the folder of the database; made when missing.
        durable: False makes a database for tests, faster and lost if the machine stops. Counts when it is first made.
        linger: seconds the server stays without users, so that commands which follow each other share it. Counts for
            the process that finds it stopped.

    Raises:
        EmbeddedDatabaseError: it cannot run, with what to do about it.
    """
    layout = Layout(data.resolve())
    try:
        _start(layout, durable=durable, linger=linger)
    except OSError as error:
        raise of_system(error) from error
    atexit.unregister(_leave_in_good_hands)
    atexit.register(_leave_in_good_hands)
    return Address(host=str(layout.sockets), user=OWNER, database=DATABASE)


def release(data: Path) -> None:
    """Say that this process no longer needs the server. Not needed at exit."""
    descriptor = _held.pop(data.resolve(), None)
    if descriptor is not None:
        os.close(descriptor)


def _leave_in_good_hands() -> None:
    """Before the process ends: a server whose keeper was killed gets a new one, or nobody would ever stop it."""
    for data in list(_held):
        layout = Layout(data)
        with contextlib.suppress(OSError, EmbeddedDatabaseError):
            if postmaster.lives(layout) and not locks.is_held(layout.keeper):
                _start(layout, durable=False, linger=0)


def _start(layout: Layout, *, durable: bool, linger: float) -> None:
    layout.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    _use(layout)
    try:
        starter = locks.acquire(layout.starter, timeout=_PATIENCE)
        try:
            _bring_up(layout, durable=durable, linger=linger)
        finally:
            os.close(starter)
    except BaseException:
        release(layout.data)
        raise


def _use(layout: Layout) -> None:
    """Hold the users' lock once per process, however often it starts."""
    held = _held.get(layout.data)
    if held is None or not locks.same_file(held, layout.users):
        release(layout.data)
        _held[layout.data] = locks.acquire(layout.users, shared=True, timeout=_PATIENCE)


def _bring_up(layout: Layout, *, durable: bool, linger: float) -> None:
    if not (layout.cluster / "PG_VERSION").exists():
        _await_ghost(layout)
    create(layout, durable=durable)
    if durable and layout.undurable.exists():
        raise EmbeddedDatabaseError(
            "Den här databasen är gjord för tester och kan förlora data. Välj en annan mapp med ANHORIGLOTS_VAR.",
            f"{layout.undurable} exists",
        )
    deadline = time.monotonic() + START_SECONDS
    while not _is_kept(layout, linger):
        if time.monotonic() > deadline:
            raise EmbeddedDatabaseError(
                f"Databasen är inte klar efter {START_SECONDS:.0f} sekunder.", f"see {layout.log}"
            )
        time.sleep(0.02)


def _is_kept(layout: Layout, linger: float) -> bool:
    """Is the server ready and somebody looks after it? Starts a keeper when there is none.

    Raises:
        EmbeddedDatabaseError: the keeper says that the server cannot start.
    """
    if not locks.is_held(layout.keeper):
        _spawn_keeper(layout, linger)
        return False
    if postmaster.is_ready(layout):
        return True
    failure = layout.keeper.read_text().partition("\n")[2]
    if failure:
        raise EmbeddedDatabaseError.unpacked(failure)
    return False


def _await_ghost(layout: Layout) -> None:
    """Somebody removed the files under a running server: its keeper notices and stops it, or itself in a minute."""
    deadline = time.monotonic() + 90
    while postmaster.listens(layout) and time.monotonic() < deadline:
        time.sleep(0.1)


def _spawn_keeper(layout: Layout, linger: float) -> None:
    """Start the keeper apart from this process and wait for its report.

    Raises:
        EmbeddedDatabaseError: what the keeper says is wrong.
    """
    ours, theirs = os.pipe()
    os.set_inheritable(theirs, True)
    nowhere = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, str(layout.log), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
    ]
    command = [sys.executable, "-P", "-m", f"{__package__}.keeper", str(layout.data), str(linger), str(theirs)]
    os.posix_spawn(sys.executable, command, os.environ, file_actions=nowhere, setsid=True)
    os.close(theirs)
    try:
        _hear(ours, layout)
    finally:
        os.close(ours)


def _hear(report: int, layout: Layout) -> None:
    said = b""
    deadline = time.monotonic() + START_SECONDS + 20
    while select.select([report], [], [], max(0.0, deadline - time.monotonic()))[0]:
        chunk = os.read(report, 4096)
        if not chunk:
            break
        said += chunk
    if said:
        raise EmbeddedDatabaseError.unpacked(said.decode(errors="replace"))
    if not postmaster.is_ready(layout):
        raise EmbeddedDatabaseError("Databasen kunde inte starta.", f"its keeper ended; see {layout.log}")
