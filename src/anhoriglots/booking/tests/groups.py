"""What the tests of booking start from: somebody at work, a published group, and people who book."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.book import Booked, Wanted, book
from anhoriglots.booking.actions.plan_group import Described, plan_group
from anhoriglots.booking.actions.publish_group import publish_group
from anhoriglots.booking.choices import Reach, Rhythm, Seating, Way
from anhoriglots.booking.models import Booking, Group
from anhoriglots.booking.schedule import Plan
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import for_board, scope
from anhoriglots.organisations.models import Board, Unit
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code

NYKOPING, GROUPS = "0480", "DS06"
PLAN = Plan(first=date(2026, 12, 1), starts=time(18), ends=time(20), times=6, rhythm=Rhythm.FORTNIGHTLY)


def municipality(code: str = NYKOPING) -> MunicipalityPage:
    """A loaded municipality."""
    found = municipality_by_code(code)
    assert found is not None
    return found


def hired(*roles: Role, name: str = "Exempel-Alva", board: str = "care_board", unit: int = 0) -> Actor:
    """A colleague in Nyköping, made by whoever the test runs as."""
    row = Board.objects.get(municipality=NYKOPING, key=board)
    place = Unit.objects.filter(board=row).order_by("position")[unit]
    with scope(NYKOPING, row.pk):
        user = User.objects.create(municipality=NYKOPING, username=uuid7().hex, first_name=name, password="!")
        for role in roles or (Role.CARER_ADVISOR,):
            Assignment.objects.create(
                municipality=NYKOPING, user=user, board=row, unit=place, role=role, starts_on=date(2026, 1, 1)
            )
        actor = actor_for(user, on=date(2026, 11, 24))
    assert actor is not None
    return actor


def described(**changes: Any) -> Described:
    """A course for everybody, with eight seats."""
    ready: dict[str, Any] = {
        "support_form": GROUPS,
        "texts": {"title": {"sv": "Tisdagsgruppen (exempel)"}, "place": {"sv": "Träffpunkten, Exempelgatan 1"}},
        "seating": Seating.COURSE,
        "way": Way.PLACE,
        "capacity": 8,
        **changes,
    }
    return Described(**ready)


@contextmanager
def at_work(actor: Actor) -> Iterator[None]:
    """The scope that the pages open for the actor."""
    with scope(actor.municipality, actor.board_id, actor.user_id):
        yield


def a_group(actor: Actor, *, at: datetime, plan: Plan = PLAN, published: bool = True, **changes: Any) -> Group:
    """A group of the actor's unit, published unless the test says otherwise."""
    with at_work(actor):
        group = plan_group(
            actor=actor,
            unit_id=actor.unit_ids[0],
            group_id=uuid7(),
            described=described(**changes),
            plan=plan,
            at=at,
        )
        if published:
            publish_group(actor=actor, group_id=group.pk, at=at)
    return group


def books(
    group: Group, *, at: datetime, submission: str = "", meeting_id: UUID | None = None, **changes: Any
) -> Booked:
    """Somebody books as the last page does, in a scope of its own."""
    wanted = Wanted(**{"reach": Reach.PHONE, "contact": "070-174 06 51", "call_me": "Exempel-Inga", **changes})
    with scope(NYKOPING):
        return book(
            at=at,
            municipality=municipality(),
            group_id=group.pk,
            meeting_id=meeting_id,
            submission=submission or uuid7().hex,
            wanted=wanted,
        )


def stored(booked: Booked) -> Booking:
    """The booking as it lies in the database."""
    with scope(NYKOPING), for_board(booked.board_id):
        return Booking.objects.select_related("group", "meeting").get(pk=booked.booking_id)
