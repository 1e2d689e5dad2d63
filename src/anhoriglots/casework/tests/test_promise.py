"""What is told while we are closed: when we open, as seen from now."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anhoriglots.casework.queries.receipt import promise_for
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import municipality_by_code

SWEDEN = ZoneInfo("Europe/Stockholm")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (datetime(2026, 11, 24, 7, tzinfo=SWEDEN), "i dag klockan\u00a09"),
        (datetime(2026, 11, 24, 10, tzinfo=SWEDEN), ""),
        (datetime(2026, 11, 24, 20, tzinfo=SWEDEN), "i morgon klockan\u00a09"),
        (datetime(2026, 11, 27, 20, tzinfo=SWEDEN), "på måndag klockan\u00a09"),
        (datetime(2026, 12, 23, 20, tzinfo=SWEDEN), "på måndag klockan\u00a09"),
    ],
)
def test_the_opening_is_told_as_seen_from_now(now: datetime, opens: str) -> None:
    gislaved = municipality_by_code("0662")
    assert gislaved is not None
    with scope("0662"):
        assert promise_for(gislaved, district=None, submission="x" * 20, at=now).opens == opens
