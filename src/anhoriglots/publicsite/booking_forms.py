"""The pages of a booking: who, and how we reach them; and what only some want to tell."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from anhoriglots.booking.choices import Reach
from anhoriglots.booking.queries.reminders import reminders
from anhoriglots.design.fields import (
    CheckboxField,
    ChoiceLook,
    EmailField,
    PhoneField,
    RadioField,
    ShortTextField,
    TextField,
)
from anhoriglots.design.forms import Form

from .booking_answers import BookingAnswers, Place
from .contact_forms import CALL_ME_LIMIT
from .kept import kept

ONE, TWO = "1", "2"
# A letter needs an address, which the open pages never ask for: staff book for those who want one.
REACHES = [
    (Reach.TEXT.value, _("Skicka sms")),
    (Reach.EMAIL.value, _("Skicka e-post")),
    (Reach.PHONE.value, _("Ring mig")),
    (Reach.CODE.value, _("Jag tittar själv med en kod")),
]
REACH_HINTS = {Reach.CODE.value: _("Då är du helt anonym.")}
CONTACTS = {
    Reach.TEXT.value: PhoneField(label=""),
    Reach.EMAIL.value: EmailField(label=""),
    Reach.PHONE.value: PhoneField(label=""),
}


class WhoForm(Form):
    """What do we call you, and how do we reach you if it is cancelled?"""

    call_me = ShortTextField(
        label=_("Vad ska vi kalla dig?"),
        hint=_("Du kan hitta på ett namn."),
        missing=_("Skriv vad du heter. Nämnden behöver ditt namn för den här gruppen."),
        max_length=CALL_ME_LIMIT,
        required=False,
    )
    reach = RadioField(
        label=_("Hur når vi dig om det ställs in?"),
        choices=REACHES,
        look=ChoiceLook(hints=REACH_HINTS),
        missing=_("Välj hur vi når dig."),
    )
    contact = TextField(
        label=_("Telefonnummer eller e-postadress"),
        hint=_("Lämna tomt om du tittar själv med en kod."),
        required=False,
    )

    @classmethod
    def of(cls, place: Place, answers: BookingAnswers, data: Any = None) -> "WhoForm":
        """The page, filled with what was answered before."""
        form = cls(data, initial={name: getattr(answers, name) for name in cls.base_fields})
        if place.group.name_needed:
            name = form.fields["call_me"]
            name.label, name.help_text, name.required = _("Vad heter du?"), "", True
        return form

    def clean_call_me(self) -> str:
        """Refuse a personal number."""
        return kept(self.cleaned_data["call_me"])

    def clean(self) -> dict[str, Any]:
        """What was written must suit the way that was chosen; nothing is kept of one who looks with the code."""
        values = super().clean() or self.cleaned_data
        reach = values.get("reach")
        if reach == Reach.CODE.value:
            values["contact"] = ""
        elif reach and "contact" in values:
            try:
                values["contact"] = CONTACTS[reach].clean(values["contact"])
            except ValidationError as error:
                self.add_error("contact", error)
        return values

    def changed(self, answers: BookingAnswers) -> BookingAnswers:
        """The answers with this page in them."""
        return replace(answers, **self.cleaned_data)


class MoreForm(Form):
    """Two persons, on trial, a reminder: nobody has to see this page."""

    seats = RadioField(label=_("Hur många kommer?"), choices=[(ONE, _("Bara jag")), (TWO, _("Vi är två"))])
    companion = ShortTextField(
        label=_("Vad ska vi kalla den andra?"),
        hint=_("Bara om ni är två. Du kan hitta på ett namn."),
        max_length=CALL_ME_LIMIT,
        required=False,
    )
    wants_reminder = CheckboxField(
        label=_("Påminn mig vardagen innan"), hint=_("Där står inget om vad det gäller."), required=False
    )
    is_trial = CheckboxField(
        label=_("Jag kommer på prov första gången"), hint=_("Sedan bestämmer du om du fortsätter."), required=False
    )

    @classmethod
    def of(cls, place: Place, answers: BookingAnswers, data: Any = None, *, at: datetime) -> "MoreForm":
        """The page, filled with what was answered before; only what can be had: no reminder when it is too late."""
        first = {name: getattr(answers, name) for name in cls.base_fields}
        form = cls(data, initial={**first, "seats": str(answers.seats)})
        if answers.reach == Reach.CODE.value or not reminders(place.times, at=at):
            del form.fields["wants_reminder"]
        if not place.group.trial_allowed:
            del form.fields["is_trial"]
        return form

    def clean_companion(self) -> str:
        """Refuse a personal number."""
        return kept(self.cleaned_data["companion"])

    def changed(self, answers: BookingAnswers) -> BookingAnswers:
        """The answers with this page in them; who comes alone has no companion."""
        values = {**self.cleaned_data, "seats": int(self.cleaned_data["seats"])}
        if values["seats"] == 1:
            values["companion"] = ""
        return replace(answers, **values)
