"""The supervisor with real processes: deaths, restarts, Ctrl-C, and its own violent end."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from anhoriglots.administration.child_process import RESTARTS_PER_MINUTE
from anhoriglots.administration.supervisor import port_is_free

# Each process of the tests writes its number and that of its parent, then what it is told to do.
PROGRAM = """
import sys
from anhoriglots.administration.supervisor import Process, run
script = "import os, subprocess, sys, time; print('pid', os.getpid(), flush=True); " + sys.argv[1]
process = Process("web", [sys.executable, "-c", script], {"GREETING": "hej"})
code = run([process], on_ready=lambda: print("READY", flush=True), **eval(sys.argv[2]))
print("CODE", code, flush=True)
"""
FOREVER = "time.sleep(600)"

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a supervisor over one process with the given script."""
    started: list[subprocess.Popen[str]] = []

    def begin(script: str, options: str = "{}") -> subprocess.Popen[str]:
        process = subprocess.Popen([sys.executable, "-c", PROGRAM, script, options], stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield begin
    for process in started:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=15)


def _line(process: subprocess.Popen[str], sign: str) -> str:
    assert process.stdout
    for line in process.stdout:
        if sign in line:
            return line.strip()
    raise AssertionError(f"ended without saying {sign}")


def _child(process: subprocess.Popen[str]) -> int:
    return int(_line(process, "pid").split()[-1])


def _is_gone(number: int) -> bool:
    try:
        with open(f"/proc/{number}/stat") as stat:  # noqa: PTH123 - a process, not a file
            return stat.read().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def _goes_away(number: int, seconds: float = 5) -> bool:
    deadline = time.monotonic() + seconds
    while not _is_gone(number) and time.monotonic() < deadline:
        time.sleep(0.02)
    return _is_gone(number)


def test_each_line_carries_the_name_of_its_process(start: Start) -> None:
    supervisor = start("print(os.environ['GREETING'], flush=True); " + FOREVER)
    assert _line(supervisor, "hej") == "web | hej"


def test_last_words_without_a_line_end_are_shown(start: Start) -> None:
    supervisor = start("sys.stderr.write('last words'); sys.exit(1)", "{'ready': lambda: False}")
    assert _line(supervisor, "last") == "web | last words"


def test_a_killed_process_is_started_again_with_a_line_that_says_so(start: Start) -> None:
    supervisor = start(FOREVER)
    first = _child(supervisor)
    os.kill(first, signal.SIGKILL)
    assert _line(supervisor, "startas om") == "web | dödades (signal 9) och startas om."
    assert _child(supervisor) != first


def test_what_a_killed_process_had_started_is_not_left_behind(start: Start) -> None:
    supervisor = start("print('grandchild', subprocess.Popen(['sleep', '600']).pid, flush=True); " + FOREVER)
    child = _child(supervisor)
    grandchild = int(_line(supervisor, "grandchild").split()[-1])
    os.kill(child, signal.SIGKILL)
    assert _goes_away(grandchild)


def test_a_process_that_never_runs_is_given_up(start: Start) -> None:
    supervisor = start("sys.exit(3)")
    assert supervisor.stdout
    said = supervisor.stdout.read()
    assert said.count("slutade av sig själv (kod 3) och startas om.") == RESTARTS_PER_MINUTE
    assert "slutade av sig själv (kod 3) för 6:e gången. Stoppar." in said
    assert "CODE 1" in said


def test_a_process_that_has_worked_is_not_given_up_but_started_less_often(start: Start, tmp_path: Path) -> None:
    marker = tmp_path / "has-worked"
    script = f"marker = {str(marker)!r}; os.path.exists(marker) and sys.exit(3); open(marker, 'w'); time.sleep(0.4)"
    supervisor = start(script, "{'proven_after': 0.3}")
    waiting = _line(supervisor, "startas om efter")
    assert 45 < int(waiting.split()[-2]) <= 60
    assert supervisor.poll() is None


def test_a_process_that_ends_before_all_is_ready_stops_the_rest_at_once(start: Start) -> None:
    supervisor = start("sys.exit(3)", "{'ready': lambda: False}")
    assert supervisor.stdout
    said = supervisor.stdout.read()
    assert "slutade av sig själv (kod 3) innan allt var klart. Stoppar." in said
    assert "startas om" not in said
    assert "READY" not in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_stops_all_and_says_nothing_is_wrong(start: Start, number: signal.Signals) -> None:
    supervisor = start(FOREVER)
    child = _child(supervisor)
    supervisor.send_signal(number)
    assert _line(supervisor, "CODE") == "CODE 0"
    assert _is_gone(child)


def test_a_second_ctrl_c_does_not_wait_for_a_stubborn_process(start: Start) -> None:
    stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); " + FOREVER
    supervisor = start(stubborn)
    child = _child(supervisor)
    _line(supervisor, "deaf")
    begun = time.monotonic()
    supervisor.send_signal(signal.SIGINT)
    time.sleep(0.7)
    supervisor.send_signal(signal.SIGINT)
    assert _line(supervisor, "CODE") == "CODE 0"
    assert time.monotonic() - begun < 5
    assert _is_gone(child)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is dead")
def test_a_killed_supervisor_takes_its_processes_with_it(start: Start) -> None:
    supervisor = start(FOREVER)
    child = _child(supervisor)
    supervisor.kill()
    assert _goes_away(child)


def test_output_that_nobody_reads_any_more_stops_it(start: Start) -> None:
    supervisor = start("[print('tick', flush=True) or time.sleep(0.05) for _ in range(9999)]")
    child = _child(supervisor)
    assert supervisor.stdout
    supervisor.stdout.close()
    supervisor.wait(timeout=10)
    assert _is_gone(child)
    supervisor.stdout = None


def test_a_taken_port_is_not_free_and_a_left_one_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert not port_is_free("127.0.0.1", port, patience=0.2)
    assert port_is_free("127.0.0.1", port, patience=0.2)


def test_a_port_that_is_just_being_left_is_waited_for() -> None:
    script = (
        "import socket, time; s = socket.create_server(('127.0.0.1', 0));"
        " print(s.getsockname()[1], flush=True); time.sleep(0.5)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as leaving:
        assert leaving.stdout
        assert port_is_free("127.0.0.1", int(leaving.stdout.readline()))
