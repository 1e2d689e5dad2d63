"""A message goes once, is tried again while the server is away, and is left to a person when it cannot go."""

import socket
from datetime import datetime, timedelta

import pytest
from pytest_django.fixtures import Settings

from anhoriglots.notifications.actions.call_off import call_off
from anhoriglots.notifications.actions.erase_messages import erase_messages_about
from anhoriglots.notifications.actions.queue_messages import queue_messages
from anhoriglots.notifications.actions.send_next import LOST_AFTER, PAUSES
from anhoriglots.notifications.choices import Why
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.notifications.queries import deliveries
from anhoriglots.notifications.workflow import MessageStep

from .outbox import READER, again, at_the_board, message, queued, send_all, steps
from .post_office import PostOffice

pytestmark = pytest.mark.django_db


def test_a_message_goes_with_neutral_words_and_is_then_forgotten_whom_to(post_office: PostOffice, at: datetime) -> None:
    row = queued(at)
    assert again(row).to == READER
    assert send_all(at + timedelta(seconds=1)) == 1
    (letter,) = post_office.letters
    assert post_office.readers == [READER]
    assert letter["Subject"] == "Din tid"
    assert letter["From"] == "Nyköpings kommun <svara-inte@nykoping.example>"
    assert letter["Message-ID"] == f"<{row.pk}@nykoping.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    link = "https://tid.exempel.example/nykoping/kod/"
    assert letter.get_content().strip().splitlines() == [  # type: ignore[attr-defined]
        f"Du har en tid tis 1 december 10.00. Ändra: {link}",
        "",
        "Nyköpings kommun",
    ]
    assert steps(row) == ["waiting", "sending", "sent"]
    assert again(row).to == ""
    assert send_all(at + timedelta(days=1)) == 0


def test_the_same_occasion_is_told_once(post_office: PostOffice, at: datetime) -> None:
    first = message(at, occasion="tisdag")
    with at_the_board():
        assert queue_messages([first], at=at) == 1
        assert queue_messages([first, message(at, about_id=first.about_id, occasion="onsdag")], at=at) == 1
        assert queue_messages([first], at=at + timedelta(days=1)) == 0
    send_all(at)
    assert len(post_office.letters) == 2


def test_a_server_that_is_away_is_tried_with_growing_pauses_and_gets_it_when_it_is_back(
    post_office: PostOffice, at: datetime
) -> None:
    post_office.close()
    row = queued(at)
    waited, now = [], at
    for _ in range(4):
        assert send_all(now) == 1
        waited.append(again(row).send_after - now)
        now = again(row).send_after
    assert waited == list(PAUSES[:4])
    assert send_all(now - timedelta(seconds=1)) == 0
    post_office.open()
    send_all(now)
    assert len(post_office.letters) == 1
    assert again(row).step == MessageStep.SENT
    assert again(row).tries == 5


def test_a_server_that_is_away_for_a_day_leaves_it_to_somebody_who_rings(post_office: PostOffice, at: datetime) -> None:
    post_office.close()
    row = queued(at)
    now, end = at, at + timedelta(hours=25)
    while now < end:
        send_all(now)
        now += timedelta(minutes=5)
    assert (again(row).step, again(row).why, again(row).to) == (MessageStep.GIVEN_UP, Why.NO_ANSWER, "")
    with at_the_board():
        (told,) = deliveries([row.about_id])
    assert told.needs_a_person
    assert told.why == "Servern som skickar svarade inte"
    post_office.open()
    assert send_all(end) == 0
    assert post_office.letters == []


def test_a_server_that_is_away_is_asked_once_a_round_and_loses_nobody(post_office: PostOffice, at: datetime) -> None:
    post_office.close()
    rows = [queued(at) for _ in range(3)]
    assert send_all(at) == 1
    post_office.open()
    assert send_all(at + timedelta(minutes=10)) == 3
    assert {letter["Message-ID"] for letter in post_office.letters} == {f"<{row.pk}@nykoping.example>" for row in rows}


def test_an_address_that_is_refused_is_left_to_a_person_at_once(post_office: PostOffice, at: datetime) -> None:
    post_office.says = "550 no such mailbox"
    refused, other = queued(at), queued(at)
    assert send_all(at) == 2
    assert (again(refused).step, again(refused).why) == (MessageStep.FAILED, Why.REFUSED)
    assert again(other).step == MessageStep.FAILED


