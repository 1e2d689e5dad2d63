"""Input about relief: what the unit can do, why it cannot, and hours that have been."""

from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from anhoriglots.design.date_field import DateField
from anhoriglots.design.fields import RadioField, TextField
from anhoriglots.design.forms import Form
from anhoriglots.design.number_fields import ClockField
from anhoriglots.kernel.digits import to_ascii
from anhoriglots.relief.actions.answer_relief import Agreed
from anhoriglots.relief.actions.note_hours import MOST_MINUTES
from anhoriglots.relief.choices import Ground, No, Place
from anhoriglots.relief.models.hours import EntryKind
from anhoriglots.relief.queries.relief_page import StaffReliefPage

# What the unit itself can say; the one who asked says no to a proposal by themselves.
OWN_NO = [choice for choice in No.choices if choice[0] != No.OWN_NO]
HOURS = "Skriv timmar, till exempel 2 eller 2,5."
# Which field a refusal belongs to, by the reason of its decision; the others belong to the whole form.
FIELD_OF = {
    "impossible-times": "ends",
    "another-time": "starts",
    "hours-are-spent": "ends",
    "only-in-the-home": "place",
    "no-board-decision": "ground",
    "lives-apart": "ground",
    "another-day": "ground",
    "no-hours-here": "ground",
    "has-not-been": "day",
    "minutes-out-of-reason": "hours",
}


class AgreeForm(Form):
    """Somebody comes, or can come at another time: between which hours, where, and on what ground."""

    prefix = "ja"
    starts = ClockField(label="Från")
    ends = ClockField(label="Till")
    place = RadioField(label="Var?", choices=Place.choices, missing="Välj var.")
    ground = RadioField(label="Vad vilar det på?", choices=[], missing="Välj vad det vilar på.")

    @classmethod
    def of(cls, found: StaffReliefPage, data: Any = None) -> "AgreeForm":
        """The form, filled with what was said before."""
        first = {"starts": found.starts, "ends": found.ends, "place": found.place, "ground": found.ground}
        form = cls(data, initial=first)
        ground = form.fields["ground"]
        if isinstance(ground, forms.ChoiceField):
            ground.choices = list(found.grounds)
        return form

    def agreed(self) -> Agreed:
        """The answers; the form must be valid."""
        given = self.cleaned_data
        starts: time = given["starts"]
        return Agreed(Ground(given["ground"]), Place(given["place"]), starts, given["ends"])


class DeclineForm(Form):
    """Why there is no relief."""

    prefix = "nej"
    no = RadioField(label="Varför inte?", choices=OWN_NO, missing="Välj varför.")


class HoursForm(Form):
    """Hours of a day."""

    prefix = "timmar"
    day = DateField(label="Dag", missing="Skriv dagen, till exempel 2027-01-12.", max_length=10)
    hours = TextField(label="Timmar", hint="Till exempel 2 eller 2,5.", missing=HOURS, max_length=6)
    kind = RadioField(label="Vad hände?", choices=EntryKind.choices, initial=EntryKind.USED.value)

    def clean_hours(self) -> int:
        """In minutes, a quarter of an hour at least.

        Raises:
            ValidationError: no number of hours that a day has.
        """
        try:
            minutes = Decimal(to_ascii(self.cleaned_data["hours"]).replace(",", ".")) * 60
        except InvalidOperation:
            raise ValidationError(HOURS, code="hours") from None
        if not minutes.is_finite() or not 1 <= minutes <= MOST_MINUTES:
            raise ValidationError(HOURS, code="hours")
        return int(minutes)

    @property
    def told(self) -> tuple[date, int, EntryKind]:
        """Day, minutes and kind; the form must be valid."""
        given = self.cleaned_data
        return given["day"], given["hours"], EntryKind(given["kind"])
