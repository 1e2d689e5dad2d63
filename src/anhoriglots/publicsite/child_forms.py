"""The two forms of a child: how we are to talk, and then as little as that needs. No age, no school, no full name."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from anhoriglots.casework.choices import Reply
from anhoriglots.design.fields import PhoneField, RadioField, ShortTextField
from anhoriglots.design.forms import Form

from .child_answers import ChildAnswers
from .contact_forms import CALL_ME_LIMIT, NO, YES
from .kept import kept

WAYS = [
    (Reply.CALL.value, _("Ring mig")),
    (Reply.TEXT.value, _("Sms")),
    (Reply.CALLS_IN.value, _("Jag ringer själv")),
    (Reply.MEETS.value, _("Jag kommer in / vill ses i skolan")),
]
TALK_WHEN_LIMIT = 80
NO_NUMBER = _("Skriv ett nummer. Eller välj att du ringer själv.")


class WayForm(Form):
    """How shall we talk?"""

    reply = RadioField(
        label=_("Hur vill du prata?"), choices=WAYS, missing=_("Välj hur du vill prata."), initial=Reply.CALL.value
    )


class TalkForm(Form):
    """Base of the second page: made from the answers, gives the answers with this page in them."""

    call_me = ShortTextField(
        label=_("Vad ska vi kalla dig?"),
        hint=_("Du kan hitta på ett namn."),
        max_length=CALL_ME_LIMIT,
        required=False,
    )

    def clean_call_me(self) -> str:
        """Refuse a personal number."""
        return kept(self.cleaned_data["call_me"])

    def answered(self, answers: ChildAnswers) -> ChildAnswers:
        """As written."""
        values: dict[str, Any] = {**self.cleaned_data}
        values["may_say_who_calls"] = values.get("may_say_who_calls") == YES
        return replace(answers, **values)


class WhenForm(TalkForm):
    """Also when the child can talk without being heard."""

    talk_when = ShortTextField(
        label=_("När kan du prata ostört?"),
        hint=_("Till exempel efter skolan."),
        max_length=TALK_WHEN_LIMIT,
        required=False,
    )

    def clean_talk_when(self) -> str:
        """Refuse a personal number."""
        return kept(self.cleaned_data["talk_when"])


class CallForm(WhenForm):
    """Where to call, and what to say if somebody else answers."""

    field_order = ("contact", "talk_when", "may_say_who_calls", "call_me")
    contact = PhoneField(label=_("Ditt nummer"), missing=NO_NUMBER)
    may_say_who_calls = RadioField(
        label=_("Får vi säga var vi ringer från om någon annan svarar?"),
        choices=[(NO, _("Nej, säg inget")), (YES, _("Ja, det går bra"))],
        initial=NO,
    )


class TextForm(WhenForm):
    """Where to send a text message."""

    field_order = ("contact", "talk_when", "call_me")
    contact = PhoneField(label=_("Ditt nummer"), missing=NO_NUMBER)


class CallsInForm(TalkForm):
    """The child calls: only a name to know it by."""


class MeetsForm(WhenForm):
    """Where and when: it is settled behind the code."""

    field_order = ("talk_when", "call_me")
    talk_when = ShortTextField(
        label=_("Var och när vill du ses?"),
        hint=_("Till exempel i skolan på rasten. Du behöver inte skriva vilken skola."),
        max_length=TALK_WHEN_LIMIT,
        required=False,
    )


FORMS: dict[str, type[TalkForm]] = {
    Reply.CALL.value: CallForm,
    Reply.TEXT.value: TextForm,
    Reply.CALLS_IN.value: CallsInForm,
    Reply.MEETS.value: MeetsForm,
}
