"""Everybody of a group who must be rung or written to, whatever it is about, and what goes by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.notifications.queries import Delivery, deliveries

from ..choices import Reach
from ..models import Booking
from .people import PersonRow, person_row
from .staff_group import own_group, title_of


@dataclass(frozen=True, slots=True)
class TellRow:
    """One person to tell one thing; ``message_id`` is noted when it is done."""

    message_id: UUID
    person: PersonRow
    what: str
    how: str


@dataclass(frozen=True, slots=True)
class PeopleToTell:
    """Ready for the page.

    Attributes:
        going: messages that go by themselves, or have gone, and who has been told already.
        by_code: how many look with their code instead.
    """

    title: str
    by_phone: list[TellRow]
    by_letter: list[TellRow]
    going: list[TellRow]
    by_code: int

    @property
    def subjects(self) -> list[UUID]:
        """Keys of the bookings whose people are shown, for the read log."""
        return list({row.person.pk for row in (*self.by_phone, *self.by_letter, *self.going)})


def people_to_tell(actor: Actor, group_id: UUID, *, at: datetime) -> PeopleToTell:
    """The lists of one group.

    Raises:
        Group.DoesNotExist: not one that this person plans or leads.
    """
    group = own_group(actor, group_id)
    bookings = {one.pk: one for one in Booking.objects.filter(group=group)}

    def rows(chosen: Iterable[Delivery]) -> list[TellRow]:
        return [_row(one, bookings[one.about_id], at) for one in chosen]

    found = deliveries(list(bookings), at=at)
    by_hand = [one for one in found if one.needs_a_person]
    return PeopleToTell(
        title=title_of(group),
        by_phone=rows(one for one in by_hand if not one.by_letter),
        by_letter=rows(one for one in by_hand if one.by_letter),
        going=rows(one for one in found if not one.needs_a_person),
        by_code=sum(one.reach == Reach.CODE for one in bookings.values()),
    )


def _row(one: Delivery, booking: Booking, at: datetime) -> TellRow:
    return TellRow(
        message_id=one.message_id,
        person=person_row(booking, today=localdate(at)),
        what=str(one.words.label),
        how=one.why if one.needs_a_person else one.label,
    )
