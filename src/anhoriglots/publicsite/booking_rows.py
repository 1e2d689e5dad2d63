"""The booking as the visitor reads it before sending."""

from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from anhoriglots.booking.choices import Reach, Seating
from anhoriglots.booking.queries.words import cost_in_words, text_of, times_in_words, way_in_words
from anhoriglots.design.words import span_in_words
from anhoriglots.relief.queries.own_words import wish_in_words

from .booking_answers import BookingAnswers, Place, booking_address
from .booking_forms import REACHES
from .check_page import Row, spaced
from .pages import OpenRequest

Line = tuple[str, str, str]
PAGES = ("booking", "booking-more", "booking-relief")


def booking_rows(
    request: OpenRequest, answers: BookingAnswers, place: Place, *, offers_relief: bool = False, at: datetime
) -> list[Row]:
    """What is booked, and every answer with a link that changes it."""
    addresses = {name: booking_address(request, name, answers, at=at) for name in PAGES}
    lines = [*_place_lines(place), *_own_lines(answers, place), *(_relief_lines(answers) if offers_relief else [])]
    return [Row(label, value, addresses.get(name, "")) for label, value, name in lines if value]


def _place_lines(place: Place) -> list[Line]:
    group, first = place.group, place.first
    more = len(group.times) - 1 if group.seating == Seating.COURSE else 0
    when = [span_in_words(first.starts_at, first.ends_at), times_in_words(more, seating=group.seating)]
    where = [str(text_of(group.texts, "place")), way_in_words(group.way)]
    return [
        (_("Grupp"), str(place.title), ""),
        (_("När"), "\n".join(line for line in when if line), ""),
        (_("Var"), "\n".join(line for line in where if line), ""),
        (_("Kostar"), cost_in_words(group.fee), ""),
    ]


def _relief_lines(answers: BookingAnswers) -> list[Line]:
    wish = answers.wish
    value = capfirst(wish_in_words(wish.hours, wish.place)) if wish else _("Nej")
    return [(_("Avlösning under tiden"), value, "booking-relief")]


def _own_lines(answers: BookingAnswers, place: Place) -> list[Line]:
    reach = str(dict(REACHES).get(answers.reach, ""))
    contact = spaced(answers.contact) if answers.reach in (Reach.TEXT, Reach.PHONE) else answers.contact
    two = "\n".join(line for line in (_("Två"), answers.companion) if line)
    lines: list[Line] = [
        (_("Vi kallar dig"), answers.call_me or _("Inget skrivet"), "booking"),
        (_("Om det ställs in"), "\n".join(line for line in (reach, contact) if line), "booking"),
        (_("Hur många som kommer"), two if answers.seats > 1 else _("En"), "booking-more"),
    ]
    if answers.reach != Reach.CODE:
        lines.append((_("Påminnelse"), _("Ja, vardagen innan") if answers.wants_reminder else _("Nej"), "booking-more"))
    if place.group.trial_allowed:
        lines.append((_("På prov första gången"), _("Ja") if answers.is_trial else _("Nej"), "booking-more"))
    return lines
