"""What happens by itself every night: what was kept as long as was promised is erased."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.in_turn import in_turn
from anhoriglots.database.scope import scope
from anhoriglots.database.throttle import forget_old
from anhoriglots.organisations.queries import MunicipalityPage, every_board

from .actions.erase_due import erase_due

NIGHTLY = "15 3 * * *"


@app.periodic(cron=NIGHTLY)
@app.task(name="casework.erase_what_is_due", queueing_lock="casework.erase_what_is_due")
def erase_what_is_due(timestamp: int) -> None:
    """Erase at every board. ``timestamp`` is the planned instant, which the calendar gives and we do not need: what
    became due while the program was down is erased at the next run.
    """
    at = timezone.now()

    def erase(municipality: MunicipalityPage, board: UUID) -> None:
        with scope(municipality.code, board):
            erase_due(municipality=municipality, at=at)

    forget_old(at=at)
    in_turn(erase, every_board())
