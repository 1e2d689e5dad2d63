"""A decision can end before its time: from now on, never backwards."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.end_decision import end_decision
from anhoriglots.catalogue.actions.register_decision import register_decision
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models import BoardDecision
from anhoriglots.catalogue.queries.decisions import documentation_mode_for
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused

from .test_register_decision import ABOUT

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def groups(elif_: Actor) -> BoardDecision:
    """Groups (DS06) without name, until further notice; of the profile."""
    return BoardDecision.objects.get(board=elif_.board_id, support_form="DS06")


def ended(actor: Actor, row: BoardDecision, last_day: date, at: datetime) -> BoardDecision:
    return end_decision(actor=actor, model=BoardDecision, decision_id=row.pk, last_day=last_day, at=at)


def mode(actor: Actor, day: date) -> str:
    return documentation_mode_for(actor.board_id, "DS06", on=day).mode


def test_it_holds_to_the_last_day_and_not_longer(elif_: Actor, groups: BoardDecision, at: datetime) -> None:
    ended(elif_, groups, date(2026, 11, 30), at)
    assert mode(elif_, date(2026, 11, 30)) == "deidentified"
    assert mode(elif_, date(2026, 12, 1)) == "identified"
    told = documentation_mode_for(elif_.board_id, "DS06", on=TODAY)
    assert (told.ends, told.attention) == ("30 november 2026", "Slutar 30 november 2026")


def test_ended_yesterday_it_does_not_hold_today_and_still_did_before(
    elif_: Actor, groups: BoardDecision, at: datetime
) -> None:
    ended(elif_, groups, YESTERDAY, at)
    assert (mode(elif_, YESTERDAY), mode(elif_, TODAY)) == ("deidentified", "identified")


def test_what_was_noted_under_it_cannot_lose_its_ground(elif_: Actor, groups: BoardDecision, at: datetime) -> None:
    with pytest.raises(Refused) as refused:
        ended(elif_, groups, YESTERDAY - timedelta(days=1), at)
    assert refused.value.decision.reason == "in-the-past"


def test_who_ended_it_is_written_once(elif_: Actor, groups: BoardDecision, at: datetime) -> None:
    row = ended(elif_, groups, YESTERDAY, at)
    assert (row.ended_by, row.ended_at) == (elif_.user_id, at)
    ended(elif_, groups, YESTERDAY, at + timedelta(seconds=2))
    assert ActionLog.objects.filter(object_id=groups.pk, action="catalogue.end_boarddecision").count() == 1
    with pytest.raises(Refused) as refused:
        ended(elif_, groups, TODAY, at)
    assert refused.value.decision.reason == "ended-already"


def test_it_cannot_end_later_than_it_does(
    elif_: Actor, paper: Callable[..., Paper], at: datetime, groups: BoardDecision
) -> None:
    row = register_decision(actor=elif_, paper=paper(valid_to=date(2026, 12, 31)), about=ABOUT, at=at)
    for day in (date(2026, 12, 31), date(2027, 1, 1)):
        with pytest.raises(Refused) as refused:
            ended(elif_, row, day, at)
        assert refused.value.decision.reason == "ends-anyhow"
    assert ended(elif_, row, date(2026, 12, 30), at).holds_to == date(2026, 12, 30)


def test_a_correction_is_a_new_row_beside_the_one_that_ended(
    elif_: Actor, paper: Callable[..., Paper], at: datetime
) -> None:
    wrong = register_decision(actor=elif_, paper=paper(valid_from=date(2027, 1, 1)), about=ABOUT, at=at)
    ended(elif_, wrong, YESTERDAY, at)
    right = register_decision(actor=elif_, paper=paper(number="VON 2026:62"), about=ABOUT, at=at)
    found = documentation_mode_for(elif_.board_id, "DS07", on=date(2027, 1, 2))
    assert (right.pk != wrong.pk, found.number) == (True, "VON 2026:62")


@pytest.mark.parametrize(("municipality", "board"), [("0480", "social_board"), ("0662", "")])
def test_another_boards_decision_is_not_there(
    elif_: Actor,
    groups: BoardDecision,
    make_staff: Callable[..., Actor],
    at: datetime,
    municipality: str,
    board: str,
) -> None:
    from anhoriglots.organisations.models import Board

    key = board or Board.objects.filter(municipality=municipality, units__isnull=False)[0].key
    other = make_staff(municipality, key, Role.SYSTEM_ADMINISTRATOR)
    with scope(other.municipality, other.board_id, other.user_id), pytest.raises(BoardDecision.DoesNotExist):
        ended(other, groups, TODAY, at)
