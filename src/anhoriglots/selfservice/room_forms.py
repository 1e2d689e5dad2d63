"""What can be written in a group's room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from anhoriglots.design.fields import RadioField, ShortTextField, TextField
from anhoriglots.design.forms import Form, refuse_unless
from anhoriglots.peerroom.choices import ReportReason
from anhoriglots.peerroom.policies import LONGEST_POST, may_be_posted


class PostField(ShortTextField):
    """Several lines to others in the room: longer than what is written to us, since it is a talk."""

    widget = forms.Textarea
    extra_attrs = {"rows": "8"}

    def to_python(self, value: str | None) -> str:
        """With a line's end as one sign, as it is counted when one writes."""
        return super().to_python(value).replace("\r\n", "\n")


class NameForm(Form):
    """A name in the room."""

    name = TextField(
        label=_("Ditt namn i rummet"),
        hint=_("Ta ett påhittat namn. Inte ditt eget."),
        missing=_("Skriv ett namn, eller ta ett av förslagen."),
    )


class PostForm(Form):
    """A post, or an answer to one."""

    text = PostField(
        label=_("Vad vill du säga?"),
        hint=_("Skriv inte namn, telefonnummer eller personnummer."),
        missing=_("Skriv det du vill säga."),
        max_length=LONGEST_POST,
    )

    def clean_text(self) -> str:
        """Refuse a personal number."""
        text: str = self.cleaned_data["text"]
        refuse_unless(may_be_posted(text))
        return text


class WhyReportedForm(Form):
    """Why one has reported a post; one tap afterwards, and none is needed."""

    reason = RadioField(
        label=_("Vill du säga varför?"),
        hint=_("Du behöver inte."),
        choices=ReportReason.choices,
        missing=_("Välj ett svar, eller gå tillbaka."),
    )

    def reported_as(self) -> ReportReason:
        """The answer; the form must be valid."""
        given: dict[str, Any] = self.cleaned_data
        return ReportReason(given["reason"])
