"""Hours that are noted, called off and deleted, and what is left behind when somebody erases all."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.erase_lists import erase_lists
from anhoriglots.booking.tests.groups import NYKOPING, a_group, at_work, hired
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import for_board, scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.relief.actions.call_off import call_off
from anhoriglots.relief.actions.erase import erase_hours, erase_with_relief
from anhoriglots.relief.actions.note_hours import note_hours
from anhoriglots.relief.models import HourEntry, ReliefRequest
from anhoriglots.relief.models.hours import EntryKind
from anhoriglots.relief.queries.bank import bank_left
from anhoriglots.relief.queries.rules import hour_rules
from anhoriglots.relief.workflow import ReliefStep

from .wishes import PLAN, WITHOUT, accepts, asks, place, published, request_of, the_board_decides

pytestmark = pytest.mark.django_db
FIRST = date(2026, 12, 8)


@pytest.fixture
def kim(db: None) -> Actor:
    return hired(Role.COORDINATOR)


@pytest.fixture
def here(db: None, at: datetime) -> MunicipalityPage:
    """Where there are twenty-four hours a month, which can be called off two days before."""
    the_board_decides(at)
    return place(published()["ronneby"], cancel_days=2)


@pytest.fixture
def promised(kim: Actor, here: MunicipalityPage, at: datetime) -> Booked:
    """Three and a half hours on three Tuesdays of December."""
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at, here=here)
    accepts(kim, booked, at=at, here=here, ground=WITHOUT)
    return booked


def left(booked: Booked, here: MunicipalityPage, on: date = FIRST) -> float:
    with scope(NYKOPING), for_board(booked.board_id):
        bank = bytes(ReliefRequest.objects.get(booking=booked.booking_id).bank or b"")
        found = bank_left(bank, hour_rules(here, booked.board_id), on=on)
    assert found is not None
    return found.left / 60


def noted(
    kim: Actor,
    booked: Booked,
    here: MunicipalityPage,
    at: datetime,
    minutes: int = 60,
    kind: EntryKind = EntryKind.USED,
    day: date = FIRST,
    key: UUID | None = None,
) -> None:
    request = request_of(booked).pk
    with at_work(kim):
        note_hours(
            actor=kim,
            municipality=here,
            request_id=request,
            entry_id=key or uuid7(),
            day=day,
            minutes=minutes,
            kind=kind,
            at=at,
        )


def entries(booked: Booked) -> list[tuple[date, int, str]]:
    with scope(NYKOPING), for_board(booked.board_id):
        return list(HourEntry.objects.order_by("day", "pk").values_list("day", "minutes", "kind"))


def test_what_was_used_stands_instead_of_what_was_promised(
    kim: Actor, promised: Booked, here: MunicipalityPage, at: datetime
) -> None:
    assert left(promised, here) == 13.5
    noted(kim, promised, here, at + timedelta(days=20), minutes=120)
    assert left(promised, here) == 15
    noted(kim, promised, here, at + timedelta(days=21), minutes=180)
    assert left(promised, here) == 14
    assert entries(promised) == [(FIRST, 180, "used")]


def test_the_same_form_twice_is_one_entry(kim: Actor, promised: Booked, here: MunicipalityPage, at: datetime) -> None:
    key = uuid7()
    for _ in range(2):
        noted(kim, promised, here, at, minutes=60, kind=EntryKind.GRANTED, key=key)
    assert len(entries(promised)) == 1
    assert left(promised, here) == 14.5


@pytest.mark.parametrize(
    ("minutes", "day", "reason"),
    [
        (0, FIRST, "minutes-out-of-reason"),
        (24 * 60 + 1, FIRST, "minutes-out-of-reason"),
        (60, FIRST + timedelta(days=60), "has-not-been"),
        (60, date(2026, 11, 30), "no-hours-here"),
    ],
)
def test_hours_that_cannot_be_are_refused(
    kim: Actor, promised: Booked, here: MunicipalityPage, at: datetime, minutes: int, day: date, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        noted(kim, promised, here, at + timedelta(days=20), minutes=minutes, day=day)
    assert refused.value.decision.reason == reason
    assert entries(promised) == []


def test_nobody_outside_the_unit_notes_hours(promised: Booked, here: MunicipalityPage, at: datetime) -> None:
    for outsider in (hired(unit=1), hired(board="social_board")):
        with pytest.raises(ReliefRequest.DoesNotExist):
            request = request_of(promised).pk
            with at_work(outsider):
                note_hours(
                    actor=outsider,
                    municipality=here,
                    request_id=request,
                    entry_id=uuid7(),
                    day=FIRST,
                    minutes=60,
                    kind=EntryKind.GRANTED,
                    at=at,
                )


def cancels(booked: Booked, at: datetime) -> None:
    with scope(NYKOPING):
        cancel_booking(at=at, board_id=booked.board_id, booking_id=booked.booking_id)


def seen(kim: Actor, booked: Booked, here: MunicipalityPage, at: datetime) -> None:
    request = request_of(booked).pk
    with at_work(kim):
        call_off(actor=kim, municipality=here, request_id=request, at=at)


def test_a_seat_given_back_in_time_gives_the_hours_back(
    kim: Actor, promised: Booked, here: MunicipalityPage, at: datetime
) -> None:
    cancels(promised, at + timedelta(days=5))
    assert left(promised, here) == 24
    seen(kim, promised, here, at + timedelta(days=6))
    assert {kind for _, _, kind in entries(promised)} == {"cancelled_in_time"}
    assert (left(promised, here), request_of(promised).step) == (24, ReliefStep.WITHDRAWN)


def test_a_seat_given_back_late_takes_the_hours_of_the_nearest_time(
    kim: Actor, promised: Booked, here: MunicipalityPage, at: datetime
) -> None:
    cancels(promised, datetime(2026, 12, 7, 12, tzinfo=at.tzinfo))
    seen(kim, promised, here, datetime(2026, 12, 10, 12, tzinfo=at.tzinfo))
    kinds = [kind for _, _, kind in entries(promised)]
    assert kinds == ["cancelled_late", "cancelled_in_time", "cancelled_in_time"]
    assert left(promised, here) == 20.5


def test_relief_that_is_wanted_is_not_called_off(
    kim: Actor, promised: Booked, here: MunicipalityPage, at: datetime
) -> None:
    with pytest.raises(Refused) as refused:
        seen(kim, promised, here, at)
    assert refused.value.decision.reason == "still-wanted"


def erases(booked: Booked, at: datetime) -> None:
    with scope(NYKOPING):
        erase_with_relief(at=at, board_id=booked.board_id, booking_id=booked.booking_id)


def requests_left(booked: Booked) -> list[ReliefRequest]:
    with scope(NYKOPING), for_board(booked.board_id):
        return list(ReliefRequest.objects.all())


def test_erasing_all_takes_the_wish_and_the_hours_and_leaves_the_times_until_somebody_has_seen_them(
    kim: Actor, promised: Booked, here: MunicipalityPage, at: datetime
) -> None:
    noted(kim, promised, here, at, kind=EntryKind.GRANTED)
    for _ in range(2):
        erases(promised, at)
    (loose,) = requests_left(promised)
    assert (loose.booking_id, loose.bank, loose.lives_together) == (None, None, None)
    assert loose.starts == time(17, 30)
    assert entries(promised) == []
    with at_work(kim):
        call_off(actor=kim, municipality=here, request_id=loose.pk, at=at)
    assert requests_left(promised) == []


def test_a_wish_that_nobody_has_answered_is_erased_without_a_trace(kim: Actor, at: datetime) -> None:
    booked = asks(a_group(kim, at=at, plan=PLAN), at=at)
    erases(booked, at)
    assert requests_left(booked) == []


def test_times_that_nobody_looked_at_are_deleted_when_they_have_been(promised: Booked, at: datetime) -> None:
    erases(promised, at)
    for day, kept in ((22, 1), (23, 0)):
        with scope(NYKOPING, promised.board_id):
            erase_hours(at=datetime(2026, 12, day, 3, 50, tzinfo=at.tzinfo))
        assert len(requests_left(promised)) == kept


def test_the_wish_goes_with_the_list_and_the_hours_stay_while_they_count(
    kim: Actor, here: MunicipalityPage, at: datetime
) -> None:
    """A list is deleted fourteen days after the last time: the hours of its month are counted some days more."""
    booked = asks(a_group(kim, at=at, plan=replace(PLAN, times=1)), at=at, here=here)
    accepts(kim, booked, at=at, here=here, ground=WITHOUT)
    noted(kim, booked, here, at + timedelta(days=20))
    with scope(NYKOPING, booked.board_id):
        erase_lists(at=datetime(2026, 12, 23, 4, tzinfo=at.tzinfo))
        erase_hours(at=datetime(2027, 1, 14, 4, tzinfo=at.tzinfo))
    assert requests_left(booked) == []
    assert len(entries(booked)) == 1
    with scope(NYKOPING, booked.board_id):
        assert erase_hours(at=datetime(2027, 1, 15, 4, tzinfo=at.tzinfo)) == 1
    assert entries(booked) == []
