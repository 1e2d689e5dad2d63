"""Notes who came to a meeting: ticks for those who had booked, a number for those who dropped in."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import municipality_by_code

from ..choices import Seating
from ..models import Attendance, Booking, Group, Meeting
from ..policies import erase_day, may_lead
from ..workflow import BookingStep

MOST_DROP_INS = 500


@transaction.atomic
def note_attendance(
    *, actor: Actor, meeting_id: UUID, came: Collection[UUID], dropped_in: int = 0, at: datetime
) -> Meeting:
    """Save the ticks and the numbers; noting again writes over what was noted before.

    Args:
        came: keys of the bookings whose people came; others than those of the meeting are left out.
        dropped_in: how many came without having booked, or all of them where nobody ticks.

    Raises:
        Meeting.DoesNotExist: not a meeting of the board.
        Refused: neither plans nor leads the group, it has not begun, it was cancelled, the list has been deleted, or
            the number is out of reason.
    """
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting_id, board_id=actor.board_id)
    group = Group.objects.get(pk=meeting.group_id)
    may_lead(actor, group).require()
    _check(meeting, dropped_in, at)
    _check_list(actor, group, meeting, at)
    here = Booking.objects.filter(Q(meeting=meeting) | Q(meeting=None), group=group, step=BookingStep.BOOKED)
    ticked = list(here.filter(pk__in=came))
    Attendance.objects.filter(meeting=meeting).delete()
    owner = owner_of(current_scope())
    Attendance.objects.bulk_create(Attendance(**owner, meeting=meeting, booking=one) for one in ticked)
    meeting.came, meeting.dropped_in = sum(one.seats for one in ticked), dropped_in
    meeting.save(update_fields=["came", "dropped_in"])
    record(action="booking.note_attendance", at=at, object_id=meeting.pk, came=meeting.came, dropped_in=dropped_in)
    return meeting


def _check(meeting: Meeting, dropped_in: int, at: datetime) -> None:
    if meeting.cancelled_at:
        raise Refused(forbidden("meeting-cancelled", "Gången är inställd. Det finns inget att anteckna."))
    if meeting.starts_at > at:
        raise Refused(forbidden("not-begun", "Gången har inte börjat än. Anteckna när ni ses."))
    if not 0 <= dropped_in <= MOST_DROP_INS:
        raise Refused(forbidden("out-of-reason", f"Skriv ett antal från 0 till {MOST_DROP_INS}."))


def _check_list(actor: Actor, group: Group, meeting: Meeting, at: datetime) -> None:
    """Without its list a meeting cannot be noted again: the ticks would all be gone, and with them the number."""
    municipality = municipality_by_code(actor.municipality)
    ends_at = group.ends_at if group.seating == Seating.COURSE else meeting.ends_at
    if group.seating != Seating.OPEN and municipality and localdate(at) > erase_day(municipality, ends_at):
        raise Refused(forbidden("list-is-deleted", "Listan är borttagen. Antalet går inte att ändra längre."))
