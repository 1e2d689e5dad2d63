"""The visitor takes back what was sent: it is gone at once, not hidden."""

from datetime import datetime
from uuid import UUID

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.visitors.models import AccessCode

from ..erasure import empty_requests, untie_support_contacts
from ..models import ContactRequest, ThreadMessage
from ..steps import step_support_contact
from ..workflow import SUPPORT_CONTACT_STEPS, RequestStep, SupportContactStep


def erase_request(*, at: datetime, board_id: UUID, request_id: UUID) -> None:
    """Empty the request, delete its messages and its code, and end a support contact that hung on it.

    A second time changes nothing. A file and a support contact that belongs to it stay, but no longer say that they
    began with this request.

    Raises:
        ContactRequest.DoesNotExist: not a request of this board.
    """
    with for_board(board_id):
        request = ContactRequest.objects.select_for_update().get(pk=request_id)
        if request.step == RequestStep.WITHDRAWN:
            return
        if request.step != RequestStep.ERASED:
            empty_requests([request.pk], RequestStep.WITHDRAWN, at=at)
        ThreadMessage.objects.filter(request=request).delete()
        AccessCode.objects.filter(object_id=request.pk).delete()
        _end_support_contacts(request, at)
        untie_support_contacts()
        record(action="casework.erase_request", at=at, object_id=request.pk)


def _end_support_contacts(request: ContactRequest, at: datetime) -> None:
    for contact in request.support_contacts.select_for_update().filter(case__isnull=True):
        if SupportContactStep.ENDED in SUPPORT_CONTACT_STEPS[contact.step]:
            step_support_contact(contact, SupportContactStep.ENDED, at=at)
