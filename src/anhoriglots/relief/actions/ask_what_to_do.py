"""Tells those who have no answer in time that there is something to read: they choose, and never the clock."""

from datetime import datetime

from django.db import transaction

from anhoriglots.audit.actions import record
from anhoriglots.booking.workflow import TAKES_A_SEAT
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.organisations.queries import MunicipalityPage

from ..models import ReliefRequest
from ..queries.own_relief import answer_by
from ..queries.times import coming, times_of
from ..telling import tell_news
from ..workflow import ReliefStep


@transaction.atomic
def ask_what_to_do(*, municipality: MunicipalityPage, at: datetime) -> int:
    """Tell once for each request of the board in scope that the unit has not answered in time.

    Returns:
        How many messages are new.

    Raises:
        ValueError: no board is in scope.
    """
    board = owner_of(current_scope())["board_id"]
    rows = ReliefRequest.objects.filter(board_id=board, step=ReliefStep.ASKED, booking__step__in=TAKES_A_SEAT)
    waiting = [(one, one.booking) for one in rows.select_related("booking", "unit") if one.booking]
    times = times_of(booking for _, booking in waiting)
    count = 0
    for request, booking in waiting:
        ahead = coming(times[booking.pk], at=at)
        last = answer_by(request, municipality, ahead)
        if ahead and last and last <= at:
            count += tell_news(booking, occasion=f"relief-due:{request.pk}", starts_at=ahead[0], at=at)
    if count:
        record(action="relief.ask_what_to_do", at=at, messages=count)
    return count
