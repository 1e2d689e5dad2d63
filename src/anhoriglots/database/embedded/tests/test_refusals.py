"""When it cannot run it says why and what to do, and harms nothing."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from anhoriglots.database import embedded
from anhoriglots.database.embedded import EmbeddedDatabaseError, binaries

from .conftest import USER_PROGRAM, World, eventually

NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")


def test_a_missing_wheel_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    binaries.binaries.cache_clear()
    with pytest.raises(EmbeddedDatabaseError, match="PostgreSQL är inte installerat") as refusal:
        binaries.binaries()
    assert "DATABASE_URL" in refusal.value.sentence


def test_a_file_where_the_folder_should_be_is_explained(folder: Path) -> None:
    (folder / "database").write_text("")
    with pytest.raises(EmbeddedDatabaseError) as refusal:
        embedded.start(folder / "database")
    assert refusal.value.detail == f"File exists: {folder / 'database'}"


def test_a_folder_that_may_not_be_written_is_explained(folder: Path) -> None:
    with pytest.raises(EmbeddedDatabaseError) as refusal:
        embedded.start(Path("/proc/anhoriglots"))
    assert refusal.value.detail.endswith(": /proc/anhoriglots")


def test_data_of_another_version_is_left_alone(ready_made: World) -> None:
    (ready_made.layout.cluster / "PG_VERSION").write_text("16\n")
    with pytest.raises(EmbeddedDatabaseError, match="skapad av PostgreSQL 16, men programmet har 18"):
        ready_made.start()
    assert (ready_made.layout.cluster / "PG_VERSION").read_text() == "16\n"


def test_broken_files_are_explained_with_the_servers_own_words(ready_made: World) -> None:
    shutil.rmtree(ready_made.layout.cluster / "global")
    with pytest.raises(EmbeddedDatabaseError) as refusal:
        ready_made.start()
    assert "global" in refusal.value.detail


def test_a_database_for_tests_is_not_used_for_real(world: World) -> None:
    world.start()
    with pytest.raises(EmbeddedDatabaseError, match="gjord för tester"):
        embedded.start(world.layout.data, durable=True)


@NEEDS_ROOT
def test_a_full_disk_is_explained_and_nothing_half_made_remains(folder: Path) -> None:
    script = 'mount -t tmpfs -o size=20m none "$1" && exec "$2" -c "$3" "$1/database" True </dev/null'
    command = ["unshare", "--mount", "sh", "-c", script, "sh", str(folder), sys.executable, USER_PROGRAM]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "REFUSED Disken är full" in answer.stdout, answer.stderr


def test_a_server_that_cannot_come_back_is_told_and_comes_back_when_the_fault_is_mended(ready_made: World) -> None:
    ready_made.start()
    control, aside = ready_made.layout.cluster / "global", ready_made.layout.cluster / "aside"
    control.rename(aside)
    os.kill(ready_made.server_pid(), signal.SIGKILL)
    eventually(lambda: "\n" in ready_made.layout.keeper.read_text().strip())
    user = ready_made.another_user()
    assert user.stdout
    assert user.stdout.readline().startswith("REFUSED Databasen kunde inte starta.")
    aside.rename(control)
    eventually(lambda: _answers(ready_made))


def _answers(world: World) -> bool:
    try:
        with world.connect():
            return True
    except psycopg.OperationalError:
        return False


FULL_DISK_PROGRAM = """
import sys, time
from pathlib import Path
import psycopg
from anhoriglots.database import embedded
address = embedded.start(Path(sys.argv[1]) / "database", linger=0.2)

def connect():
    return psycopg.connect(host=address.host, user=address.user, dbname=address.database, autocommit=True)

with connect() as connection:
    connection.execute("create table kept (n int, filling text)")
confirmed = 0
filler = Path(sys.argv[1]) / "filler"
try:
    with filler.open("wb", buffering=0) as file:
        while file.write(bytes(100_000)):
            pass
except OSError as full:
    print(full.strerror, flush=True)
try:
    with connect() as connection:
        while confirmed < 50_000:
            connection.execute("insert into kept values (1, repeat(md5(random()::text), 60))")
            confirmed += 1
except psycopg.Error as error:
    print("refused", flush=True)
filler.unlink()
for attempt in range(100):
    try:
        with connect() as connection:
            (found,) = connection.execute("select count(*) from kept").fetchone()
            connection.execute("insert into kept values (1, '')")
        break
    except psycopg.Error:
        time.sleep(0.1)
print("all there" if found >= confirmed else f"lost {confirmed - found}", flush=True)
"""


@NEEDS_ROOT
def test_a_disk_that_gets_full_loses_nothing_confirmed_and_all_goes_on_when_there_is_room(folder: Path) -> None:
    script = 'mount -t tmpfs -o size=80m none "$1" && exec "$2" -c "$3" "$1" </dev/null'
    command = ["unshare", "--mount", "sh", "-c", script, "sh", str(folder), sys.executable, FULL_DISK_PROGRAM]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert answer.stdout.split("\n")[:3] == ["No space left on device", "refused", "all there"], answer.stderr
