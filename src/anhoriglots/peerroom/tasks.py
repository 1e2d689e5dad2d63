"""What happens to rooms by itself, every night."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.in_turn import in_turn
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage, every_board

from .actions.erase_rooms import erase_rooms

NIGHTLY = "50 3 * * *"


@app.periodic(cron=NIGHTLY)
@app.task(name="peerroom.erase_old_rooms", queueing_lock="peerroom.erase_old_rooms")
def erase_old_rooms(timestamp: int) -> None:
    """Delete at every board the rooms of groups that met some days ago for the last time.

    ``timestamp`` is the planned instant, which the calendar gives and we do not need.
    """
    in_turn(_erase, every_board())


def _erase(municipality: MunicipalityPage, board: UUID) -> None:
    with scope(municipality.code, board):
        erase_rooms(municipality, at=timezone.now())
