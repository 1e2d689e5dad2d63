"""What happens to requests for relief by itself: every five minutes, and every night."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.in_turn import in_turn
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage, every_board

from .actions.ask_what_to_do import ask_what_to_do
from .actions.erase import erase_hours
from .queries.rules import desk_for

EVERY_FIVE_MINUTES = "*/5 * * * *"
NIGHTLY = "50 3 * * *"


@app.periodic(cron=EVERY_FIVE_MINUTES)
@app.task(name="relief.look_at_the_clock", queueing_lock="relief.look_at_the_clock")
def look_at_the_clock(timestamp: int) -> None:
    """Tell those who wait for an answer that is late.

    ``timestamp`` is the planned instant, which the calendar gives and we do not need: what was missed while the
    program was down is done now.
    """
    in_turn(_ask, every_board())


@app.periodic(cron=NIGHTLY)
@app.task(name="relief.erase_old_hours", queueing_lock="relief.erase_old_hours")
def erase_old_hours(timestamp: int) -> None:
    """Delete at every board the hours that can change no count any longer."""
    in_turn(_erase, every_board())


def _ask(municipality: MunicipalityPage, board: UUID) -> None:
    if desk_for(municipality, board) is None:
        return
    with scope(municipality.code, board):
        ask_what_to_do(municipality=municipality, at=timezone.now())


def _erase(municipality: MunicipalityPage, board: UUID) -> None:
    with scope(municipality.code, board):
        erase_hours(at=timezone.now())
