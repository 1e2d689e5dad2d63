"""Keeps a handful of processes running beside each other, shows what they say, and stops them together.

For the demo and for small installations; a city lets its own service manager do this.
"""

import selectors
import signal
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType

from .child_process import PAUSE, RESTARTS_PER_MINUTE, Child, Process

__all__ = ["Process", "port_is_free", "run"]

STOP_SECONDS = 8.0  # then a process that does not stop is killed
_TICK = 0.1
_SAME_KEY_PRESS = 0.5  # seconds within which several signals mean one wish


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


class _Supervisor:
    def __init__(
        self,
        processes: Sequence[Process],
        ready: Callable[[], bool],
        on_ready: Callable[[], None],
        proven_after: float,
    ) -> None:
        self.children = [Child(process) for process in processes]
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

    def _start(self, child: Child) -> None:
        child.start()
        self.selector.register(child.output, selectors.EVENT_READ, child)

    def _listen(self) -> None:
        if not self.selector.get_map():
            time.sleep(_TICK)
        for key, _ in self.selector.select(_TICK) if self.selector.get_map() else []:
            child: Child = key.data
            self._show(child)
            if child.is_over():
                self.selector.unregister(child.output)

    def _show(self, child: Child) -> None:
        for line in child.lines():
            self._say(child.process.name, line)

    def _say(self, name: str, words: str) -> None:
        try:
            print(f"{name:<{self.width}} | {words}", flush=True)
        except OSError:
            self.asked_at = self.asked_at or time.monotonic()  # nobody listens any more

    def _look_after(self, child: Child) -> None:
        if child.popen is None:
            if time.monotonic() >= child.not_before:
                self._start(child)
        elif child.is_over():
            self._judge(child, self._bury(child))

    def _bury(self, child: Child) -> int:
        self._show(child)
        with suppress(KeyError):
            self.selector.unregister(child.output)
        return child.bury()

    def _judge(self, child: Child, code: int) -> None:
        how = f"dödades (signal {-code})" if code < 0 else f"slutade av sig själv (kod {code})"
        wait = child.note_death()
        if code >= 0 and not self.is_ready:
            then = "innan allt var klart. Stoppar."
            self.failed = True
        elif child.count > RESTARTS_PER_MINUTE and child.longest < self.proven_after:
            then = f"för {child.count}:e gången. Stoppar."
            self.failed = True
        else:
            then = "och startas om." if wait <= PAUSE else f"och startas om efter {wait:.0f} sekunder."
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
