"""Whom somebody must ring or write to, and what went by itself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.queries import Delivery, deliveries

from ..models import Booking, Group, Meeting
from ..workflow import BookingStep

CANCELLED = (Words.CANCELLED, Words.ALL_CANCELLED)


@dataclass(frozen=True, slots=True)
class ToBeTold:
    """How it stands, one row a booking that wants to be told; those who look with the code are in none.

    Attributes:
        by_phone: to be rung: they asked for it, or their message could not go; ``why`` on each says which.
        by_letter: to be written to.
        on_the_way: messages that have not gone yet, and may still end on the telephone list.
        done: messages that have gone, and those whom somebody has told.
    """

    by_phone: tuple[Delivery, ...]
    by_letter: tuple[Delivery, ...]
    on_the_way: tuple[Delivery, ...]
    done: tuple[Delivery, ...]


def to_be_told(cancelled: Meeting | Group) -> ToBeTold:
    """Who was to come to the cancelled meeting, or to anything of the cancelled group.

    Pages show name and number by ``about_id``, the key of the booking, and let somebody note that it is done with
    ``actions/note_told.py``. The caller has asked ``may_lead``, and logs the reading.
    """
    if isinstance(cancelled, Group):
        return _sorted(deliveries(_bookings(Q(group=cancelled)), words=CANCELLED))
    who = Q(group=cancelled.group_id) & (Q(meeting=cancelled) | Q(meeting=None))
    return _sorted(deliveries(_bookings(who), words=CANCELLED, occasion_id=cancelled.pk))


def offered_to_be_told(group: Group) -> ToBeTold:
    """Who has been offered a seat, and has not answered."""
    return _sorted(deliveries(_bookings(Q(group=group, step=BookingStep.OFFERED)), words=(Words.OFFERED,)))


def moved_to_be_told(meeting: Meeting) -> ToBeTold:
    """Who was to come to the meeting that has been moved."""
    who = Q(group=meeting.group_id) & (Q(meeting=meeting) | Q(meeting=None))
    return _sorted(deliveries(_bookings(who), words=(Words.MOVED,), occasion_id=meeting.pk))


def to_be_reminded(meeting: Meeting, *, at: datetime) -> ToBeTold:
    """Who has asked to be reminded of the meeting, from when it is time to do it until it begins."""
    who = Q(group=meeting.group_id) & (Q(meeting=meeting) | Q(meeting=None))
    return _sorted(deliveries(_bookings(who), words=(Words.REMINDER,), occasion_id=meeting.pk, at=at))


def _bookings(which: Q) -> list[UUID]:
    return list(Booking.objects.filter(which).values_list("pk", flat=True))


def _sorted(found: list[Delivery]) -> ToBeTold:
    by_hand = [one for one in found if one.needs_a_person]
    by_letter = tuple(one for one in by_hand if one.by_letter)
    by_phone = tuple(one for one in by_hand if not one.by_letter)
    on_the_way = tuple(one for one in found if one.is_on_its_way)
    done = tuple(one for one in found if not (one.needs_a_person or one.is_on_its_way))
    return ToBeTold(by_phone, by_letter, on_the_way, done)
