"""Which files the embedded server uses, from nothing but the folder's path."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

# Not tempfile.gettempdir(): every process must find the same socket, whatever its TMPDIR says.
_SOCKETS = Path("/tmp")  # noqa: S108 - the folder made here is checked to be ours and closed to others
PORT = 5432  # only the name of the socket file; no port is opened


def socket_folder(data: Path) -> Path:
    """Where the server of this data folder listens: a short path, however long the project's own is."""
    name = hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:12]
    return _SOCKETS / f"anhoriglots-{os.geteuid()}-{name}"


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one embedded server. `data` must be absolute."""

    data: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own folder."""
        return self.data / "cluster"

    @property
    def pid_file(self) -> Path:
        """PostgreSQL's own note of who it is and how far it has come."""
        return self.cluster / "postmaster.pid"

    @property
    def sockets(self) -> Path:
        """The folder with the socket."""
        return socket_folder(self.data)

    @property
    def socket(self) -> Path:
        """The socket itself."""
        return self.sockets / f".s.PGSQL.{PORT}"

    @property
    def users(self) -> Path:
        """Shared lock: held by every process that uses the server."""
        return self.data / "users.lock"

    @property
    def starter(self) -> Path:
        """Exclusive lock: one process at a time looks whether the server must be started."""
        return self.data / "starter.lock"

    @property
    def keeper(self) -> Path:
        """Exclusive lock: held by the process that keeps the server running and stops it after the last user."""
        return self.data / "keeper.lock"

    @property
    def server(self) -> Path:
        """Exclusive lock: inherited by every PostgreSQL process, so held as long as one of them lives."""
        return self.data / "server.lock"

    @property
    def log(self) -> Path:
        """What the server and its keeper have to say."""
        return self.data / "server.log"

    @property
    def undurable(self) -> Path:
        """Present when the data was made for tests and may be lost in a crash."""
        return self.data / "may-be-lost"
