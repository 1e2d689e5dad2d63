"""Notes hours that were used, that were called off, or that a person adds."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import MunicipalityPage

from ..models import HourEntry
from ..models.hours import EntryKind
from ..policies import may_answer_relief, requests_of
from ..queries.bank import kept_until
from ..queries.rules import hour_rule_on, hour_rules

MOST_MINUTES = 24 * 60


@transaction.atomic
def note_hours(
    *,
    actor: Actor,
    municipality: MunicipalityPage,
    request_id: UUID,
    entry_id: UUID,
    day: date,
    minutes: int,
    kind: EntryKind,
    at: datetime,
) -> HourEntry:
    """Write it. The same form sent twice is one entry, and a second word about a day stands instead of the first.

    Args:
        entry_id: the key that the form carried.
        day: when the relief began, on Swedish clocks; for added hours any day in the round that they are for.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person answers.
        Refused: no hours are counted here that day, they have not been yet, or the number is out of reason.
    """
    may_answer_relief(actor).require()
    request = requests_of(actor).select_for_update(of=("self",)).get(pk=request_id)
    if before := HourEntry.objects.filter(pk=entry_id).first():
        return before
    rule = hour_rule_on(hour_rules(municipality, actor.board_id), day)
    if rule is None or request.bank is None:
        raise Refused(forbidden("no-hours-here", "Kommunen har inga timmar att räkna den dagen."))
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(forbidden("minutes-out-of-reason", "Skriv hur många timmar det var, från 0,5 till 24."))
    if kind is not EntryKind.GRANTED:
        if day > localdate(at):
            raise Refused(forbidden("has-not-been", "Den dagen har inte varit än."))
        HourEntry.objects.filter(request_id=request.pk, day=day).exclude(kind=EntryKind.GRANTED).delete()
    entry = HourEntry.objects.create(
        **owner_of(current_scope()),
        id=entry_id,
        bank=request.bank,
        request_id=request.pk,
        day=day,
        minutes=minutes,
        kind=kind,
        noted_by=actor.user_id,
        at=at,
        erase_on=kept_until(day, rule, days=int(municipality.own["retention"]["booking_days"])),
    )
    record(action="relief.note_hours", at=at, object_id=request.pk, kind=kind.value)
    return entry
