"""What the one who asked for relief answers on the page behind the code. Nothing is asked twice, and nobody decides by
the clock what one has not said."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record
from anhoriglots.booking.models import Booking
from anhoriglots.booking.workflow import TAKES_A_SEAT
from anhoriglots.database.scope import for_board
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import Answer, No
from ..models import ReliefRequest
from ..steps import step_relief
from ..workflow import ReliefStep


@transaction.atomic
def answer_as_carer(*, at: datetime, board_id: UUID, booking_id: UUID, answer: Answer) -> None:
    """Yes or no to a proposal, come without relief, or talk to somebody first. A second time changes nothing.

    Raises:
        ReliefRequest.DoesNotExist: nothing is asked for with this booking.
        Refused: it has changed since the page was read.
    """
    with for_board(board_id):
        request = ReliefRequest.objects.select_for_update(of=("self",)).get(booking=booking_id)
        if _is_done(request, answer):
            return
        if not Booking.objects.filter(pk=booking_id, step__in=TAKES_A_SEAT).exists():
            raise _changed()
        _act(request, answer, at)
        record(action=f"relief.answer_{answer.name.lower()}", at=at, object_id=request.pk)


def _is_done(request: ReliefRequest, answer: Answer) -> bool:
    """Has this been answered already?"""
    return {
        Answer.YES: request.step == ReliefStep.ACCEPTED,
        Answer.NO: request.no == No.OWN_NO,
        Answer.ANYWAY: request.step == ReliefStep.WITHDRAWN,
        Answer.TALK: request.wants_talk_at is not None,
    }[answer]


def _act(request: ReliefRequest, answer: Answer, at: datetime) -> None:
    if answer in (Answer.YES, Answer.NO) and request.step != ReliefStep.PROPOSED:
        raise _changed()
    if answer is Answer.YES:
        step_relief(request, ReliefStep.ACCEPTED, at=at)
    elif answer is Answer.NO:
        request.no = No.OWN_NO
        request.ground, request.starts, request.ends, request.agreed_times = "", None, None, []
        step_relief(request, ReliefStep.DECLINED, at=at)
    elif answer is Answer.ANYWAY:
        if request.step != ReliefStep.ACCEPTED:  # nobody has been promised who has to be told
            request.agreed_times = []
        step_relief(request, ReliefStep.WITHDRAWN, at=at)
    else:
        request.wants_talk_at = at
        request.save(update_fields=["wants_talk_at"])


def _changed() -> Refused:
    return Refused(forbidden("has-changed", _("Något ändrades innan du svarade. Så här är det nu.")))
