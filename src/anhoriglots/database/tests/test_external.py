"""A PostgreSQL with a port and passwords, as a municipality runs it: the wheel's, and Debian's where installed."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler, DatabaseError
from pytest_django.plugin import DjangoDbBlocker

from anhoriglots.database.address import database_settings
from anhoriglots.database.embedded.binaries import binaries
from anhoriglots.database.embedded.cluster import clean_environment
from anhoriglots.database.embedded.privileges import hand_over, wrapped
from anhoriglots.database.embedded.tests.conftest import eventually, short_lived

PASSWORD = "p@ss/ord:%"
CODED = "p%40ss%2Ford%3A%25"
# What docs/operate/database.md tells the municipality to run.
SET_UP = f"""
CREATE ROLE anhoriglots_web LOGIN PASSWORD '{PASSWORD}';
CREATE ROLE kommunen LOGIN CREATEDB PASSWORD '{PASSWORD}' IN ROLE anhoriglots_web;
CREATE DATABASE lots OWNER kommunen;
"""


def _installations() -> list[Path]:
    debian = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if int(path.parent.name) >= 15]
    return [binaries(), *debian]


class Server:
    """An external server in a folder of its own."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder = programs, folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """Make the files and start, with a superuser for setting up."""
        self.folder.mkdir(mode=0o700)
        hand_over(self.folder)
        secret = self.folder.with_name("secret")
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        self._run("initdb", "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={secret}", "--no-sync", "-E", "UTF8")
        self.start()
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as connection:
            for statement in SET_UP.split(";\n"):
                connection.execute(statement.encode())

    def _run(self, program: str, *options: str) -> None:
        command = wrapped([self.programs / program, "-D", self.folder, *options])
        subprocess.run(command, check=True, capture_output=True, env=clean_environment(), cwd="/")

    def start(self) -> None:
        """Start and wait until it answers."""
        options = ["-c", f"port={self.port}", "-c", "unix_socket_directories=", "-c", "fsync=off"]
        self.process = subprocess.Popen(
            wrapped([self.programs / "postgres", "-D", self.folder, *options]),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environment(), cwd="/",
        )  # fmt: skip
        eventually(self.answers)

    def answers(self) -> bool:
        """Does it let the superuser in?"""
        with suppress(psycopg.OperationalError), psycopg.connect(self.url("postgres", "postgres")):
            return True
        return False

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it, gently or not."""
        if self.process:
            self.process.send_signal(how)
            self.process.wait(timeout=20)

    def url(self, user: str, database: str = "lots", password: str = CODED) -> str:
        """Its address for a user."""
        return f"postgres://{user}:{password}@127.0.0.1:{self.port}/{database}"


@pytest.fixture(scope="module", params=_installations(), ids=lambda path: f"PostgreSQL in {path.parent.name}")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A running external server with the roles of the handbook."""
    with short_lived() as folder:
        made = Server(request.param, folder / "data")
        made.make()
        yield made
        made.stop()


Connect = Callable[..., BaseDatabaseWrapper]


@pytest.fixture
def connect(django_db_blocker: DjangoDbBlocker) -> Iterator[Connect]:
    """Gives Django's connection for the variables of an environment."""
    made: list[Any] = []

    def to(**environ: str) -> BaseDatabaseWrapper:
        handler = ConnectionHandler({"default": {}, "external": {**database_settings(environ), "TIME_ZONE": None}})
        made.append(handler["external"])
        return handler["external"]

    with django_db_blocker.unblock():
        yield to
        for connection in made:
            connection.close()
            connection.close_pool()


def _ask(connection: BaseDatabaseWrapper, question: str) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(question)
        answer: tuple[Any, ...] | None = cursor.fetchone()
    connection.close()
    return answer


def test_the_owner_connects_with_any_signs_in_its_password(server: Server, connect: Connect) -> None:
    owner = connect(DATABASE_URL=server.url("kommunen"), ANHORIGLOTS_DATABASE_ROLE="owner")
    assert _ask(owner, "select current_user, session_user") == ("kommunen", "kommunen")


def test_the_web_on_the_owners_address_acts_as_a_role_that_owns_nothing(server: Server, connect: Connect) -> None:
    web = connect(DATABASE_URL=server.url("kommunen"))
    assert _ask(web, "select current_user, current_setting('statement_timeout')") == ("anhoriglots_web", "30s")
    with pytest.raises(DatabaseError, match="permission denied"):
        _ask(web, "create table mine (n int)")


def test_resetting_the_role_does_not_lead_back_to_the_owner(server: Server, connect: Connect) -> None:
    web = connect(DATABASE_URL=server.url("kommunen"))
    with web.cursor() as cursor:
        cursor.execute("reset role")
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("anhoriglots_web",)


def test_the_web_on_its_own_address_cannot_become_the_owner(server: Server, connect: Connect) -> None:
    web = connect(DATABASE_URL=server.url("kommunen"), DATABASE_WEB_URL=server.url("anhoriglots_web"))
    assert _ask(web, "select current_user, session_user") == ("anhoriglots_web", "anhoriglots_web")
    with pytest.raises(DatabaseError, match="permission denied"):
        _ask(web, "set role kommunen")


def test_a_wrong_password_is_refused_at_once_and_not_repeated(server: Server, connect: Connect) -> None:
    url = server.url("kommunen", password="fel-l0senord")
    web = connect(DATABASE_URL=url, ANHORIGLOTS_POOL="0")
    before = time.monotonic()
    with pytest.raises(OperationalError) as refusal:
        _ask(web, "select 1")
    assert time.monotonic() - before < 3
    assert "fel-l0senord" not in str(refusal.value)


def test_the_program_recovers_by_itself_when_the_database_was_away(server: Server, connect: Connect) -> None:
    web = connect(DATABASE_URL=server.url("kommunen"))
    assert _ask(web, "select 1") == (1,)
    server.stop(signal.SIGKILL)
    before = time.monotonic()
    with pytest.raises(OperationalError):
        _ask(web, "select 1")
    assert time.monotonic() - before < 8
    server.start()
    before = time.monotonic()
    assert _ask(web, "select 1") == (1,)
    assert time.monotonic() - before < 3
