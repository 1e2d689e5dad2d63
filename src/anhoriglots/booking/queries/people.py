"""Those who have booked, in words: what they want to be called and how to reach them. Every reading of it is logged."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from babel import Locale
from django.utils.timezone import localdate

from ..choices import Reach
from ..models import Booking
from ..workflow import BookingStep
from .times import clocks, day_words

NAMELESS = "Utan namn"
# As we say it of somebody else; the labels of the choices are what the person says.
REACH_WORDS = {reach: str(reach.label) for reach in Reach} | {Reach.CODE: "Tittar själv med koden"}
BY_PHONE = (Reach.PHONE, Reach.TEXT)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One booking. ``phone`` when the contact is a number that can be called; ``place`` in the queue, 0 elsewhere."""

    pk: UUID
    name: str
    seats: int
    reach: str
    contact: str
    phone: bool
    notes: tuple[str, ...]
    place: int = 0
    offered: bool = False
    came: bool = False


def person_row(booking: Booking, *, today: date, place: int = 0, came: bool = False) -> PersonRow:
    """The booking as one line."""
    reach = Reach(booking.reach)
    return PersonRow(
        pk=booking.pk,
        name=name_of(booking),
        seats=booking.seats,
        reach=REACH_WORDS[reach],
        contact=booking.contact,
        phone=reach in BY_PHONE and bool(booking.contact),
        notes=_notes(booking, today),
        place=place,
        offered=booking.step == BookingStep.OFFERED,
        came=came,
    )


def name_of(booking: Booking) -> str:
    """What they are called: one name or two."""
    names = [booking.call_me or NAMELESS]
    if booking.seats > 1:
        names.append(booking.companion or "en till")
    return " och ".join(names)


def _notes(booking: Booking, today: date) -> tuple[str, ...]:
    found = []
    if booking.step == BookingStep.OFFERED and booking.offered_until:
        found.append(f"erbjuden plats till {_until(booking.offered_until, today)}")
    if booking.is_trial:
        found.append("provar första gången")
    if booking.language != "sv":
        found.append(str(Locale("sv").languages.get(booking.language, booking.language)))
    return tuple(found)


def _until(at: datetime, today: date) -> str:
    local = clocks(at, at).split("–")[0]
    return f"{day_words(localdate(at), today=today)} {local}"
