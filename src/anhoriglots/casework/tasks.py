"""What happens by itself every night: what was kept as long as was promised is erased."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from anhoriglots.database.scope import scope
from anhoriglots.database.throttle import forget_old
from anhoriglots.organisations.queries import MunicipalityPage, all_boards, all_municipalities

from .actions.erase_due import erase_due

NIGHTLY = "15 3 * * *"


@app.periodic(cron=NIGHTLY)
@app.task(name="casework.erase_what_is_due", queueing_lock="casework.erase_what_is_due")
def erase_what_is_due(timestamp: int) -> None:
    """Erase at every board. ``timestamp`` is the planned instant, which the calendar gives and we do not need: what
    became due while the program was down is erased at the next run.
    """
    at = timezone.now()
    pages = {page.code: page for page in all_municipalities()}
    failed = [error for code, board in all_boards() if (error := _erase_at(pages[code], board, at))]
    forget_old(at=at)
    if failed:
        raise ExceptionGroup("erasing failed at some boards", failed)


def _erase_at(municipality: MunicipalityPage, board: UUID, at: datetime) -> Exception | None:
    """Erase at one board; what goes wrong there must not keep the others' rows a day longer than promised."""
    try:
        with scope(municipality.code, board):
            erase_due(municipality=municipality, at=at)
    except Exception as error:
        return error
    return None
