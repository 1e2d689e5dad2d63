"""When we open next: told before a message is sent while we are closed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anhoriglots.organisations.opening_hours import NeverOpen, next_opening

SWEDEN = ZoneInfo("Europe/Stockholm")
HOURS = {str(day): "09:00-15:00" for day in range(5)}


def local(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SWEDEN)


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        (local(11, 24, 9), None),
        (local(11, 24, 14, 59), None),
        (local(11, 24, 8, 59), local(11, 24, 9)),
        (local(11, 24, 15), local(11, 25, 9)),
        (local(11, 27, 16), local(11, 30, 9)),
        (local(12, 23, 16), local(12, 28, 9)),
        (local(3, 29, 2, 30), local(3, 30, 9)),
    ],
)
def test_it_opens_at_the_next_open_hour(at: datetime, opens: datetime | None) -> None:
    assert next_opening(HOURS, at=at) == opens


def test_a_unit_without_hours_is_never_open() -> None:
    with pytest.raises(NeverOpen):
        next_opening({}, at=local(11, 24, 9))
