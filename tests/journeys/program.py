"""Starts the real program the way a user does: one command, production settings, an empty folder, a free port."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from anhoriglots.administration import tether
from anhoriglots.database.embedded.cluster import DATABASE, OWNER
from anhoriglots.database.embedded.layout import socket_folder

READY_SECONDS = 90.0
# What the test run sets for itself must not reach the program.
_OURS = ("ANHORIGLOTS_", "DJANGO_", "PYTEST_", "COV_")


class Program:
    """``anhoriglots demo`` in a var folder of its own.

    Attributes:
        origin: scheme, host and port of its pages.
    """

    def __init__(self, var: Path, *, database_url: str = "") -> None:
        self.var = var
        self.port = _free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.log = var.parent / "program.log"
        self._database_url = database_url
        self._environment = _clean_environment(var, database_url)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *, seconds: float = READY_SECONDS) -> float:
        """Start, wait until pages are served, and tell how many seconds it took.

        Raises:
            RuntimeError: it ended or was not ready in time; with what it said.
        """
        # Tied to this process, so that it stops also when the tests are killed.
        tied = [sys.executable, "-IS", tether.__file__, str(os.getpid())]
        command = [*tied, str(Path(sys.executable).parent / "anhoriglots"), "demo", "--port", str(self.port)]
        before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, env=self._environment, cwd=self.var.parent, stdout=log, stderr=log, start_new_session=True
            )
        began = time.monotonic()
        while time.monotonic() < began + seconds:
            if "Ctrl-C" in self.said(after=before):
                return time.monotonic() - began
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"the program was not ready; it said:\n{self.said()}")

    def stop(self, *, seconds: float = 30.0) -> int:
        """Ctrl-C, as in a terminal; returns the exit code."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGINT)
        return self._process.wait(seconds)

    def kill(self) -> None:
        """kill -9 of the program's first process."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(10)

    def is_running(self) -> bool:
        """Has it not ended?"""
        return self._process is not None and self._process.poll() is None

    def said(self, *, after: int = 0) -> str:
        """All it has written to the terminal, from a number of bytes on."""
        return self.log.read_bytes()[after:].decode(errors="replace") if self.log.exists() else ""

    @property
    def password(self) -> str:
        """The password of the invented staff, as printed."""
        password: str = json.loads((self.var / "demo.json").read_text())["password"]
        return password

    def status(self, path: str) -> int:
        """What the server answers to a plain GET; 0 when nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.origin}{path}", timeout=20) as response:  # noqa: S310 - our own origin
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def wait_for(self, path: str, status: int, *, seconds: float = 30.0) -> None:
        """Wait until the address answers with the status.

        Raises:
            AssertionError: it did not.
        """
        deadline = time.monotonic() + seconds
        seen = self.status(path)
        while seen != status and time.monotonic() < deadline:
            time.sleep(0.2)
            seen = self.status(path)
        assert seen == status, f"{path} answered {seen} and never {status}"

    def processes(self, word: str) -> list[int]:
        """Ids of processes below the program whose command line holds the word."""
        assert self._process is not None
        return [pid for pid in _below(self._process.pid) if word in _command_line(pid)]

    def forget_attempts(self) -> None:
        """Let everybody try again: all people of the journeys share one network address, which has its limits."""
        address = self._database_url or f"host={socket_folder(self.var / 'database')} dbname={DATABASE} user={OWNER}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("DELETE FROM throttle")

    @contextmanager
    def database_away(self) -> Iterator[None]:
        """kill -9 of the embedded server, and nobody to start it again until the block ends."""
        data = self.var / "database"
        keeper = int((data / "keeper.lock").read_text().splitlines()[0])
        os.kill(keeper, signal.SIGSTOP)
        try:
            os.kill(int((data / "cluster" / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
            yield
        finally:
            os.kill(keeper, signal.SIGCONT)


def _clean_environment(var: Path, database_url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    kept.pop("DATABASE_URL", None)
    kept.pop("DATABASE_WEB_URL", None)
    if database_url:
        kept["DATABASE_URL"] = database_url
        kept["ANHORIGLOTS_SECRET_KEY"] = "s" * 48
        kept["ANHORIGLOTS_DATA_KEY"] = "d" * 48
    return {**kept, "ANHORIGLOTS_VAR": str(var)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _below(pid: int) -> Iterator[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for child in children.read_text().split() if children.exists() else []:
        yield int(child)
        yield from _below(int(child))


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
