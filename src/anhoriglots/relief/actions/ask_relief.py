"""Books a seat and asks for relief in one step: both are saved or none."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.booking.actions.book import Booked, Wanted, book
from anhoriglots.booking.models import Booking
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Place
from ..models import ReliefRequest
from ..queries.bank import bank_of
from ..queries.offered import relief_offered
from ..queries.rules import Desk, desk_for
from ..queries.times import coming, times_of
from ..steps import log_relief_step
from ..workflow import ReliefStep

MOST_HOURS = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What is needed meanwhile; nothing about the one who is helped.

    Attributes:
        hours: for each meeting, the way there and back among them.
        lives_together: None when it is not asked, or not answered.
    """

    hours: int
    place: Place = Place.HOME
    lives_together: bool | None = None


@transaction.atomic
def book_with_relief(
    *,
    at: datetime,
    municipality: MunicipalityPage,
    group_id: UUID,
    meeting_id: UUID | None,
    submission: str,
    wanted: Wanted,
    wish: Wish,
    language: str = "sv",
    actor: Actor | None = None,
) -> Booked:
    """Book as booking.actions.book does, and ask the unit for relief; the seat is held until it has answered.

    A form that is sent twice is one booking and one request.

    Raises:
        Group.DoesNotExist, Meeting.DoesNotExist: no such group or time.
        Refused: as book; nobody answers here, it is too late for the first time, or the law does not allow the place.
    """
    booked = book(
        at=at,
        municipality=municipality,
        group_id=group_id,
        meeting_id=meeting_id,
        submission=submission,
        wanted=wanted,
        language=language,
        actor=actor,
    )
    with for_board(booked.board_id, actor.user_id if actor else None):
        booking = Booking.objects.select_related("group", "meeting").get(pk=booked.booking_id)
        if not ReliefRequest.objects.filter(booking=booking).exists():
            _ask(booking, _checked(municipality, booking, wish, at), wish, at)
    return booked


def _checked(municipality: MunicipalityPage, booking: Booking, wish: Wish, at: datetime) -> Desk:
    times = coming(times_of([booking])[booking.pk], at=at)
    offered = relief_offered(municipality, booking.board_id, starts_at=times[0], at=at) if times else None
    desk = desk_for(municipality, booking.board_id)
    if offered is None or desk is None:
        raise Refused(
            forbidden("no-relief-here", _("Vi kan inte ordna avlösning så här. Ring oss, så hjälper vi dig."))
        )
    if not 1 <= wish.hours <= MOST_HOURS:
        raise Refused(forbidden("hours-out-of-reason", _("Välj hur många timmar du behöver.")))
    if wish.place is Place.OUTSIDE and not offered.outside_allowed:
        raise Refused(offered.outside)
    return desk


def _ask(booking: Booking, desk: Desk, wish: Wish, at: datetime) -> None:
    request = ReliefRequest.objects.create(
        **owner_of(current_scope()),
        booking=booking,
        unit_id=desk.unit_id,
        hours=wish.hours,
        place=wish.place,
        lives_together=wish.lives_together,
        bank=bank_of(booking),
        asked_at=at,
        step=ReliefStep.ASKED,
        step_at=at,
    )
    log_relief_step(request, at=at)
    record(action="relief.ask", at=at, object_id=request.pk)
