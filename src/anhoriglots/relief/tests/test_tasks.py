"""What happens by itself, at every board where somebody answers: late answers are told of, old hours are deleted."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.schedule import Plan
from anhoriglots.booking.tests.groups import NYKOPING, a_group, hired
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import for_board, scope
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.models import OutgoingMessage
from anhoriglots.relief.models import HourEntry
from anhoriglots.relief.models.hours import EntryKind
from anhoriglots.relief.tasks import erase_old_hours, look_at_the_clock

from .wishes import PLAN, asks

pytestmark = pytest.mark.django_db


def test_late_answers_are_told_of_and_old_hours_deleted_wherever_they_are() -> None:
    now = timezone.now()
    asked = now - timedelta(days=14)
    first = timezone.localdate(now) + timedelta(days=21)
    group = a_group(hired(Role.COORDINATOR), at=asked, plan=Plan(first, PLAN.starts, PLAN.ends, skip_holidays=False))
    booked = asks(group, at=asked)
    owner = {"municipality": NYKOPING, "board_id": group.board_id}
    with scope(NYKOPING), for_board(group.board_id):
        for last in (date(2020, 1, 1), first):
            HourEntry.objects.create(
                **owner,
                bank=b"1" * 32,
                request_id=uuid7(),
                day=last,
                minutes=60,
                kind=EntryKind.USED,
                at=asked,
                erase_on=last,
            )
    for _ in range(2):
        look_at_the_clock(0)
        erase_old_hours(0)
    with scope(NYKOPING), for_board(group.board_id):
        assert OutgoingMessage.objects.filter(about_id=booked.booking_id, words=Words.NEWS).count() == 1
        assert [entry.day for entry in HourEntry.objects.all()] == [first]


def test_one_board_that_fails_stops_no_other() -> None:
    """Two boards have somebody who answers, and both are visited though each fails."""
    away = patch("anhoriglots.relief.tasks.ask_what_to_do", side_effect=RuntimeError("away"))
    with away as asked, pytest.raises(ExceptionGroup):
        look_at_the_clock(0)
    assert asked.call_count == 2
