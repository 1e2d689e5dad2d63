"""Nobody is woken, also around the nights when the clock is changed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.notifications.hours import FIRST, LAST, decent

SWEDEN, UTC = ZoneInfo("Europe/Stockholm"), ZoneInfo("UTC")
FAR = timedelta(days=3)


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("2026-11-24 08:00", "2026-11-24 08:00"),
        ("2026-11-24 19:59", "2026-11-24 19:59"),
        ("2026-11-24 20:00", "2026-11-25 08:00"),
        ("2026-11-24 07:59", "2026-11-24 08:00"),
        ("2026-03-28 23:00", "2026-03-29 08:00"),
        ("2026-03-29 03:30", "2026-03-29 08:00"),
        ("2026-10-25 02:30", "2026-10-25 08:00"),
        ("2026-12-31 21:00", "2027-01-01 08:00"),
    ],
)
def test_a_message_waits_for_the_morning(asked: str, sent: str) -> None:
    at = datetime.fromisoformat(asked).replace(tzinfo=SWEDEN)
    assert decent(at.astimezone(UTC), before=at + FAR) == datetime.fromisoformat(sent).replace(tzinfo=SWEDEN)


def test_what_would_be_too_late_in_the_morning_goes_at_once() -> None:
    at = datetime(2026, 11, 24, 6, 0, tzinfo=SWEDEN)
    assert decent(at, before=at + timedelta(hours=2)) == at


@given(st.integers(0, 4 * 366 * 24 * 60))
def test_it_is_always_day_and_less_than_a_night_away(minutes: int) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    sent = decent(at, before=at + FAR)
    assert FIRST <= sent.astimezone(SWEDEN).time() < LAST
    assert timedelta(0) <= sent.astimezone(UTC) - at <= timedelta(hours=13)
