"""Several workers, and one that is killed: each message goes, and none is told twice by us alone."""

import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta

from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.notifications.actions.queue_messages import SENDING_TASK, queue_messages
from anhoriglots.notifications.actions.send_next import LOST_AFTER
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.notifications.workflow import MessageStep

from .outbox import again, at_the_board, board, message, queued, send_all
from .post_office import PostOffice

PATIENCE = 20.0


def test_workers_at_once_send_each_message_once(
    django_db_setup: None, committed: None, post_office: PostOffice, at: datetime
) -> None:
    rows = [queued(at) for _ in range(12)]
    with several_at_once(4) as run:
        outcomes = run(lambda _: send_all(at))
    assert [one for one in outcomes if isinstance(one, Exception)] == []
    assert sum(outcomes) == len(rows)
    told = sorted(letter["Message-ID"] for letter in post_office.letters)
    assert told == sorted(f"<{row.pk}@nykoping.example>" for row in rows)


def test_the_same_news_from_several_requests_at_once_is_one_message(
    django_db_setup: None, committed: None, post_office: PostOffice, at: datetime
) -> None:
    news = message(at)

    def queue(_: int) -> int:
        with at_the_board():
            return queue_messages([news], at=at)

    with several_at_once(6) as run:
        assert sum(run(queue)) == 1
    with at_the_board():
        assert OutgoingMessage.objects.count() == 1


def test_a_killed_worker_leaves_a_message_that_another_sends_under_the_same_id(
    django_db_setup: None, committed: None, post_office: PostOffice, at: datetime
) -> None:
    row = queued(at)
    post_office.hangs = True
    own = connection.settings_dict
    arguments = [own["NAME"], own["USER"], str(post_office.port), at.isoformat()]
    worker = subprocess.Popen([sys.executable, "-m", "anhoriglots.notifications.tests.worker_process", *arguments])
    deadline = time.monotonic() + PATIENCE
    while not post_office.letters and time.monotonic() < deadline:
        time.sleep(0.05)
    worker.send_signal(signal.SIGKILL)
    assert worker.wait() == -signal.SIGKILL
    assert again(row).step == MessageStep.SENDING
    post_office.hangs = False
    assert send_all(at + LOST_AFTER - timedelta(seconds=1)) == 0
    assert send_all(at + LOST_AFTER) == 1
    assert again(row).step == MessageStep.SENT
    assert {letter["Message-ID"] for letter in post_office.letters} == {f"<{row.pk}@nykoping.example>"}


def test_what_is_rolled_back_leaves_neither_message_nor_job(
    django_db_setup: None, committed: None, post_office: PostOffice, at: datetime
) -> None:
    def jobs() -> int:
        return ProcrastinateJob.objects.filter(task_name=SENDING_TASK).count()

    before = jobs()
    with at_the_board():
        queue_messages([message(at)], at=at)
        assert jobs() == before + 1
        transaction.set_rollback(True)
    assert jobs() == before
    with at_the_board():
        assert not OutgoingMessage.objects.exists()


def test_the_job_says_nothing_but_where_to_look(
    django_db_setup: None, committed: None, post_office: PostOffice, at: datetime
) -> None:
    queued(at)
    job = ProcrastinateJob.objects.filter(task_name=SENDING_TASK).latest("id")
    assert job.args == {"municipality": "0480", "board": str(board())}
