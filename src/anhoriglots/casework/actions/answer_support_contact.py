"""The carer says yes, no, or something in between to the support contact (SoL 13:9; a no is always free, law A04)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board

from ..choices import DeclineReason
from ..models import SupportContact
from ..steps import step_support_contact
from ..workflow import SupportContactStep


class Answer(StrEnum):
    """What the carer can say."""

    ACCEPT = "accept"
    DECLINE = "decline"
    CHANGE = "change"
    END = "end"


STEP_OF = {
    Answer.ACCEPT: SupportContactStep.ACCEPTED,
    Answer.DECLINE: SupportContactStep.DECLINED,
    Answer.CHANGE: SupportContactStep.CHANGE_ASKED,
    Answer.END: SupportContactStep.ENDED,
}


def answer_support_contact(
    *,
    at: datetime,
    board_id: UUID,
    request_id: UUID,
    contact_id: UUID,
    answer: Answer,
    reason: DeclineReason | None = None,
) -> None:
    """Take the carer's answer. The same answer twice is one; a reason goes with a no only, and is never demanded.

    Raises:
        Refused: the answer does not follow from where the offer is.
        SupportContact.DoesNotExist: not a support contact of this request.
    """
    with for_board(board_id):
        contact = SupportContact.objects.select_for_update().get(pk=contact_id, request_id=request_id)
        step = STEP_OF[answer]
        if contact.step == step:
            return
        why = reason.value if reason and answer is Answer.DECLINE else ""
        step_support_contact(contact, step, at=at, reason=why)
        record(action="casework.answer_support_contact", at=at, object_id=contact.pk, answer=answer.value)
