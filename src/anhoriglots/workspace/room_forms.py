"""Input about a group's room: how it is kept, why a post is hidden, and why somebody's name is looked up."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms as django_forms

from anhoriglots.design.fields import (
    CheckboxChipsField,
    CheckboxField,
    RadioChipsField,
    SelectField,
    ShortTextField,
)
from anhoriglots.design.forms import Form
from anhoriglots.design.number_fields import ClockField, NumberField
from anhoriglots.peerroom.actions.set_up_room import LONGEST_RULES, MOST_REPORTS, Kept
from anhoriglots.peerroom.choices import HideReason, Moderation
from anhoriglots.peerroom.models import Room

WEEKDAYS = ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag")
OURS = ("", "Vi som ordnar eller leder gruppen")
RULES = (
    "Vi skriver om oss själva, inte om andra med namn.\n"
    "Det någon berättar här stannar här.\n"
    "Vi är vänliga, också när vi tycker olika.\n"
    "Vi ger inga råd om medicin."
)
FIELD_OF = {
    "rules": "rules",
    "hide-at": "hide_at",
    "not-a-moderator": "moderator",
    "looks-on": "looks_on",
    "looks-to": "looks_to",
}


class RulesField(ShortTextField):
    """Several lines that everybody in the room reads."""

    widget = django_forms.Textarea
    extra_attrs = {"rows": "6"}

    def to_python(self, value: str | None) -> str:
        """With a line's end as one sign."""
        return super().to_python(value).replace("\r\n", "\n")


class RoomForm(Form):
    """How a room is kept."""

    moderation = RadioChipsField(
        label="När läser ni inläggen?", choices=Moderation.choices, initial=Moderation.BEFORE.value
    )
    hide_at = NumberField(
        label="Hur många anmälningar döljer ett inlägg?",
        hint="Det visas igen när någon av er har läst det. 0 betyder att bara ni döljer.",
        least=0,
        most=MOST_REPORTS,
        initial="2",
    )
    moderator = SelectField(
        label="Vem läser?", hint="Förnamnet visas i rummet.", choices=[OURS], initial="", required=False
    )
    looks_on = CheckboxChipsField(
        label="Vilka dagar läser ni?",
        hint="Utan dagar står det i rummet att ingen läser.",
        choices=[(str(number), name) for number, name in enumerate(WEEKDAYS)],
        required=False,
    )
    looks_from = ClockField(label="Från klockan", required=False)
    looks_to = ClockField(label="Till klockan", required=False)
    rules = RulesField(
        label="Regler",
        hint="Alla i rummet läser dem.",
        missing="Skriv reglerna.",
        max_length=LONGEST_RULES,
        initial=RULES,
    )

    def offer(self, colleagues: Sequence[tuple[str, str]]) -> None:
        """Fill in who may be named."""
        field = self.fields["moderator"]
        if isinstance(field, django_forms.ChoiceField):
            field.choices = [OURS, *colleagues]

    def kept(self) -> Kept:
        """The answers; the form must be valid."""
        given: dict[str, Any] = self.cleaned_data
        return Kept(
            moderation=Moderation(given["moderation"]),
            rules=given["rules"],
            hide_at=given["hide_at"],
            moderator_id=UUID(given["moderator"]) if given["moderator"] else None,
            looks_on=tuple(int(day) for day in given["looks_on"]),
            looks_from=given["looks_from"],
            looks_to=given["looks_to"],
        )


def now(room: Room) -> dict[str, Any]:
    """What the form holds before it is changed."""
    return {
        "moderation": room.moderation,
        "hide_at": str(room.hide_at),
        "moderator": str(room.moderator_id or ""),
        "looks_on": [str(day) for day in room.looks_on],
        "looks_from": f"{room.looks_from:%H.%M}" if room.looks_from else "",
        "looks_to": f"{room.looks_to:%H.%M}" if room.looks_to else "",
        "rules": room.rules,
    }


class HideForm(Form):
    """Why a post is hidden; its author reads it."""

    reason = RadioChipsField(
        label="Varför?",
        hint="Den som skrev läser skälet.",
        choices=[each for each in HideReason.choices if each[0] != HideReason.REPORTED.value],
        missing="Välj varför.",
    )


class WhoForm(Form):
    """The one reason to learn who wrote something."""

    life_in_danger = CheckboxField(
        label="Jag är rädd för någons liv", missing="Kryssa i rutan. Av andra skäl får ingen se vem som skrev."
    )
