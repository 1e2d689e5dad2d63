"""What happens to bookings by itself: every five minutes, and every night."""

from functools import partial
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.in_turn import in_turn
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage, every_board

from .actions.erase_lists import erase_lists
from .actions.pass_on import pass_on, with_late_offers
from .actions.remind import remind, to_remind_of

EVERY_FIVE_MINUTES = "*/5 * * * *"
NIGHTLY = "45 3 * * *"


@app.periodic(cron=EVERY_FIVE_MINUTES)
@app.task(name="booking.look_at_the_clock", queueing_lock="booking.look_at_the_clock")
def look_at_the_clock(timestamp: int) -> None:
    """Let late offers go on to the next, and queue the reminders whose time has come.

    ``timestamp`` is the planned instant, which the calendar gives and we do not need: what was missed while the
    program was down is done now.
    """
    in_turn(_pass_on_and_remind, every_board())


@app.periodic(cron=NIGHTLY)
@app.task(name="booking.erase_old_lists", queueing_lock="booking.erase_old_lists")
def erase_old_lists(timestamp: int) -> None:
    """Delete at every board who came, some days after the last time."""
    in_turn(_erase, every_board())


def _pass_on_and_remind(municipality: MunicipalityPage, board: UUID) -> None:
    """Each group in a transaction of its own, so that no lock is held longer than it takes."""
    at = timezone.now()
    enter = partial(scope, municipality.code, board)
    with enter():
        late, coming = with_late_offers(at=at), to_remind_of(at=at)
    for group, meeting in late:
        with enter():
            pass_on(group_id=group, meeting_id=meeting, at=at)
    for meeting in coming:
        with enter():
            remind(meeting_id=meeting, at=at)


def _erase(municipality: MunicipalityPage, board: UUID) -> None:
    with scope(municipality.code, board):
        erase_lists(at=timezone.now())