def test_a_full_mailbox_is_tried_again_and_holds_up_nobody_else(post_office: PostOffice, at: datetime) -> None:
    full = queued(at)
    post_office.says = "452 mailbox full"
    assert send_all(at) == 1
    assert again(full).step == MessageStep.WAITING
    post_office.says = ""
    queued(at)
    assert send_all(at) == 1
    post_office.says_at_the_end = "554 looks like something nobody asked for"
    assert send_all(at + PAUSES[0]) == 1
    assert again(full).step == MessageStep.FAILED


def test_what_is_no_address_is_left_to_a_person(post_office: PostOffice, at: datetime) -> None:
    row = queued(at, to="inga@exempel.example\nBcc: andra@exempel.example")
    send_all(at)
    assert (again(row).step, post_office.letters) == (MessageStep.FAILED, [])


def test_a_server_that_dies_after_having_taken_it_gets_the_same_message_id_again(
    post_office: PostOffice, at: datetime
) -> None:
    row = queued(at)
    post_office.dies = True
    send_all(at)
    assert again(row).step == MessageStep.WAITING
    post_office.dies = False
    send_all(at + PAUSES[0])
    assert [letter["Message-ID"] for letter in post_office.letters] == [f"<{row.pk}@nykoping.example>"] * 2
    assert again(row).step == MessageStep.SENT


def test_what_a_dead_worker_left_is_taken_over_after_a_quarter_of_an_hour(
    post_office: PostOffice, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = queued(at)

    def die(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as killed, pytest.raises(SystemExit):
        killed.setattr("anhoriglots.notifications.actions.send_next.send", die)
        send_all(at + timedelta(seconds=1))
    assert again(row).step == MessageStep.SENDING
    assert send_all(at + LOST_AFTER) == 0
    assert send_all(at + LOST_AFTER + timedelta(seconds=1)) == 1
    assert len(post_office.letters) == 1
    assert steps(row) == ["waiting", "sending", "sending", "sent"]


def test_a_message_that_is_of_no_use_any_longer_does_not_go(post_office: PostOffice, at: datetime) -> None:
    row = queued(at, of_use_until=at + timedelta(minutes=30))
    send_all(at + timedelta(minutes=30))
    assert (again(row).step, again(row).why) == (MessageStep.GIVEN_UP, Why.TOO_LATE)
    assert post_office.letters == []


def test_nobody_gets_a_message_at_night(post_office: PostOffice, at: datetime) -> None:
    evening = at.replace(hour=23)
    row = queued(evening)
    assert send_all(evening) == 0
    assert again(row).send_after == (at + timedelta(days=1)).replace(hour=8)
    assert send_all(again(row).send_after) == 1


def test_what_has_been_called_off_or_deleted_does_not_go(post_office: PostOffice, at: datetime) -> None:
    off, deleted = queued(at), queued(at)
    with at_the_board():
        assert call_off(about_ids=[off.about_id], at=at) == 1
        assert call_off(about_ids=[off.about_id], at=at) == 0
        assert call_off(at=at) == 0
        erase_messages_about([deleted.about_id])
    assert send_all(at) == 0
    with at_the_board():
        assert deliveries([off.about_id, deleted.about_id]) == []


def test_without_a_server_a_person_is_asked_at_once(settings: Settings, at: datetime) -> None:
    settings.EMAIL_HOST, settings.PUBLIC_URL = "", "https://tid.exempel.example"
    row = queued(at)
    assert (row.step, row.why, row.to) == (MessageStep.GIVEN_UP, Why.NOT_SET_UP, "")
    assert send_all(at) == 0


@pytest.mark.parametrize("address", ["", "https://anhorigstod.exempel.example", "https://anhörigstöd.exempel.example"])
def test_without_an_address_that_reveals_nothing_no_message_goes(
    post_office: PostOffice, settings: Settings, at: datetime, address: str
) -> None:
    before = queued(at)
    settings.PUBLIC_URL = address
    assert queued(at).why == Why.NOT_SET_UP
    send_all(at)
    assert again(before).why == Why.NOT_SET_UP
    assert post_office.letters == []


def test_another_boards_messages_never_go_with_ours(post_office: PostOffice, at: datetime) -> None:
    with at_the_board("social_board"):
        queue_messages([message(at)], at=at)
    assert send_all(at) == 0
    with at_the_board():
        assert not OutgoingMessage.objects.exists()


def test_a_server_that_never_answers_holds_up_no_longer_than_the_time_limit(
    post_office: PostOffice, settings: Settings, at: datetime
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = silent.getsockname()[1], 0.2
        row = queued(at)
        assert send_all(at) == 1
    assert again(row).step == MessageStep.WAITING
