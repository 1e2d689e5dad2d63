"""An invented course with people who need relief meanwhile: one waits for an answer, one has a yes and one a no."""

from datetime import datetime, time, timedelta
from uuid import UUID, uuid5

from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.actions.book import Wanted
from anhoriglots.booking.actions.plan_group import Described, plan_group
from anhoriglots.booking.actions.publish_group import publish_group
from anhoriglots.booking.choices import Reach, Rhythm, Seating, Way
from anhoriglots.booking.schedule import Plan
from anhoriglots.database.scope import for_board, scope
from anhoriglots.organisations.models import Board
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code
from anhoriglots.relief.actions.answer_relief import Agreed, accept_relief, decline_relief
from anhoriglots.relief.actions.ask_relief import Wish, book_with_relief
from anhoriglots.relief.choices import Ground, No, Place
from anhoriglots.relief.models import ReliefRequest
from anhoriglots.relief.queries.rules import desk_for

from .demo_colleague import colleague

GROUPS = "DS06"
NAMES = ("Maj", "Ali", "Ulf")
PLACE = ("Träffpunkten (exempel), Exempelgatan 1", "The meeting place (example), Exempelgatan 1")
AHEAD = timedelta(days=28)


def ask_for_relief(board: Board, username: str, *, at: datetime) -> None:
    """Plan the course as the colleague with the user name would, and let three invented people ask; where somebody
    answers about relief.

    Raises:
        LookupError: the municipality or the colleague is not there.
    """
    municipality, actor = municipality_by_code(board.municipality_id), colleague(board, username, at=at)
    if municipality is None:
        raise LookupError(username)
    if desk_for(municipality, board.pk) is None:
        return
    group = _course(actor, uuid5(board.pk, "demo relief"), at)
    _waits, comes, not_this_time = (_asks(municipality, group, number, at) for number in range(len(NAMES)))
    with scope(actor.municipality, actor.board_id, actor.user_id):
        yes = Agreed(Ground.SOL, Place.HOME, time(13, 30), time(16, 30))
        accept_relief(actor=actor, municipality=municipality, request_id=comes, agreed=yes, at=at)
        decline_relief(actor=actor, request_id=not_this_time, no=No.APPLY, at=at)


def _course(actor: Actor, key: UUID, at: datetime) -> UUID:
    described = Described(
        support_form=GROUPS,
        texts={
            "title": {"sv": "Pausgruppen (exempel)", "en": "The pause group (example)"},
            "place": {"sv": PLACE[0], "en": PLACE[1]},
        },
        seating=Seating.COURSE,
        way=Way.PLACE,
        capacity=6,
        leader_name=actor.first_name,
        leader_id=actor.user_id,
    )
    plan = Plan(localdate(at) + AHEAD, time(14), time(16), times=4, rhythm=Rhythm.WEEKLY)
    with scope(actor.municipality, actor.board_id, actor.user_id):
        plan_group(actor=actor, unit_id=actor.unit_ids[0], group_id=key, described=described, plan=plan, at=at)
        publish_group(actor=actor, group_id=key, at=at)
    return key


def _asks(municipality: MunicipalityPage, group: UUID, number: int, at: datetime) -> UUID:
    wanted = Wanted(Reach.TEXT, f"070-174 06 {80 + number}", f"Exempel-{NAMES[number]}")
    with scope(municipality.code):
        booked = book_with_relief(
            at=at,
            municipality=municipality,
            group_id=group,
            meeting_id=None,
            submission=f"demo relief {group} {number}",
            wanted=wanted,
            wish=Wish(hours=3),
        )
        with for_board(booked.board_id):
            return ReliefRequest.objects.get(booking=booked.booking_id).pk
