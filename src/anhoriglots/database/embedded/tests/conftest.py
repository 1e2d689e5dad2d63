"""Real servers, real processes, real kill -9. Each test has its own folder and leaves nothing running."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from anhoriglots.database import embedded
from anhoriglots.database.embedded import locks
from anhoriglots.database.embedded.cluster import create
from anhoriglots.database.embedded.layout import Layout

LINGER = 0.2
USER_PROGRAM = """
import sys
from contextlib import contextmanager
from pathlib import Path
from anhoriglots.database import embedded
try:
    print(embedded.start(Path(sys.argv[1]), durable=sys.argv[2] == "True", linger=0.2).host, flush=True)
except embedded.EmbeddedDatabaseError as error:
    print("REFUSED", error, flush=True)
sys.stdin.read()
"""


class World:
    """One folder with a database, and what a test does to it."""

    def __init__(self, data: Path, *, durable: bool = False) -> None:
        self.layout = Layout(data)
        self.durable = durable
        self.others: list[subprocess.Popen[str]] = []

    def start(self) -> embedded.Address:
        """Use the server from this process."""
        return embedded.start(self.layout.data, durable=self.durable, linger=LINGER)

    def another_user(self, **environment: str) -> subprocess.Popen[str]:
        """Another process that starts and uses the same server; its first line is the host, or why not."""
        process = subprocess.Popen(
            [sys.executable, "-c", USER_PROGRAM, str(self.layout.data), str(self.durable)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment},
        )  # fmt: skip
        self.others.append(process)
        return process

    def connect(self, role: str = "anhoriglots_owner", database: str = "anhoriglots") -> psycopg.Connection:
        """A connection as that role."""
        return psycopg.connect(
            host=str(self.layout.sockets), user=role, dbname=database, autocommit=True, connect_timeout=5
        )

    def server_pid(self) -> int:
        """The server's process number."""
        return int(self.layout.pid_file.read_text().splitlines()[0])

    def keeper_pid(self) -> int:
        """The keeper's process number."""
        return int(self.layout.keeper.read_text().splitlines()[0])

    def is_up(self) -> bool:
        """Does any PostgreSQL process of this folder live?"""
        return locks.is_held(self.layout.server)

    def clean_up(self) -> None:
        """Leave nothing behind."""
        for process in self.others:
            process.kill()
            process.communicate()
        embedded.release(self.layout.data)
        with contextlib.suppress(OSError, ValueError, IndexError):
            os.kill(self.keeper_pid(), signal.SIGTERM)
        if self.layout.data.is_dir():
            eventually(lambda: not self.is_up() and not locks.is_held(self.layout.keeper))
        shutil.rmtree(self.layout.sockets, ignore_errors=True)


def eventually(true: Callable[[], bool], seconds: float = 15) -> None:
    """Wait until it is true; fail when it never is."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it never became true"
        time.sleep(0.02)


@contextmanager
def short_lived() -> Iterator[Path]:
    """A folder that other accounts may pass through; in memory if there is plenty, since each server is 45 MB."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it is made safely
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 1_000_000_000
    path = Path(tempfile.mkdtemp(prefix="anhoriglots-test-", dir=memory if roomy else None)).resolve()
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short-lived folder that other accounts may pass through."""
    with short_lived() as path:
        yield path


@pytest.fixture
def world(folder: Path) -> Iterator[World]:
    """A folder where no database has been made yet."""
    made = World(folder / "database")
    yield made
    made.clean_up()


@pytest.fixture(scope="session")
def made_once() -> Iterator[Path]:
    """The files of a newly made database, to be copied: making them takes a second."""
    with short_lived() as path:
        layout = Layout(path)
        create(layout, durable=True)
        yield layout.cluster


@pytest.fixture
def ready_made(world: World, made_once: Path) -> World:
    """A folder with a database that is not running."""
    _copy(made_once, world)
    return world


@pytest.fixture(scope="module")
def running(made_once: Path) -> Iterator[World]:
    """A running server for the tests of a module, which do not harm it."""
    with short_lived() as path:
        made = World(path / "database")
        _copy(made_once, made)
        made.start()
        yield made
        made.clean_up()


def _copy(cluster: Path, world: World) -> None:
    world.durable = True
    world.layout.data.mkdir(mode=0o700)
    subprocess.run(["cp", "-Rp", cluster, world.layout.cluster], check=True)
