"""What the tests of relief start from: the published rules, somebody who answers, and people who ask."""

from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.book import Booked, Wanted
from anhoriglots.booking.choices import Reach, Rhythm
from anhoriglots.booking.models import Group
from anhoriglots.booking.schedule import Plan
from anhoriglots.booking.tests.groups import NYKOPING, at_work, hired, municipality
from anhoriglots.catalogue.actions.register_decision import AboutSupport, register_decision
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import for_board, scope
from anhoriglots.organisations.actions import tables_of
from anhoriglots.organisations.models import Municipality
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.profiles.reader import BUILT_IN, read_profile
from anhoriglots.profiles.schema import ReliefHours
from anhoriglots.relief.actions.answer_relief import Agreed, accept_relief, decline_relief, propose_relief
from anhoriglots.relief.actions.ask_relief import Wish, book_with_relief
from anhoriglots.relief.choices import Ground, No, Place
from anhoriglots.relief.models import ReliefRequest

WITHOUT = Ground.WITHOUT_ASSESSMENT
# Every other Tuesday from 8 December 2026 on; the first ones in December.
PLAN = Plan(first=date(2026, 12, 8), starts=time(18), ends=time(20), times=3, rhythm=Rhythm.WEEKLY)


@cache
def published() -> dict[str, ReliefHours]:
    """The four rules, read as a profile's are."""
    rows = yaml.safe_load((Path(__file__).parent / "published_rules.yaml").read_text(encoding="utf-8"))["hours"]
    for row in rows:
        row |= {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    return {row["key"]: ReliefHours.model_validate(row) for row in rows}


def place(*rules: ReliefHours, **changes: Any) -> MunicipalityPage:
    """Nyköping as it is loaded, with these rules of hours; ``changes`` alters each."""
    page = municipality()
    profile = read_profile(BUILT_IN / NYKOPING)
    hours = tuple(rule.model_copy(update=changes) for rule in rules)
    relief = profile.rules.relief.model_copy(update={"hours": hours})
    changed = profile.model_copy(update={"rules": profile.rules.model_copy(update={"relief": relief})})
    (rows,) = [table.rows for table in tables_of(changed) if table.model is Municipality]
    return replace(page, settings=page.settings | {"relief": rows[NYKOPING]["settings"]["relief"]})


def the_board_decides(at: datetime) -> None:
    """The board decides that relief at home may be given without an application."""
    manager = hired(Role.UNIT_MANAGER, name="Exempel-Elif")
    with at_work(manager):
        about = AboutSupport("IS01", without_assessment=True, documentation="identified")
        register_decision(actor=manager, paper=Paper("EXEMPEL 2026:9", at.date(), at.date()), about=about, at=at)


def asks(
    group: Group,
    *,
    at: datetime,
    here: MunicipalityPage | None = None,
    wish: Wish | None = None,
    submission: str = "",
    meeting_id: UUID | None = None,
    **changes: Any,
) -> Booked:
    """Somebody books and asks for relief as the last page does, in a scope of its own."""
    wanted = Wanted(**{"reach": Reach.TEXT, "contact": "070-174 06 51", "call_me": "Exempel-Inga", **changes})
    with scope(NYKOPING):
        return book_with_relief(
            at=at,
            municipality=here or municipality(),
            group_id=group.pk,
            meeting_id=meeting_id,
            submission=submission or uuid7().hex,
            wanted=wanted,
            wish=wish or Wish(hours=3),
        )


def request_of(booked: Booked) -> ReliefRequest:
    """The request as it lies in the database."""
    with scope(NYKOPING), for_board(booked.board_id):
        return ReliefRequest.objects.select_related("booking", "unit").get(booking=booked.booking_id)


def agrees(**changes: Any) -> Agreed:
    """Somebody comes home to them from half past five until nine."""
    ready: dict[str, Any] = {"ground": Ground.SOL, "place": Place.HOME, "starts": time(17, 30), "ends": time(21)}
    return Agreed(**{**ready, **changes})


def accepts(
    actor: Actor, booked: Booked, *, at: datetime, here: MunicipalityPage | None = None, **changes: Any
) -> None:
    """The unit says yes."""
    key = request_of(booked).pk
    with at_work(actor):
        accept_relief(actor=actor, municipality=here or municipality(), request_id=key, agreed=agrees(**changes), at=at)


def proposes(
    actor: Actor, booked: Booked, *, at: datetime, here: MunicipalityPage | None = None, **changes: Any
) -> None:
    """The unit proposes another time."""
    key = request_of(booked).pk
    with at_work(actor):
        propose_relief(
            actor=actor, municipality=here or municipality(), request_id=key, agreed=agrees(**changes), at=at
        )


def declines(actor: Actor, booked: Booked, *, at: datetime, no: No = No.NOBODY) -> None:
    """The unit says no."""
    key = request_of(booked).pk
    with at_work(actor):
        decline_relief(actor=actor, request_id=key, no=no, at=at)
