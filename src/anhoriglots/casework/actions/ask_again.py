"""The carer changes their mind after a no: wants a support contact after all (SoL 13:9; a no is free, law A04)."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record
from anhoriglots.database.scope import for_board
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage

from ..models import ContactRequest, SupportContact
from ..steps import step_support_contact
from ..workflow import REQUEST_STEPS, RequestStep, SupportContactStep
from .add_line import reopen


def ask_again(*, at: datetime, municipality: MunicipalityPage, board_id: UUID, request_id: UUID) -> None:
    """Mark the last offer as asked for again, and open the request when it was answered or closed.

    Asking twice is asking once.

    Raises:
        Refused: there is a support contact, nobody was ever offered, or the request is erased.
        ContactRequest.DoesNotExist: not a request of this board.
    """
    with for_board(board_id):
        request = ContactRequest.objects.select_for_update(of=("self",)).select_related("unit").get(pk=request_id)
        offers = SupportContact.objects.select_for_update().filter(request=request)
        last = offers.order_by("-offered_at", "-pk").first()
        if last is None or not REQUEST_STEPS[request.step]:
            raise Refused(forbidden("nothing-to-ask-again", _("Ring oss, så hjälper vi dig.")))
        if last.step == SupportContactStep.ASKED_AGAIN:
            return
        step_support_contact(last, SupportContactStep.ASKED_AGAIN, at=at)
        request.wants_support_contact = True
        if RequestStep.REOPENED in REQUEST_STEPS[request.step]:
            reopen(request, municipality, at=at)
        else:
            request.save(update_fields=["wants_support_contact"])
        record(action="casework.ask_again", at=at, object_id=last.pk)
