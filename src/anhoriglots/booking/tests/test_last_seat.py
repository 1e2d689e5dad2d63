"""However many try at once, the last seats go to exactly as many as there are."""

from datetime import datetime

import pytest

from anhoriglots.booking.models import Booking
from anhoriglots.database.scope import for_board, scope
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused

from .groups import NYKOPING, a_group, books, hired


@pytest.mark.parametrize("seats", [1, 3])
def test_the_last_seats_go_to_exactly_as_many_as_there_are(
    django_db_setup: None, committed: None, at: datetime, seats: int
) -> None:
    group = a_group(hired(), at=at, capacity=seats)
    with several_at_once(16) as run:
        outcomes = run(lambda number: books(group, at=at, submission=f"form {number}"))
    assert sum(not isinstance(one, Exception) for one in outcomes) == seats
    assert {one.decision.reason for one in outcomes if isinstance(one, Refused)} == {"full"}
    with scope(NYKOPING), for_board(group.board_id):
        assert Booking.objects.filter(group=group).count() == seats
