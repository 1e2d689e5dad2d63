"""Many processes, one server, from the first to the last of them."""

import os
import signal
import time
from pathlib import Path

from anhoriglots.database import embedded

from .conftest import LINGER, World, eventually


def test_twelve_simultaneous_starters_get_one_server(world: World) -> None:
    users = [world.another_user() for _ in range(12)]
    hosts = {user.stdout.readline().strip() for user in users if user.stdout}
    assert hosts == {str(world.layout.sockets)}
    starts = world.layout.log.read_text().count("ready to accept connections")
    assert starts == 1


def test_a_second_start_takes_milliseconds(ready_made: World) -> None:
    user = ready_made.another_user()
    assert user.stdout
    user.stdout.readline()
    before = time.perf_counter()
    ready_made.start()
    assert time.perf_counter() - before < 0.1


def test_the_server_stops_after_the_last_user_even_if_all_were_killed(ready_made: World) -> None:
    first, last = ready_made.another_user(), ready_made.another_user()
    for user in (first, last):
        assert user.stdout
        user.stdout.readline()
    first.kill()
    time.sleep(LINGER + 1)
    assert ready_made.is_up()
    last.kill()
    eventually(lambda: not ready_made.is_up())
    assert not ready_made.layout.pid_file.exists()


def test_a_start_while_the_server_is_stopping_waits_and_succeeds(ready_made: World) -> None:
    for pause in (0.0, 0.05, 0.2):
        ready_made.start()
        with ready_made.connect() as connection:
            connection.execute("create table if not exists kept (n int)")
            connection.execute("insert into kept values (1)")
        embedded.release(ready_made.layout.data)
        os.kill(ready_made.keeper_pid(), signal.SIGTERM)
        time.sleep(pause)
    ready_made.start()
    with ready_made.connect() as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (3,)


def test_a_path_of_two_hundred_odd_characters_works(folder: Path) -> None:
    world = World(folder / ("å\"ä'ö $(x) " * 5) / ("lång" * 25) / "database")
    try:
        assert len(str(world.layout.data)) > 150
        world.start()
        with world.connect() as connection:
            assert connection.execute("select 1").fetchone() == (1,)
    finally:
        world.clean_up()


def test_a_moved_folder_starts_again_with_its_content(ready_made: World, folder: Path) -> None:
    ready_made.start()
    with ready_made.connect() as connection:
        connection.execute("create table kept (n int)")
    moved = World(folder / "elsewhere")
    ready_made.layout.data.rename(moved.layout.data)
    try:
        moved.start()
        with moved.connect() as connection:
            assert connection.execute("select count(*) from kept").fetchone() == (0,)
    finally:
        moved.clean_up()


def test_a_folder_removed_under_a_running_server_is_made_anew(ready_made: World) -> None:
    ready_made.start()
    with ready_made.connect() as connection:
        connection.execute("create table lost (n int)")
    ready_made.layout.data.rename(ready_made.layout.data.with_name("gone"))
    ready_made.start()
    with ready_made.connect() as connection:
        assert connection.execute("select to_regclass('lost')").fetchone() == (None,)
