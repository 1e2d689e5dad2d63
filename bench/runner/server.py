"""A web server of ours for the time of a measurement: the program itself, or the floors served the same way."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from anhoriglots.administration import supervisor
from anhoriglots.administration.web_server import answers, web_process

HOST = "127.0.0.1"
WORKERS = 2
_START_SECONDS = 60.0


class NotMeasured(Exception):
    """The measurement cannot be made; says why."""


class UnknownJob(NotMeasured):
    """There is no job with such a name."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port, its oldest process, and how long it took to its first page."""

    port: int
    pid: int
    started_in: float

    @property
    def origin(self) -> str:
        """How its addresses begin."""
        return f"http://{HOST}:{self.port}"


def environment(folder: Path, **more: str) -> dict[str, str]:
    """As in production, but on plain http at this machine and with the database of the measurement.

    ANHORIGLOTS_BEHIND_PROXY makes the program read the visitor's address from X-Forwarded-For, as behind a real proxy:
    each request of the load client then comes from a visitor of its own. The limits per visitor stay as they are.
    """
    cleaned = {key: value for key, value in os.environ.items() if not key.startswith(("ANHORIGLOTS_", "DATABASE_"))}
    return {
        **cleaned,
        "ANHORIGLOTS_VAR": str(folder),
        "ANHORIGLOTS_DATABASE_ROLE": "web",
        "ANHORIGLOTS_PLAIN_HTTP": "1",
        "ANHORIGLOTS_BEHIND_PROXY": "1",
        "DJANGO_SETTINGS_MODULE": "anhoriglots.config.settings.production",
        **more,
    }


def postmaster(data: Path) -> int:
    """The process number of the embedded database's oldest process, as it notes it itself."""
    return int((data / "cluster" / "postmaster.pid").read_text().splitlines()[0])


def free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(environ: Mapping[str, str], path: str, *, target: str | None = None) -> Iterator[Server]:
    """Start it, wait until it answers, stop it afterwards.

    Args:
        environ: see ``environment``.
        path: a page that must answer before measuring starts.
        target: another WSGI application under the same server with the same options.

    Raises:
        NotMeasured: it does not start.
    """
    port = free_port()
    process = web_process(HOST, port, workers=WORKERS)
    # Tethered as the program's own supervisor does it: should we be killed, the server does not stay behind.
    tether = [sys.executable, "-IS", str(Path(supervisor.__file__).with_name("tether.py")), str(os.getpid())]
    arguments = [*tether, *process.argv[:-1], target or process.argv[-1]]
    log = Path(environ["ANHORIGLOTS_VAR"]) / "bench-server.log"
    started = time.monotonic()
    with log.open("wb") as output:
        running = subprocess.Popen(
            arguments, env={**environ, **process.env}, stdout=output, stderr=output, start_new_session=True
        )
    try:
        while not answers(HOST, port, path):
            if running.poll() is not None or time.monotonic() - started > _START_SECONDS:
                raise NotMeasured(f"the web server does not answer; see {log}")
            time.sleep(0.05)
        yield Server(port, running.pid, time.monotonic() - started)
    finally:
        running.send_signal(signal.SIGTERM)
        try:
            running.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
