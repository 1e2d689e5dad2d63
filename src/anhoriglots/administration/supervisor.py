"""Keeps a handful of processes running beside each other, shows what they say, and stops them together.

For the demo and for small installations; a city lets its own service manager do this.
"""

import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

STOP_SECONDS = 8.0  # then a process that does not stop is killed
RESTARTS_PER_MINUTE = 5
_TICK = 0.1
_PAUSE = 0.5  # seconds between a death and the restart
_SAME_KEY_PRESS = 0.5  # seconds within which several signals mean one wish
_LONGEST_LINE = 65_536  # bytes


@dataclass(frozen=True, slots=True)
class Process:
    """A program to keep running.

    Attributes:
        name: what the user sees before each of its lines.
        argv: program and arguments.
        env: variables it gets besides those of this process.
    """

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)


def run(
    processes: Sequence[Process],
    *,
    ready: Callable[[], bool] | None = None,
    on_ready: Callable[[], None] | None = None,
    proven_after: float = 10.0,
) -> int:
    """Run the processes until Ctrl-C, SIGTERM or a lost terminal; must be called from the main thread.

    A process that dies is started again, with a line that says so, at most five times a minute: for as long as it
    takes, since what ails it may be a database that is away. But if it ends by itself before all is ready, or has never
    run for long and dies a sixth time, everything stops.

    Args:
        processes: what to run.
        ready: asked a few times a second until it says yes; without it all is ready at once.
        on_ready: called once when ready.
        proven_after: seconds a process must have run for once, to be worth starting again and again.

    Returns:
        0 when asked to stop, 1 when a process would not run.
    """
    supervisor = _Supervisor(processes, ready or (lambda: True), on_ready or (lambda: None), proven_after)
    before = {number: signal.signal(number, supervisor.on_signal) for number in _ENDINGS}
    try:
        return supervisor.run()
    finally:
        supervisor.kill_all()
        for number, handler in before.items():
            signal.signal(number, handler)


