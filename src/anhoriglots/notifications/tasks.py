"""What happens to the outbox by itself: at once when something is put in it, every five minutes, and every night."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.in_turn import in_turn
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage, every_board, municipality_by_code

from .actions.erase_messages import erase_due_messages
from .actions.queue_messages import SENDING_TASK
from .actions.send_next import send_next

EVERY_FIVE_MINUTES = "*/5 * * * *"
NIGHTLY = "35 3 * * *"


@app.task(name=SENDING_TASK)
def send_waiting(municipality: str, board: str) -> None:
    """Send what waits at one board; deferred in the transaction that put it there."""
    page = municipality_by_code(municipality)
    if page:
        _send_all(page, UUID(board))


@app.periodic(cron=EVERY_FIVE_MINUTES)
@app.task(name="notifications.send_what_is_due", queueing_lock="notifications.send_what_is_due")
def send_what_is_due(timestamp: int) -> None:
    """Send at every board what waits for an hour, for another try, or was left by a worker that died.

    ``timestamp`` is the planned instant, which the calendar gives.
    """
    in_turn(_send_all, every_board())


@app.periodic(cron=NIGHTLY)
@app.task(name="notifications.erase_what_is_due", queueing_lock="notifications.erase_what_is_due")
def erase_what_is_due(timestamp: int) -> None:
    """Delete at every board what has been kept as long as was promised."""
    at = timezone.now()

    def erase(municipality: MunicipalityPage, board: UUID) -> None:
        with scope(municipality.code, board):
            erase_due_messages(at=at)

    in_turn(erase, every_board())


def _send_all(municipality: MunicipalityPage, board: UUID) -> None:
    while send_next(municipality=municipality, board=board, at=timezone.now()):
        pass
