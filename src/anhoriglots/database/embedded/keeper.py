"""The process that keeps the embedded server: starts it, starts it again if it is killed, stops it after the last user.

It runs by itself, apart from whoever started it: `python -m anhoriglots.database.embedded.keeper DATA LINGER REPORT`.
LINGER is how many seconds without users it waits before it stops the server; REPORT the file descriptor on which it
tells how the start went: nothing but an end when it went well.
"""

import contextlib
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

_POLL = 0.2
_PAUSE_AFTER_FAILURE = 2.0


class Keeper:
    """One server and its keeper.

    Args:
        layout: the server's files.
        badge: descriptor of the keeper's own lock file, where it writes its process number and what is wrong.
    """

    def __init__(self, layout: Layout, badge: int) -> None:
        self.layout = layout
        self.badge = badge
        self.users = os.open(layout.users, os.O_RDWR | os.O_CLOEXEC)
        self.process: subprocess.Popen[bytes] | None = None
        self.asked_to_stop = False
        self.tell("")

    def tell(self, failure: str) -> None:
        """Write on the badge, for whoever looks: who the keeper is, and its last failure if it is not over."""
        with contextlib.suppress(OSError):  # a full disk must not end the keeper
            os.ftruncate(self.badge, 0)
            os.pwrite(self.badge, f"{os.getpid()}\n{failure}".encode(), 0)

    def start(self) -> None:
        """Bring the server up, or take over one whose keeper was killed.

        Raises:
            EmbeddedDatabaseError: it does not come up, with the reason.
            OSError: files cannot be written.
        """
        deadline = time.monotonic() + postmaster.START_SECONDS
        said = self._log_size()
        while not postmaster.is_ready(self.layout):
            if not self._folder_is_there():
                raise EmbeddedDatabaseError("Databasens mapp togs bort under starten.", str(self.layout.data))
            if self.process is not None and self.process.poll() is not None:
                self.process = None
                raise explained(self._log_since(said))
            if postmaster.is_elsewhere(self.layout):
                postmaster.stop(self.layout)
            if self.process is None and not postmaster.lives(self.layout):
                self.process = postmaster.launch(self.layout)
            if time.monotonic() > deadline:
                raise EmbeddedDatabaseError(
                    f"Databasen är inte klar efter {postmaster.START_SECONDS:.0f} sekunder.", f"see {self.layout.log}"
                )
            time.sleep(0.02)

    def _log_size(self) -> int:
        return self.layout.log.stat().st_size if self.layout.log.exists() else 0

    def _log_since(self, position: int) -> str:
        with self.layout.log.open("rb") as log:
            log.seek(position if self._log_size() >= position else 0)
            return log.read().decode(errors="replace")

    def watch(self, linger: float) -> None:
        """Stay until the last user has been gone for that many seconds, then stop the server."""
        idle_since: float | None = None
        while not self.asked_to_stop and self._folder_is_there():
            time.sleep(_POLL)
            if not locks.try_lock(self.users, shared=False):
                idle_since = None
                self._revive()
                continue
            idle_since = idle_since or time.monotonic()
            if time.monotonic() - idle_since > linger:
                break  # the lock is kept: whoever comes now waits until the server has stopped
            locks.unlock(self.users)
        self._stop()

    def _folder_is_there(self) -> bool:
        return locks.same_file(self.users, self.layout.users)

    def _stop(self) -> None:
        if self._folder_is_there():
            postmaster.stop(self.layout)
        elif self.process is not None:
            # The folder was removed or moved: only our own child is surely the server that was in it.
            self.process.send_signal(signal.SIGINT)
            self.process.wait()
        with contextlib.suppress(OSError):
            self.layout.sockets.rmdir()

    def _revive(self) -> None:
        """Start the server again if it was killed while somebody uses it."""
        if self.process is not None and self.process.poll() is not None:
            self.process = None
        try:
            if not postmaster.lives(self.layout):
                self.start()
                self.tell("")
        except (EmbeddedDatabaseError, OSError) as error:
            if self._folder_is_there():
                self.tell(_words(error))
                time.sleep(_PAUSE_AFTER_FAILURE)

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """The machine is going down."""
        self.asked_to_stop = True


def _words(error: EmbeddedDatabaseError | OSError) -> str:
    reason = of_system(error) if isinstance(error, OSError) else error
    return reason.packed()


def keep(data: Path, linger: float, report: int) -> int:
    """Run as keeper of the server in `data`. Returns an exit code."""
    layout = Layout(data)
    try:
        keeper = Keeper(layout, locks.acquire(layout.keeper, timeout=10))
        signal.signal(signal.SIGTERM, keeper.on_signal)
        keeper.start()
    except (EmbeddedDatabaseError, OSError) as error:
        os.write(report, _words(error).encode())
        return 1
    os.close(report)
    keeper.watch(linger)
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.chdir("/")  # the folder it was started in may be removed
    sys.exit(keep(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))
