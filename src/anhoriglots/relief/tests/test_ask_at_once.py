"""However many ask for the last seat at once, with relief or without, it goes to one."""

from datetime import datetime

from anhoriglots.booking.models import Booking
from anhoriglots.booking.tests.groups import NYKOPING, a_group, books, hired
from anhoriglots.database.scope import for_board, scope
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused
from anhoriglots.relief.models import ReliefRequest

from .wishes import PLAN, asks


def test_the_last_seat_goes_to_exactly_one_with_relief_or_without(
    django_db_setup: None, committed: None, at: datetime
) -> None:
    group = a_group(hired(), at=at, plan=PLAN, capacity=1)
    with several_at_once(10) as run:
        outcomes = run(lambda number: (asks if number % 2 else books)(group, at=at, submission=f"form {number}"))
    assert sum(not isinstance(one, Exception) for one in outcomes) == 1
    assert {one.decision.reason for one in outcomes if isinstance(one, Refused)} == {"full"}
    with scope(NYKOPING), for_board(group.board_id):
        assert Booking.objects.count() == 1
        assert ReliefRequest.objects.count() <= 1


def test_the_same_form_sent_twice_at_once_is_one_wish(django_db_setup: None, committed: None, at: datetime) -> None:
    group = a_group(hired(), at=at, plan=PLAN)
    with several_at_once(6) as run:
        outcomes = run(lambda number: asks(group, at=at, submission="form"))
    assert not [one for one in outcomes if isinstance(one, Exception)]
    with scope(NYKOPING), for_board(group.board_id):
        assert (Booking.objects.count(), ReliefRequest.objects.count()) == (1, 1)
