"""Whom somebody must ring or write to, and what is left when it is over."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.notifications.actions.erase_messages import erase_due_messages
from anhoriglots.notifications.actions.note_told import note_told
from anhoriglots.notifications.choices import Way, Words
from anhoriglots.notifications.models import OutgoingMessage, OutgoingMessageEvent
from anhoriglots.notifications.queries import deliveries
from anhoriglots.notifications.tasks import erase_what_is_due, send_waiting, send_what_is_due
from anhoriglots.notifications.workflow import MESSAGE_STEPS, MessageStep

from .outbox import NYKOPING, again, at_the_board, board, queued, send_all, steps
from .post_office import PostOffice

pytestmark = pytest.mark.django_db
Staff = Callable[..., Actor]


def test_who_wants_to_be_rung_or_written_to_stands_on_the_list_from_the_start(at: datetime) -> None:
    about = uuid7()
    by_phone = queued(at, about_id=about, way=Way.PHONE, words=Words.CANCELLED, to="070-174 06 51")
    queued(at, way=Way.LETTER, words=Words.CANCELLED)
    assert by_phone.to == ""
    assert send_all(at) == 0
    with at_the_board():
        (told,) = deliveries([about], words=(Words.CANCELLED,))
        assert deliveries([about], words=(Words.REMINDER,)) == []
    assert told.needs_a_person
    assert not told.by_letter


def test_whoever_has_rung_notes_it_once(make_staff: Staff, at: datetime) -> None:
    row = queued(at, way=Way.PHONE)
    actor = make_staff(NYKOPING, "care_board", Role.CARER_ADVISOR)
    with scope(NYKOPING, actor.board_id, actor.user_id):
        for _ in range(2):
            note_told(actor=actor, message_id=row.pk, at=at + timedelta(minutes=1))
        assert ActionLog.objects.filter(action="notifications.note_told").count() == 1
        (event,) = OutgoingMessageEvent.objects.filter(message_id=row.pk, step=MessageStep.TOLD)
    assert event.actor_id == actor.user_id
    assert steps(row) == ["by_hand", "told"]
    with at_the_board():
        (told,) = deliveries([row.about_id])
    assert not told.needs_a_person


def test_what_went_by_itself_is_not_noted_by_hand(make_staff: Staff, post_office: PostOffice, at: datetime) -> None:
    actor = make_staff(NYKOPING, "care_board", Role.CARER_ADVISOR)
    row = queued(at)
    send_all(at)
    with scope(NYKOPING, actor.board_id, actor.user_id), pytest.raises(Refused):
        note_told(actor=actor, message_id=row.pk, at=at)
    other = make_staff(NYKOPING, "social_board", Role.CARER_ADVISOR)
    with scope(NYKOPING, other.board_id, other.user_id), pytest.raises(OutgoingMessage.DoesNotExist):
        note_told(actor=other, message_id=row.pk, at=at)


def test_a_message_is_there_on_its_last_day_and_gone_the_night_after(at: datetime) -> None:
    row = queued(at, erase_on=at.date())
    with at_the_board("social_board"):
        assert erase_due_messages(at=at + timedelta(days=30)) == 0
    with at_the_board():
        assert erase_due_messages(at=at.replace(hour=23, minute=59)) == 0
        assert erase_due_messages(at=at + timedelta(days=1)) == 1
        assert not OutgoingMessage.objects.filter(pk=row.pk).exists()
        assert OutgoingMessageEvent.objects.filter(message_id=row.pk).exists()


def test_the_tasks_visit_every_board(post_office: PostOffice, at: datetime) -> None:
    """The tasks ask the clock, which here stands in 2026 or later, in daytime or at night."""
    now = timezone.now()
    row = queued(now, of_use_until=now + timedelta(minutes=30), erase_on=now.date() - timedelta(days=2))
    send_waiting(NYKOPING, str(board()))
    send_waiting("9999", str(board()))
    assert again(row).step == MessageStep.SENT
    send_what_is_due(0)
    assert len(post_office.letters) == 1
    erase_what_is_due(0)
    with at_the_board():
        assert not OutgoingMessage.objects.exists()


def test_every_step_has_its_row_and_leads_somewhere_known() -> None:
    assert set(MESSAGE_STEPS) == {None, *MessageStep}
    assert all(after <= set(MessageStep) for after in MESSAGE_STEPS.values())
