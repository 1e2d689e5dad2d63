"""What happens to files by itself every night."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.in_turn import in_turn
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage, every_board

from .actions.forget_files import forget_files

NIGHTLY = "55 3 * * *"


@app.periodic(cron=NIGHTLY)
@app.task(name="integration.forget_old_files", queueing_lock="integration.forget_old_files")
def forget_old_files(timestamp: int) -> None:
    """Forget at every board. ``timestamp`` is the planned instant, which the calendar gives and we do not need."""
    at = timezone.now()

    def forget(municipality: MunicipalityPage, board: UUID) -> None:
        with scope(municipality.code, board):
            forget_files(at=at)

    in_turn(forget, every_board())
