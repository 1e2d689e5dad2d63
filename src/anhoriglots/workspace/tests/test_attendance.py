"""Närvaro: one number or ticks, changed afterwards until the list is deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localdate

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.erase_lists import erase_lists
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.tests.groups import PLAN, a_group, books

from .conftest import Desk

pytestmark = pytest.mark.django_db


def met(desk: Desk, now: datetime, *, days_ago: int = 1, times: int = 1) -> tuple[Group, Meeting]:
    """A group that met for the first time some days ago, and three who had booked."""
    at = now - timedelta(days=days_ago + 10)
    plan = replace(PLAN, first=localdate(now) - timedelta(days=days_ago), times=times, skip_holidays=False)
    group = a_group(desk.actor, at=at, plan=plan, leader_id=desk.actor.user_id)
    for number in range(3):
        books(group, at=at, call_me=f"Exempel-{number}")
    with desk.scope():
        return group, Meeting.objects.filter(group=group).order_by("starts_at")[0]


def saved(desk: Desk, meeting: Meeting) -> Meeting:
    """As it lies now."""
    with desk.scope():
        return Meeting.objects.get(pk=meeting.pk)


def test_one_number_is_enough(alva: Desk, now: datetime) -> None:
    _, meeting = met(alva, now)
    path = f"grupper/traff/{meeting.pk}/narvaro"
    assert "Exempel-0" in alva.get(path).text
    assert alva.post(path, dropped_in="7").status == 303
    assert (saved(alva, meeting).came, saved(alva, meeting).dropped_in) == (0, 7)


def test_ticks_are_kept_and_can_be_changed(alva: Desk, now: datetime) -> None:
    group, meeting = met(alva, now)
    with alva.scope():
        keys = [str(key) for key in group.bookings.order_by("pk").values_list("pk", flat=True)]
    path = f"grupper/traff/{meeting.pk}/narvaro"
    alva.post(path, came=keys[:2], dropped_in="1")
    page = alva.get(path).text
    assert "Antecknat: 3 kom" in page
    assert page.count("checked") == 2
    alva.post(path, came=keys)
    assert (saved(alva, meeting).came, saved(alva, meeting).dropped_in) == (3, 0)


def test_nonsense_is_told(alva: Desk, now: datetime) -> None:
    _, meeting = met(alva, now)
    path = f"grupper/traff/{meeting.pk}/narvaro"
    for values in ({"dropped_in": "många"}, {"dropped_in": "501"}, {"came": "1"}):
        assert alva.post(path, **values).status == 422
    assert saved(alva, meeting).came is None


def test_a_time_to_come_has_nothing_to_note(alva: Desk, now: datetime) -> None:
    plan = replace(PLAN, first=localdate(now) + timedelta(days=7), times=1, skip_holidays=False)
    group = a_group(alva.actor, at=now, plan=plan)
    with alva.scope():
        meeting = Meeting.objects.get(group=group)
    path = f"grupper/traff/{meeting.pk}/narvaro"
    assert "har inte börjat än" in alva.get(path).text
    assert alva.post(path, dropped_in="1").status == 422


def test_today_shows_who_leads_where_to_note_it(alva: Desk, desk: Callable[..., Desk], now: datetime) -> None:
    _, meeting = met(alva, now, days_ago=0)
    assert f"grupper/traff/{meeting.pk}/narvaro" in alva.get().text
    elsewhere = desk(Role.CARER_ADVISOR, board="social_board", name="Ute")
    assert "Grupper idag" not in elsewhere.get().text


def test_when_the_list_is_deleted_the_number_stays_and_the_page_says_so(alva: Desk, now: datetime) -> None:
    group, meeting = met(alva, now, days_ago=30)
    with alva.scope():
        Meeting.objects.filter(pk=meeting.pk).update(came=2, dropped_in=1)
        erase_lists(at=now)
    page = alva.get(f"grupper/{group.pk}").text
    assert "Deltagarlistan togs bort" in page
    assert "3 hade plats, 3 besök." in page
    again = alva.post(f"grupper/traff/{meeting.pk}/narvaro", dropped_in="9")
    assert again.status == 422
    assert "Listan är borttagen." in again.text
    assert saved(alva, meeting).came == 2
