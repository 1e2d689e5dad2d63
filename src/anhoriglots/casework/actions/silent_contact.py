"""It is not safe to call or write: the visitor says so, and only the visitor's code takes it back.

Both actions are the visitor's, so neither takes an actor: whoever works here can read the mark and not change it.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.kernel.decision import Refused, forbidden

from ..erasure import OVER
from ..models import ContactRequest


def ask_for_silence(*, at: datetime, board_id: UUID, request_id: UUID) -> None:
    """From now on nobody calls or writes; staff no longer see the number. A second time changes nothing.

    Args:
        at: the instant.
        board_id, request_id: what the visitor's code opens.

    Raises:
        Refused: the request has been erased or taken back.
        ContactRequest.DoesNotExist: not a request of this board.
    """
    _set(at, board_id, request_id, silent_since=at)


def lift_silence(*, at: datetime, board_id: UUID, request_id: UUID) -> None:
    """It is safe again: we may be in touch as the visitor once asked. A second time changes nothing.

    Args:
        at: the instant.
        board_id, request_id: what the visitor's code opens.

    Raises:
        Refused: the request has been erased or taken back.
        ContactRequest.DoesNotExist: not a request of this board.
    """
    _set(at, board_id, request_id, silent_since=None)


def _set(at: datetime, board_id: UUID, request_id: UUID, *, silent_since: datetime | None) -> None:
    with for_board(board_id):
        request = ContactRequest.objects.select_for_update(of=("self",)).get(pk=request_id)
        if request.step in OVER:
            raise Refused(forbidden("request-over", _("Uppgifterna är borttagna. Ring oss eller skicka en ny fråga.")))
        if (request.silent_since is None) == (silent_since is None):
            return
        request.silent_since = silent_since
        request.save(update_fields=["silent_since"])
        action = "casework.ask_for_silence" if silent_since else "casework.lift_silence"
        record(action=action, at=at, object_id=request.pk)
