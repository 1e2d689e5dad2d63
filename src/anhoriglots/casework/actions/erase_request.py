"""The visitor takes back what was sent: it is gone at once, not hidden."""

from datetime import datetime
from uuid import UUID

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board

from ..erasure import EMPTY
from ..models import AccessCode, ContactRequest, ThreadMessage
from ..steps import step_request, step_support_contact
from ..workflow import SUPPORT_CONTACT_STEPS, RequestStep, SupportContactStep


def erase_request(*, at: datetime, board_id: UUID, request_id: UUID) -> None:
    """Empty the request, delete its messages and its code, and end a support contact that hung on it.

    A second time changes nothing. What a member of staff has written in a file of its own is not touched.

    Raises:
        ContactRequest.DoesNotExist: not a request of this board.
    """
    with for_board(board_id):
        request = ContactRequest.objects.select_for_update().get(pk=request_id)
        if request.step == RequestStep.WITHDRAWN:
            return
        for name, value in EMPTY.items():
            setattr(request, name, value)
        request.erased_at = at
        if request.step == RequestStep.ERASED:
            request.save()
        else:
            step_request(request, RequestStep.WITHDRAWN, at=at)
        ThreadMessage.objects.filter(request=request).delete()
        AccessCode.objects.filter(request_id=request.pk).delete()
        _end_support_contacts(request, at)
        record(action="casework.erase_request", at=at, object_id=request.pk)


def _end_support_contacts(request: ContactRequest, at: datetime) -> None:
    for contact in request.support_contacts.select_for_update().filter(case__isnull=True):
        if SupportContactStep.ENDED in SUPPORT_CONTACT_STEPS[contact.step]:
            step_support_contact(contact, SupportContactStep.ENDED, at=at)