def port_is_free(host: str, port: int, *, patience: float = 3.0) -> bool:
    """Can a server listen there? Waits a little for one that is just stopping.

    Args:
        host: the address, by name or number.
        port: 1 to 65535.
        patience: seconds to wait.
    """
    deadline = time.monotonic() + patience
    while not _can_bind(host, port):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def _can_bind(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _Child:
    """A process and what has happened to it."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.deaths: deque[float] = deque(maxlen=RESTARTS_PER_MINUTE)
        self.count = 0
        self.started = 0.0
        self.longest = 0.0
        self.not_before = 0.0
        self.unfinished = b""
        self.popen: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in a group of its own, so that Ctrl-C reaches only us and nothing it starts is left behind."""
        tether = [sys.executable, "-IS", str(Path(__file__).with_name("tether.py")), str(os.getpid())]
        self.popen = subprocess.Popen(
            [*tether, *self.process.argv],
            env={**os.environ, "PYTHONUNBUFFERED": "1", **self.process.env},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        os.set_blocking(self.output, False)
        self.started = time.monotonic()

    @property
    def output(self) -> int:
        """The descriptor of what it says; -1 when it is not running."""
        return self.popen.stdout.fileno() if self.popen and self.popen.stdout else -1

    def lines(self) -> list[str]:
        """What it has said since last time, in whole lines."""
        with suppress(BlockingIOError):
            while chunk := os.read(self.output, _LONGEST_LINE):
                self.unfinished += chunk
        *whole, self.unfinished = self.unfinished.split(b"\n")
        if self.unfinished and (self.is_over() or len(self.unfinished) > _LONGEST_LINE):
            whole, self.unfinished = [*whole, self.unfinished], b""
        return [line.decode(errors="replace") for line in whole]

    def is_over(self) -> bool:
        """Has it ended?"""
        return self.popen is None or self.popen.poll() is not None

    def tell(self, number: signal.Signals, *, group: bool = False) -> None:
        """Send a signal to it, or to it and all it has started."""
        if self.popen is not None:
            with suppress(ProcessLookupError, PermissionError):
                (os.killpg if group else os.kill)(self.popen.pid, number)

    def bury(self) -> int:
        """Put an ended process away with whatever it has started; returns its exit code, negative for a signal."""
        if self.popen is None:
            return 0
        self.tell(signal.SIGKILL, group=True)
        code = self.popen.wait()
        self.longest = max(self.longest, time.monotonic() - self.started)
        if self.popen.stdout:
            self.popen.stdout.close()
        self.popen, self.unfinished = None, b""
        return code

    def note_death(self) -> float:
        """Put the time down; returns how many seconds to wait before the next start."""
        now = time.monotonic()
        oldest = self.deaths[0] if len(self.deaths) == RESTARTS_PER_MINUTE else now - 60
        self.deaths.append(now)
        self.count += 1
        self.not_before = max(now + _PAUSE, oldest + 60)
        return self.not_before - now


class _Supervisor:
    def __init__(
        self,
        processes: Sequence[Process],
        ready: Callable[[], bool],
        on_ready: Callable[[], None],
        proven_after: float,
    ) -> None:
        self.children = [_Child(process) for process in processes]
        self.width = max((len(process.name) for process in processes), default=0)
        self.ready = ready
        self.on_ready = on_ready
        self.proven_after = proven_after
        self.is_ready = False
        self.asked_at: float | None = None  # when we were first asked to stop
        self.impatient = False
        self.failed = False
        self.selector = selectors.DefaultSelector()

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """Stop. Asked again, and not by the same key press: stop at once."""
        if self.asked_at is None:
            self.asked_at = time.monotonic()
        elif time.monotonic() - self.asked_at > _SAME_KEY_PRESS:
            self.impatient = True

    def run(self) -> int:
        for child in self.children:
            self._start(child)
        while not self._is_ending():
            self._listen()
            for child in self.children:
                self._look_after(child)
            if not self.is_ready and not self._is_ending() and self.ready():
                self.is_ready = True
                self.on_ready()
        self._stop()
        return 1 if self.failed else 0

    def _is_ending(self) -> bool:
        return self.failed or self.asked_at is not None

    def _start(self, child: _Child) -> None:
        child.start()
        self.selector.register(child.output, selectors.EVENT_READ, child)

    def _listen(self) -> None:
        if not self.selector.get_map():
            time.sleep(_TICK)
        for key, _ in self.selector.select(_TICK) if self.selector.get_map() else []:
            child: _Child = key.data
            self._show(child)
            if child.is_over():
                self.selector.unregister(child.output)

    def _show(self, child: _Child) -> None:
        for line in child.lines():
            self._say(child.process.name, line)

    def _say(self, name: str, words: str) -> None:
        try:
            print(f"{name:<{self.width}} | {words}", flush=True)
        except OSError:
            self.asked_at = self.asked_at or time.monotonic()  # nobody listens any more

    def _look_after(self, child: _Child) -> None:
        if child.popen is None:
            if time.monotonic() >= child.not_before:
                self._start(child)
        elif child.is_over():
            self._judge(child, self._bury(child))

    def _bury(self, child: _Child) -> int:
        self._show(child)
        with suppress(KeyError):
            self.selector.unregister(child.output)
        return child.bury()

    def _judge(self, child: _Child, code: int) -> None:
        how = f"dödades (signal {-code})" if code < 0 else f"slutade av sig själv (kod {code})"
        wait = child.note_death()
        if code >= 0 and not self.is_ready:
            then = "innan allt var klart. Stoppar."
            self.failed = True
        elif child.count > RESTARTS_PER_MINUTE and child.longest < self.proven_after:
            then = f"för {child.count}:e gången. Stoppar."
            self.failed = True
        else:
            then = "och startas om." if wait <= _PAUSE else f"och startas om efter {wait:.0f} sekunder."
        self._say(child.process.name, f"{how} {then}")

    def _stop(self) -> None:
        for child in self.children:
            child.tell(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while not all(child.is_over() for child in self.children):
            if time.monotonic() > deadline or self.impatient:
                break
            self._listen()
        self.kill_all()

    def kill_all(self) -> None:
        """Bury everything, at once and whatever state it is in."""
        for child in self.children:
            if child.popen is not None:
                if not child.is_over():
                    self._say(child.process.name, "stannade inte i tid och stängs av.")
                self._bury(child)
