"""kill -9 of every process there is: nothing that was confirmed is lost, and it runs again."""

import os
import signal

import psycopg
import pytest

from anhoriglots.database import embedded
from anhoriglots.database.embedded import locks

from .conftest import World, eventually


@pytest.fixture
def kept(ready_made: World) -> World:
    """A running server with one confirmed row."""
    ready_made.start()
    with ready_made.connect() as connection:
        connection.execute("create table kept (n int)")
        connection.execute("insert into kept values (1)")
    return ready_made


def _row_is_there(world: World) -> bool:
    try:
        with world.connect() as connection:
            return connection.execute("select n from kept").fetchall() == [(1,)]
    except psycopg.OperationalError:
        return False


def test_a_killed_server_comes_back_by_itself(kept: World) -> None:
    dead = kept.server_pid()
    os.kill(dead, signal.SIGKILL)
    eventually(lambda: _row_is_there(kept))
    assert kept.server_pid() != dead


def test_a_killed_keeper_is_replaced_at_the_next_start(kept: World) -> None:
    server, dead = kept.server_pid(), kept.keeper_pid()
    os.kill(dead, signal.SIGKILL)
    eventually(lambda: not locks.is_held(kept.layout.keeper))
    assert _row_is_there(kept)
    kept.start()
    assert kept.keeper_pid() != dead
    assert kept.server_pid() == server
    embedded.release(kept.layout.data)
    eventually(lambda: not kept.is_up())


def test_a_user_that_ends_leaves_no_server_without_a_keeper(ready_made: World) -> None:
    user = ready_made.another_user()
    assert user.stdout
    user.stdout.readline()
    os.kill(ready_made.keeper_pid(), signal.SIGKILL)
    eventually(lambda: not locks.is_held(ready_made.layout.keeper))
    user.communicate()
    eventually(lambda: not ready_made.is_up())


def test_keeper_and_server_killed_together_start_again(kept: World) -> None:
    os.kill(kept.keeper_pid(), signal.SIGKILL)
    os.kill(kept.server_pid(), signal.SIGKILL)
    eventually(lambda: not locks.is_held(kept.layout.keeper))
    kept.start()
    assert _row_is_there(kept)


def test_a_killed_server_with_a_busy_child_is_not_doubled(kept: World) -> None:
    with kept.connect() as busy:
        child = busy.info.backend_pid
        os.kill(child, signal.SIGSTOP)  # a child that does not notice that its parent is dead
        os.kill(kept.server_pid(), signal.SIGKILL)
        os.kill(kept.keeper_pid(), signal.SIGTERM)
        user = kept.another_user()
        eventually(lambda: kept.layout.users.exists())
        with pytest.raises(AssertionError):
            eventually(lambda: _row_is_there(kept), seconds=2)
        os.kill(child, signal.SIGKILL)
        assert user.stdout
        assert user.stdout.readline().strip() == str(kept.layout.sockets)
    assert _row_is_there(kept)


def test_a_dead_servers_note_with_somebody_elses_number_does_not_hinder(kept: World) -> None:
    note = kept.layout.pid_file.read_text().splitlines()
    os.kill(kept.keeper_pid(), signal.SIGKILL)
    os.kill(kept.server_pid(), signal.SIGKILL)
    eventually(lambda: not kept.is_up())
    kept.layout.pid_file.write_text("\n".join([str(os.getpid()), *note[1:]]) + "\n")
    kept.start()
    assert _row_is_there(kept)


def test_half_made_files_of_a_killed_first_start_are_thrown_away(world: World) -> None:
    half_made = world.layout.data / "cluster.new"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18\n")
    world.start()
    assert not half_made.exists()
    with world.connect() as connection:
        assert connection.execute("select 1").fetchone() == (1,)
