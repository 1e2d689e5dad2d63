"""The visitor adds a line to the thread behind a code."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage, promised_time
from anhoriglots.visitors.policies import may_be_kept

from ..models import ContactRequest, ThreadMessage
from ..steps import step_request
from ..workflow import REQUEST_STEPS, RequestStep

# A person in distress may write much; a machine writes more.
MOST_LINES = 20


def add_line(*, at: datetime, municipality: MunicipalityPage, board_id: UUID, request_id: UUID, text: str) -> None:
    """Save the line; a request that was answered or closed is opened again, with a new promised time.

    The same line twice in a row is saved once.

    Raises:
        Refused: it looks like a personal number, is too long, or the thread is erased or full.
        ContactRequest.DoesNotExist: not a request of this board.
    """
    may_be_kept(text).require()
    with for_board(board_id):
        request = ContactRequest.objects.select_for_update(of=("self",)).select_related("unit").get(pk=request_id)
        lines = list(request.messages.order_by("at"))
        if lines and not lines[-1].from_staff and lines[-1].text == text:
            return
        _refuse_when_over(request, sum(not line.from_staff for line in lines))
        ThreadMessage.objects.create(**owner_of(current_scope()), request=request, from_staff=False, text=text, at=at)
        if RequestStep.REOPENED in REQUEST_STEPS[request.step]:
            reopen(request, municipality, at=at)
        record(action="casework.add_line", at=at, object_id=request.pk)


def _refuse_when_over(request: ContactRequest, written: int) -> None:
    if request.step in (RequestStep.ERASED, RequestStep.WITHDRAWN):
        raise Refused(forbidden("thread-erased", _("Uppgifterna är borttagna. Ring oss eller skicka en ny fråga.")))
    if written >= MOST_LINES:
        raise Refused(forbidden("thread-full", _("Det finns inte plats för fler rader. Ring oss, så pratar vi.")))


def reopen(request: ContactRequest, municipality: MunicipalityPage, *, at: datetime) -> None:
    """Put the request back among those that wait, with a new promised time; part of an action that holds the lock.

    Raises:
        Refused: it is not answered or closed.
        NeverOpen: the unit has no opening hours.
    """
    days = int(municipality.own["promise"]["working_days"])
    request.promised_at = promised_time(request.unit.hours, working_days=days, received_at=at)
    request.erase_on = None
    request.taken_by = None
    step_request(request, RequestStep.REOPENED, at=at)
