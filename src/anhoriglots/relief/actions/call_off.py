"""The unit has seen that nobody shall come: the seat is given back, they come without relief, or all is erased."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.booking.models import Booking
from anhoriglots.booking.workflow import TAKES_A_SEAT
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Ground
from ..models import HourEntry, ReliefRequest
from ..models.hours import EntryKind
from ..policies import is_called_off_in_time, may_answer_relief, requests_of
from ..queries.bank import kept_until
from ..queries.rules import HourRule, hour_rule_on, hour_rules
from ..queries.times import agreed, coming, minutes_between
from ..steps import step_relief
from ..workflow import ReliefStep


@transaction.atomic
def call_off(*, actor: Actor, municipality: MunicipalityPage, request_id: UUID, at: datetime) -> None:
    """Nobody comes. Hours that were called off in time come back; a request that has been erased is deleted now.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person answers.
        Refused: the seat is still there, so relief is still wanted.
    """
    may_answer_relief(actor).require()
    request = requests_of(actor).select_for_update(of=("self",)).get(pk=request_id)
    booking = Booking.objects.filter(pk=request.booking_id).first() if request.booking_id else None
    if booking and booking.step in TAKES_A_SEAT and request.step != ReliefStep.WITHDRAWN:
        raise Refused(forbidden("still-wanted", "Personen har kvar sin plats och vill ha avlösning."))
    record(action="relief.call_off", at=at, object_id=request.pk)
    if booking is None:
        request.delete()
        return
    given_back = request.step_at if request.step == ReliefStep.WITHDRAWN else booking.step_at
    if request.ground == Ground.WITHOUT_ASSESSMENT:
        _note(actor, request, hour_rules(municipality, actor.board_id), municipality, given_back, at)
    if request.step != ReliefStep.WITHDRAWN:
        step_relief(request, ReliefStep.WITHDRAWN, at=at)
    request.agreed_times = []
    request.save(update_fields=["agreed_times"])


def _note(
    actor: Actor,
    request: ReliefRequest,
    rules: Sequence[HourRule],
    municipality: MunicipalityPage,
    given_back: datetime,
    at: datetime,
) -> None:
    if not (request.starts and request.ends):
        return
    days = int(municipality.own["retention"]["booking_days"])
    noted = set(HourEntry.objects.filter(request_id=request.pk).values_list("day", flat=True))
    for starts_at in coming(agreed(request), at=given_back):
        day = localdate(starts_at)
        rule = hour_rule_on(rules, day)
        if day in noted:
            continue
        in_time = is_called_off_in_time(rule, at=given_back, starts_at=starts_at)
        HourEntry.objects.create(
            **owner_of(current_scope()),
            bank=request.bank,
            request_id=request.pk,
            day=day,
            minutes=minutes_between(request.starts, request.ends),
            kind=EntryKind.CANCELLED_IN_TIME if in_time else EntryKind.CANCELLED_LATE,
            noted_by=actor.user_id,
            at=at,
            erase_on=kept_until(day, rule, days=days),
        )
