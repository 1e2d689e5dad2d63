"""Saknas: what was wished for and not found, told to those at work."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.count_gap import count_gap

from .conftest import Desk

QUARTER = timedelta(days=92)


def wished(times: int, need: str, at: datetime) -> None:
    for _ in range(times):
        count_gap(at=at, municipality="0480", district=None, wishes=[(need, "old")])


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_work_sees_what_many_missed_and_nothing_that_few_did(
    desk: Callable[..., Desk], now: datetime, role: Role
) -> None:
    wished(12, "rest", now - QUARTER)
    wished(4, "talk", now - QUARTER)
    page = desk(role).get("saknas").text
    assert "Att få vila eller göra något eget" in page
    assert "Minst 10" in page
    assert "Att prata med någon" not in page


def test_what_was_missed_this_quarter_is_not_told_yet(alva: Desk, now: datetime) -> None:
    wished(50, "rest", now)
    assert "Inget som saknades har önskats 5 gånger eller mer" in alva.get("saknas").text
