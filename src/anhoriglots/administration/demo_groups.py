"""Invented groups of the invented staff: with room, full with a queue, open to all, and one that has just ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid5

from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.actions.book import Wanted, book
from anhoriglots.booking.actions.plan_group import Described, plan_group
from anhoriglots.booking.actions.publish_group import publish_group
from anhoriglots.booking.choices import Access, LeaderKind, Reach, Rhythm, Seating, Way
from anhoriglots.booking.models import Group
from anhoriglots.booking.schedule import Plan
from anhoriglots.database.scope import scope
from anhoriglots.kernel.dates import monday_of
from anhoriglots.organisations.models import Board
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code

from .demo_colleague import colleague

GROUPS, CAFE = "DS06", "DS07"
NAMES = ("Siv", "Bo", "Amina", "Leif", "Tuva", "Omar", "Rut", "Nils", "Zahra", "Ulf")
ACCESS = (Access.LIFT.value, Access.TOILET.value)


@dataclass(frozen=True, slots=True)
class Invented:
    """One group, how long ago it was planned, and how many seats are booked and waited for."""

    described: Described
    plan: Plan
    ago: timedelta = timedelta(0)
    booked: int = 0
    queued: int = 0


def plan_groups(board: Board, username: str, *, at: datetime) -> None:
    """Plan and publish the groups as the colleague with the user name would, and let invented people book.

    Raises:
        LookupError: the municipality or the colleague is not there.
    """
    municipality, actor = municipality_by_code(board.municipality_id), colleague(board, username, at=at)
    if municipality is None:
        raise LookupError(username)
    for number, invented in enumerate(_invented(actor, localdate(at))):
        key, planned_at = uuid5(board.pk, f"demo group {number}"), at - invented.ago
        with scope(actor.municipality, actor.board_id, actor.user_id):
            group = plan_group(
                actor=actor,
                unit_id=actor.unit_ids[0],
                group_id=key,
                described=invented.described,
                plan=invented.plan,
                at=planned_at,
            )
            publish_group(actor=actor, group_id=key, at=planned_at)
        _book(municipality, group, invented, planned_at)


def _book(municipality: MunicipalityPage, group: Group, invented: Invented, at: datetime) -> None:
    for number in range(invented.booked + invented.queued):
        wanted = Wanted(
            reach=Reach.PHONE if number % 2 else Reach.TEXT,
            contact=f"070-174 06 {60 + number}",
            call_me=f"Exempel-{NAMES[number]}",
            or_queue=number >= invented.booked,
        )
        with scope(municipality.code):
            book(
                at=at,
                municipality=municipality,
                group_id=group.pk,
                meeting_id=None,
                submission=f"demo {group.pk} {number}",
                wanted=wanted,
            )


def _invented(actor: Actor, today: date) -> Iterator[Invented]:
    place = {"sv": "Träffpunkten (exempel), Exempelgatan 1", "en": "The meeting place (example), Exempelgatan 1"}
    first = {
        "sv": "Ni ses och fikar. Var och en säger vad hen vill kallas. Ingen måste berätta något.",
        "en": "You meet over coffee. Everybody says what they want to be called. Nobody has to tell anything.",
    }
    yield Invented(
        _described(
            actor,
            GROUPS,
            texts={
                "title": {"sv": "Kvällsgruppen (exempel)", "en": "The evening group (example)"},
                "place": place,
                "first_time": first,
            },
            capacity=20,
            trial_allowed=True,
        ),
        Plan(_next(today, 1), time(18), time(20), times=6, rhythm=Rhythm.FORTNIGHTLY),
        booked=2,
    )
    yield Invented(
        _described(
            actor,
            GROUPS,
            texts={
                "title": {"sv": "Lunchgruppen (exempel)", "en": "The lunch group (example)"},
                "place": place,
                "first_time": first,
            },
            capacity=4,
        ),
        Plan(_next(today, 3), time(11, 30), time(13), times=5, rhythm=Rhythm.WEEKLY),
        booked=4,
        queued=2,
    )
    yield Invented(
        _described(
            actor,
            CAFE,
            texts={"title": {"sv": "Öppet kafé (exempel)", "en": "Open café (example)"}, "place": place},
            seating=Seating.OPEN,
        ),
        # It has met already, so that there is somebody to count.
        Plan(today - timedelta(days=7), time(14), time(16), times=8, rhythm=Rhythm.WEEKLY, skip_holidays=False),
        ago=timedelta(days=14),
    )
    yield _just_ended(actor, today, place)


def _just_ended(actor: Actor, today: date, place: dict[str, str]) -> Invented:
    return Invented(
        _described(
            actor,
            GROUPS,
            texts={"title": {"sv": "Promenadgruppen (exempel)", "en": "The walking group (example)"}, "place": place},
            capacity=10,
        ),
        # It met for the last time yesterday: who came is to be noted, and the cards to be filled in.
        Plan(today - timedelta(days=15), time(10), time(12), times=3, rhythm=Rhythm.WEEKLY, skip_holidays=False),
        ago=timedelta(days=30),
        booked=10,
    )


def _described(actor: Actor, form: str, *, texts: dict[str, dict[str, str]], **more: Any) -> Described:
    """Led by the colleague, at a place with a lift and a toilet for wheelchairs."""
    return Described(
        support_form=form,
        texts=texts,
        seating=more.pop("seating", Seating.COURSE),
        way=Way.PLACE,
        access=ACCESS,
        leader_kind=LeaderKind.STAFF,
        leader_name=actor.first_name,
        leader_id=actor.user_id,
        **more,
    )


def _next(today: date, weekday: int) -> date:
    """The weekday of the week after next, so that there is time to book."""
    return monday_of(today) + timedelta(days=14 + weekday)
