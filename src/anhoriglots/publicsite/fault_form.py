"""The form of the accessibility statement: what does not work, where, and how one learns what came of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from anhoriglots.accessibility.actions.receive_report import Told
from anhoriglots.accessibility.choices import Answer, CameIn
from anhoriglots.accessibility.policies import LONGEST_WHAT, LONGEST_WHERE, may_be_reported
from anhoriglots.design.fields import (
    ChoiceLook,
    EmailField,
    LongTextField,
    PhoneField,
    RadioField,
    ShortTextField,
    Text,
    TextField,
)
from anhoriglots.design.forms import Form, refuse_unless

KINDS = [
    (CameIn.FAULT.value, _("Något fungerar inte")),
    (CameIn.REQUEST.value, _("Jag behöver en version som jag kan använda")),
]
WAYS = [
    (Answer.CODE.value, _("Jag tittar själv med en kod")),
    (Answer.EMAIL.value, _("Skicka e-post")),
    (Answer.PHONE.value, _("Ring mig")),
]
CONTACTS = {Answer.EMAIL.value: EmailField(label=""), Answer.PHONE.value: PhoneField(label="")}
# What a page is called, by the beginning of the name of its address. A page that is not here suggests nothing.
PAGES: dict[str, Text] = {
    "start": _("Första sidan"),
    "guide": _("Hitta stöd"),
    "contact": _("Be oss höra av oss"),
    "receipt": _("Be oss höra av oss"),
    "group": _("Grupper och träffar"),
    "booking": _("Boka en plats"),
    "offer": _("Allt stöd"),
    "leaflet": _("Blad att skriva ut"),
    "thread": _("Sidan bakom koden"),
    "own": _("Sidan bakom koden"),
    "privacy": _("Så hanterar vi uppgifter"),
    "accessibility": _("Tillgänglighet"),
}


def page_name(written: str) -> str:
    """What the page with this name is called; empty for one that we do not know. Nothing that is written is kept."""
    return str(next((label for start, label in PAGES.items() if written.startswith(start)), ""))


class FaultForm(Form):
    """Four questions on one page; only what does not work has to be said."""

    came_in = RadioField(
        label=_("Vad vill du säga till om?"), choices=KINDS, missing=_("Välj vad du vill säga till om.")
    )
    what = LongTextField(
        label=_("Vad fungerar inte?"),
        hint=_("Skriv inte namn eller personnummer."),
        missing=_("Skriv vad som inte fungerar."),
        max_length=LONGEST_WHAT,
    )
    where = ShortTextField(
        label=_("På vilken sida?"),
        hint=_("Ändra om det var någon annanstans."),
        max_length=LONGEST_WHERE,
        required=False,
    )
    reply = RadioField(
        label=_("Hur vill du få svaret?"),
        choices=WAYS,
        look=ChoiceLook(hints={Answer.CODE.value: _("Då är du helt anonym.")}),
        missing=_("Välj hur du vill få svaret."),
    )
    contact = TextField(
        label=_("Telefonnummer eller e-postadress"),
        hint=_("Lämna tomt om du tittar själv med en kod."),
        required=False,
    )

    @classmethod
    def of(cls, page: str, data: Any = None) -> "FaultForm":
        """The form, with the page that the visitor came from and the choices that tell least."""
        first = {"came_in": CameIn.FAULT.value, "reply": Answer.CODE.value, "where": page_name(page)}
        return cls(data, initial=first)

    def clean_what(self) -> str:
        """Refuse a personal number."""
        return _kept(self.cleaned_data["what"], "")

    def clean_where(self) -> str:
        """Refuse a personal number."""
        where: str = self.cleaned_data["where"]
        return where and _kept(".", where)

    def clean(self) -> dict[str, Any]:
        """What was written must suit the way that was chosen; nothing is kept of one who looks with the code."""
        values = super().clean() or self.cleaned_data
        reply = values.get("reply")
        if reply == Answer.CODE.value:
            values["contact"] = ""
        elif reply and "contact" in values:
            try:
                values["contact"] = CONTACTS[reply].clean(values["contact"])
            except ValidationError as error:
                self.add_error("contact", error)
        return values

    def told(self) -> Told:
        """As the action takes it; the form must be valid."""
        given = self.cleaned_data
        return Told(
            came_in=CameIn(given["came_in"]),
            what=given["what"],
            where=given["where"],
            reply=Answer(given["reply"]),
            contact=given["contact"],
        )


def _kept(what: str, where: str) -> str:
    refuse_unless(may_be_reported(what=what, where=where))
    return where or what
