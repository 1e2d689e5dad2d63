"""How it stands with a booking, in words to the one who booked."""

from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anhoriglots.design.words import day_in_words, instant_in_words, span_in_words

from ..workflow import BookingStep
from .own_booking import OwnBooking
from .words import Written, access_in_words, cost_in_words, text_of, way_in_words

STATES = {
    BookingStep.BOOKED: gettext_lazy("Din plats är bokad"),
    BookingStep.QUEUED: gettext_lazy("Du står i kö"),
    BookingStep.OFFERED: gettext_lazy("Det finns en plats till dig"),
    BookingStep.CANCELLED: gettext_lazy("Du har avbokat"),
    BookingStep.PASSED_ON: gettext_lazy("Platsen gick till någon annan"),
    BookingStep.GROUP_CANCELLED: gettext_lazy("Det är inställt"),
}


SHOWN = ("title", "place", "access_note")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Ready for the template.

    Attributes:
        lead: one sentence about what it means; empty when the state says it.
        times: each time in words, and whether it is cancelled.
        is_draft: a text of the group is one that no person has read.
        reminder: when the one who asked for it is reminded; empty for others.
    """

    state: str
    lead: str
    title: Written
    times: tuple[tuple[str, bool], ...]
    place: Written
    access_note: Written
    way: str
    access: str
    cost: str
    reminder: str
    erase_on: str
    is_draft: bool


def own_words(booking: OwnBooking) -> OwnWords:
    """The booking in words."""
    return OwnWords(
        state=str(STATES[BookingStep(booking.step)]),
        lead=_lead(booking),
        title=text_of(booking.texts, "title"),
        times=tuple((span_in_words(one.starts_at, one.ends_at), one.is_cancelled) for one in booking.times),
        place=text_of(booking.texts, "place"),
        access_note=text_of(booking.texts, "access_note"),
        way=way_in_words(booking.way),
        access=", ".join(access_in_words(booking.access)),
        cost=cost_in_words(booking.fee),
        reminder=_reminder(booking),
        erase_on=day_in_words(booking.erase_on, year=True),
        is_draft=any(text_of(booking.texts, name).is_draft for name in SHOWN),
    )


def _lead(booking: OwnBooking) -> str:
    if booking.step == BookingStep.QUEUED:
        return _("Du har plats %(place)s i kön.") % {"place": booking.place}
    if booking.step == BookingStep.OFFERED and booking.offered_until:
        return _("Svara senast %(instant)s.") % {"instant": instant_in_words(booking.offered_until)}
    if booking.step == BookingStep.BOOKED and booking.seats > 1:
        return _("Två platser.")
    return ""


def _reminder(booking: OwnBooking) -> str:
    """On a working day however it goes: when a message does not reach its reader, somebody has to ring."""
    if not booking.wants_reminder:
        return ""
    if not booking.reminders:
        return _("Det är så kort tid kvar att vi inte hinner påminna dig.")
    day = {"day": day_in_words(localdate(booking.reminders[0]), weekday=True)}
    if len(booking.reminders) > 1:
        return _("Vi påminner dig vardagen före varje gång. Första gången blir det %(day)s.") % day
    return _("Vi påminner dig %(day)s.") % day
