"""What happens to reports by itself every night."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.in_turn import in_turn
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage, every_board

from .actions.erase_due import erase_due

NIGHTLY = "50 3 * * *"


@app.periodic(cron=NIGHTLY)
@app.task(name="accessibility.erase_old_reports", queueing_lock="accessibility.erase_old_reports")
def erase_old_reports(timestamp: int) -> None:
    """Delete at every board. ``timestamp`` is the planned instant, which the calendar gives and we do not need."""
    at = timezone.now()

    def erase(municipality: MunicipalityPage, board: UUID) -> None:
        with scope(municipality.code, board):
            erase_due(at=at)

    in_turn(erase, every_board())
