"""One process under the supervisor: started in a group of its own, listened to, buried with all it has started."""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

RESTARTS_PER_MINUTE = 5
PAUSE = 0.5  # seconds between a death and the restart
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


class Child:
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
        self.not_before = max(now + PAUSE, oldest + 60)
        return self.not_before - now
