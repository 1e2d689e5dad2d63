"""The real web server over a small program: many visitors, killed workers, slow requests."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from anhoriglots.administration.web_server import answers, web_process

PROGRAM = """
import os, time
def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1)
    broken = environ["PATH_INFO"] == "/broken"
    start_response("500 Fel" if broken else "200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A running web server's port."""
    folder: Path = tmp_path_factory.mktemp("site")
    (folder / "small.py").write_text(PROGRAM)
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = free.getsockname()[1]
    command = [*web_process("127.0.0.1", number, workers=2).argv[:-1], "small:application"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        deadline = time.monotonic() + 20
        while not answers("127.0.0.1", number):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield number
        server.terminate()
        server.wait(timeout=15)


def _get(connection: http.client.HTTPConnection, path: str = "/") -> bytes:
    connection.request("GET", path)
    return connection.getresponse().read()


def test_two_hundred_open_browsers_do_not_shut_the_next_one_out(port: int) -> None:
    with ExitStack() as stack:
        for _ in range(200):
            connection = stack.enter_context(closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)))
            assert _get(connection)


def test_a_fault_of_the_program_is_not_an_answer(port: int) -> None:
    assert not answers("127.0.0.1", port, "/broken")


def test_a_killed_worker_is_replaced(port: int) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        victim = int(_get(connection))
    os.kill(victim, signal.SIGKILL)
    seen: set[int] = set()
    deadline = time.monotonic() + 15
    while len(seen - {victim}) < 2:
        assert time.monotonic() < deadline
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                seen.add(int(_get(connection)))
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)


def test_nobody_listening_is_not_an_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = free.getsockname()[1]
    assert not answers("127.0.0.1", number)


def test_the_server_runs_with_the_python_of_this_program() -> None:
    argv = web_process("127.0.0.1", 8000).argv
    assert argv[:3] == [sys.executable, "-m", "granian"]
    assert argv[-1] == "anhoriglots.config.wsgi:application"
