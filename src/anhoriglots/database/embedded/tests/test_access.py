"""Who may come in: the account that started the server, as two roles without power over others, and nobody else."""

import os
import subprocess
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from .conftest import World

NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another account")
AS_NOBODY = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


def test_neither_role_is_superuser_or_steps_around_row_security(running: World) -> None:
    with running.connect() as connection:
        rows = connection.execute(
            "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles"
            " where rolname like 'anhoriglots%' order by rolname"
        ).fetchall()
    assert rows == [
        ("anhoriglots_owner", False, False, False, True),
        ("anhoriglots_web", False, False, False, False),
    ]


def test_nobody_gets_in_as_superuser(running: World) -> None:
    with pytest.raises(psycopg.OperationalError, match=r"no pg_hba.conf entry"):
        running.connect("postgres", "postgres")


def test_the_web_role_makes_no_tables_and_cannot_become_the_owner(running: World) -> None:
    with running.connect("anhoriglots_web") as connection:
        for statement in ("create table mine (n int)", "create schema mine", "set role anhoriglots_owner"):
            with pytest.raises(errors.InsufficientPrivilege):
                connection.execute(statement)


def test_the_owner_may_act_as_the_web_role_and_make_test_databases(running: World) -> None:
    with running.connect(database="postgres") as connection:
        connection.execute("create database try_out")
        connection.execute("drop database try_out")
        connection.execute("set role anhoriglots_web")
        assert connection.execute("select current_user").fetchone() == ("anhoriglots_web",)


def test_text_is_compared_by_code_point_on_every_machine(running: World) -> None:
    with running.connect() as connection:
        row = connection.execute(
            "select datlocprovider, datlocale, pg_encoding_to_char(encoding) from pg_database"
            " where datname = 'anhoriglots'"
        ).fetchone()
    assert row == ("b", "C.UTF-8", "UTF8")


def test_no_port_is_opened(running: World) -> None:
    with running.connect() as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)


def test_the_log_holds_no_values_of_statements_that_fail(running: World) -> None:
    with running.connect() as connection:
        connection.execute("create table person (name text unique)")
        for statement in ("insert into person values ('Hemligsson')", "select nothing, 'Hemligsson' from person"):
            with pytest.raises(psycopg.Error):
                connection.execute(statement)
                connection.execute(statement)
    log = running.layout.log.read_text()
    assert "ERROR" in log
    assert "Hemligsson" not in log


def test_files_and_socket_are_closed_to_other_accounts(running: World) -> None:
    for folder in (running.layout.data, running.layout.cluster, running.layout.sockets):
        assert folder.stat().st_mode & 0o077 == 0


@NEEDS_ROOT
def test_another_account_is_refused(running: World) -> None:
    psql = _psql()
    command = [*AS_NOBODY, psql, "-h", str(running.layout.sockets), "-U", "anhoriglots_web", "-d", "anhoriglots", "-l"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode != 0
    assert "Permission denied" in answer.stderr


def _psql() -> str:
    from anhoriglots.database.embedded.binaries import binaries

    psql = binaries() / "psql"
    if subprocess.run([*AS_NOBODY, "test", "-x", psql], check=False).returncode != 0:
        pytest.skip(f"another account may not run {psql}")
    return str(psql)


def test_a_socket_folder_that_others_may_enter_is_refused(ready_made: World) -> None:
    ready_made.layout.sockets.mkdir(mode=0o700)
    ready_made.layout.sockets.chmod(0o755)
    user = ready_made.another_user()
    assert user.stdout
    line = user.stdout.readline()
    assert line.startswith(f"REFUSED Mappen {ready_made.layout.sockets} är inte bara din")


def test_a_socket_folder_that_is_a_link_is_refused(ready_made: World, folder: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    ready_made.layout.sockets.symlink_to(elsewhere)
    user = ready_made.another_user()
    assert user.stdout
    line = user.stdout.readline()
    ready_made.layout.sockets.unlink()
    assert line.startswith("REFUSED Mappen")
