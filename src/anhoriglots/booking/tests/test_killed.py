"""Two hundred programs want the last seat at once, and some are killed in the middle of it (kill -9)."""

import fcntl
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import connection

from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.models import Booking, BookingEvent, Group
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.scope import for_board, scope

from .groups import NYKOPING, a_group, books, hired

ATTEMPTS, KILLED = 200, 30
# So many are at the database at once; it takes a hundred connections, and is not ours alone.
AT_THE_DATABASE = 30
BLOCKED = """
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
SECONDS = 40


def in_a_process(act: Callable[[], object]) -> int:
    """A process of its own that does it with a connection of its own, and ends; returns its number."""
    connection.close()  # neither process may use the connection of the other
    if child := os.fork():
        return child
    try:
        act()
        connection.close()
        os._exit(0)
    except BaseException as error:  # nothing of the test run may go on in here
        sys.stderr.write(f"{error!r}\n")
    os._exit(1)


def tries(group: Group, number: int, at: datetime, slots: Path) -> None:
    """One form is sent. A slot is given back however the process ends."""
    with (slots / str(number % AT_THE_DATABASE)).open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        books(group, at=at + timedelta(seconds=number), submission=f"form {number}", or_queue=True)
        connection.close()


def takes_the_seat_and_never_ends(group: Group, at: datetime, sign: Path) -> None:
    """The last seat is taken, and nothing is saved yet when the sign is given."""
    with scope(NYKOPING):
        books(group, at=at, submission="form 0", or_queue=True)
        sign.touch()
        time.sleep(3 * SECONDS)


def until(done: Callable[[], bool]) -> None:
    ends = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < ends, "it did not come about in time"
        time.sleep(0.05)


def blocked() -> int:
    with connection.cursor() as cursor:
        cursor.execute(BLOCKED)
        return int(cursor.fetchone()[0])


def ended(children: list[int]) -> list[int]:
    """How each ended, once all have."""
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def queue(group: Group) -> list[UUID]:
    with scope(NYKOPING), for_board(group.board_id):
        rows = Booking.objects.filter(group=group, step=BookingStep.QUEUED).order_by("queued_at", "pk")
        return list(rows.values_list("pk", flat=True))


def seated(group: Group) -> list[Booking]:
    with scope(NYKOPING), for_board(group.board_id):
        return list(Booking.objects.filter(group=group, step=BookingStep.BOOKED))


def test_the_last_seat_goes_to_one_of_two_hundred_though_some_are_killed_on_the_way(
    django_db_setup: None, committed: None, at: datetime, tmp_path: Path
) -> None:
    group = a_group(hired(), at=at, capacity=1)
    sign = tmp_path / "taken"
    holder = in_a_process(lambda: takes_the_seat_and_never_ends(group, at, sign))
    children: list[int] = []
    try:
        until(sign.exists)
        children = [
            in_a_process(lambda number=number: tries(group, number, at, tmp_path))  # type: ignore[misc]
            for number in range(1, ATTEMPTS)
        ]
        until(lambda: blocked() >= AT_THE_DATABASE // 2)
        # Those that wait for the lock of the seat, and the one that has it.
        for child in [*children[:KILLED], holder]:
            os.kill(child, signal.SIGKILL)
        codes = ended([holder, *children])
    finally:
        for child in [holder, *children]:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
    assert codes[: KILLED + 1] == [-signal.SIGKILL] * (KILLED + 1)
    assert codes[KILLED + 1 :] == [0] * (ATTEMPTS - KILLED - 1)
    (first,), waiting = seated(group), queue(group)
    assert len(waiting) == ATTEMPTS - KILLED - 2

    # Everybody sends the same form once more, as people do when nothing has happened.
    later = at + timedelta(hours=1)
    for number in range(ATTEMPTS):
        books(group, at=later + timedelta(seconds=number), submission=f"form {number}", or_queue=True)
    assert [one.pk for one in seated(group)] == [first.pk]
    assert queue(group)[: len(waiting)] == waiting
    assert len(queue(group)) == ATTEMPTS - 1
    with scope(NYKOPING), for_board(group.board_id):
        assert BookingEvent.objects.count() == ATTEMPTS
        cancel_booking(at=later + timedelta(hours=1), board_id=group.board_id, booking_id=first.pk)
        assert Booking.objects.get(step=BookingStep.OFFERED).pk == waiting[0]
