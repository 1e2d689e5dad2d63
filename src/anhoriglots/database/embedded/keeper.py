"""The process that keeps the embedded server: starts it, starts it again if it is killed, stops it after the last user.

It runs by itself, apart from whoever started it: `python -m anhoriglots.database.embedded.keeper DATA REPORT`, where
REPORT is the file descriptor on which it tells how the start went: nothing but an end when it went well.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from . import locks, postmaster
from .errors import EmbeddedDatabaseError, explained, of_system
from .layout import Layout
from .postmaster import START_SECONDS

LINGER = 2.0  # seconds without users before the server stops: commands that follow each other share it
_POLL = 0.2
_STOP_SECONDS = 60.0
_PASSING = (
    "postmaster.pid",
    "shared memory block",
    "is still in use",
)  # the killed server's children are on their way out


class Keeper:
    """One server and its keeper. The users' lock says whether anybody is left."""

    def __init__(self, layout: Layout, users: int) -> None:
        self.layout = layout
        self.users = users
        self.process: subprocess.Popen[bytes] | None = None
        self.asked_to_stop = False

    def start(self) -> None:
        """Bring the server up, or take over one whose keeper was killed.

        Raises:
            EmbeddedDatabaseError: it does not come up, with the reason.
        """
        deadline = time.monotonic() + START_SECONDS
        while not postmaster.is_ready(self.layout):
            self._launch_once(deadline)
            if time.monotonic() > deadline:
                raise EmbeddedDatabaseError(
                    f"Databasen är inte klar efter {START_SECONDS:.0f} sekunder.", f"see {self.layout.log}"
                )

    def _launch_once(self, deadline: float) -> None:
        if postmaster.living_in(self.layout.cluster) and postmaster.status(self.layout) in ("starting", "stopping"):
            time.sleep(_POLL)
            return
        already = self.layout.log.stat().st_size if self.layout.log.exists() else 0
        self.process = postmaster.launch(self.layout)
        while self.process.poll() is None and time.monotonic() < deadline:
            if postmaster.is_ready(self.layout):
                return
            time.sleep(0.02)
        if self.process.poll() is not None:
            self._judge(self._said_since(already))

    def _said_since(self, position: int) -> str:
        with self.layout.log.open("rb") as log:
            log.seek(position if self.layout.log.stat().st_size >= position else 0)
            return log.read().decode(errors="replace")

    def _judge(self, words: str) -> None:
        self.process = None
        if not any(sign in words for sign in _PASSING):
            raise explained(words)
        time.sleep(_POLL)

    def watch(self) -> None:
        """Stay until the last user has been gone for a while, then stop the server."""
        idle_since: float | None = None
        while not self.asked_to_stop and locks.same_file(self.users, self.layout.users):
            time.sleep(_POLL)
            if not locks.try_lock(self.users, shared=False):
                idle_since = None
                self._revive()
                continue
            idle_since = idle_since or time.monotonic()
            if time.monotonic() - idle_since > LINGER:
                break  # the lock is kept: whoever comes now waits until the server has stopped
            locks.unlock(self.users)
        self.stop()

    def _revive(self) -> None:
        if self._server() is None:
            self._note("the server is gone while in use; starting it again")
            self.start()

    def _server(self) -> int | None:
        """The number of the living server, or None."""
        if self.process is not None:
            return self.process.pid if self.process.poll() is None else None
        number = postmaster.pid(self.layout)
        return number if number and postmaster.is_alive(number) else None

    def stop(self) -> None:
        """Stop the server in good order."""
        number = self._server()
        if number is not None:
            postmaster.stop(number, seconds=_STOP_SECONDS, process=self.process)

    def _note(self, words: str) -> None:
        with self.layout.log.open("a") as log:
            log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime())} UTC keeper: {words}\n")

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """The machine is going down."""
        self.asked_to_stop = True


def keep(data: Path, report: int) -> int:
    """Run as keeper of the server in `data`. Returns an exit code."""
    layout = Layout(data)
    try:
        locks.acquire(layout.keeper, timeout=10)
        users = os.open(layout.users, os.O_RDWR | os.O_CLOEXEC)
        keeper = Keeper(layout, users)
        signal.signal(signal.SIGTERM, keeper.on_signal)
        keeper.start()
    except (EmbeddedDatabaseError, OSError) as error:
        reason = of_system(error) if isinstance(error, OSError) else error
        os.write(report, f"{reason.sentence}\0{reason.detail}".encode())
        return 1
    os.close(report)
    try:
        keeper.watch()
    except EmbeddedDatabaseError as error:
        keeper._note(str(error))
        return 1
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.chdir("/")  # the folder it was started in may be removed
    sys.exit(keep(Path(sys.argv[1]), int(sys.argv[2])))
