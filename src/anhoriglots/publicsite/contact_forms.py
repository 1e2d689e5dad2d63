"""The pages of the contact request. Each form knows how to be filled from the answers and how to change them."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import CharField, TextInput
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from anhoriglots.casework.choices import CallTime, Reply
from anhoriglots.design.fields import (
    CheckboxesField,
    CheckboxField,
    ChoiceLook,
    EmailField,
    LongTextField,
    PhoneField,
    RadioField,
    SelectField,
    ShortTextField,
)
from anhoriglots.design.forms import Form
from anhoriglots.organisations.queries import MunicipalityPage, districts_of

from .answers import ContactAnswers
from .choices import INTERPRETER_LANGUAGES, district_choices, exclusive_keys, guide_choices
from .kept import kept

ANOTHER = "another"
YES, NO = "yes", "no"
REPLIES = [
    (Reply.CALL.value, _("Ring mig")),
    (Reply.TEXT.value, _("Skicka sms")),
    (Reply.EMAIL.value, _("Skicka e-post")),
    (Reply.CODE.value, _("Jag hör av mig själv med en kod")),
]
REPLY_HINTS = {Reply.CODE.value: _("Då är du helt anonym.")}
CALL_TIMES = [
    (CallTime.ANY.value, _("När som helst på vår telefontid")),
    (CallTime.MORNING.value, _("Bara på förmiddagen")),
    (CallTime.AFTERNOON.value, _("Bara på eftermiddagen")),
]
CALL_ME_LIMIT = 40
REMARK_LIMIT = 200


class ContactForm(Form):
    """Base: made from the answers so far, gives the answers with this page in them."""

    municipality: MunicipalityPage
    answers: ContactAnswers

    @classmethod
    def asked(cls, municipality: MunicipalityPage, answers: ContactAnswers, data: Any = None) -> "ContactForm":
        """The page, filled with what was answered before."""
        form = cls(data, initial=cls.initial_from(answers))
        form.municipality, form.answers = municipality, answers
        form.prepare()
        return form

    @classmethod
    def initial_from(cls, answers: ContactAnswers) -> dict[str, Any]:
        """What is filled in."""
        return {name: value for name in cls.base_fields if (value := getattr(answers, name)) not in ("", ())}

    def prepare(self) -> None:
        """Adapt the fields to the municipality and the answers."""

    def changed(self) -> ContactAnswers:
        """The answers with this page in them."""
        return ContactAnswers.unpacked({**self.answers.packed(), **self.cleaned_data})


class HowForm(ContactForm):
    """How do you want us to be in touch?"""

    reply = RadioField(
        label=_("Hur vill du att vi hör av oss?"),
        choices=[*REPLIES, (ANOTHER, _("Jag hjälper någon annan att kontakta er"))],
        look=ChoiceLook(hints=REPLY_HINTS),
        missing=_("Välj hur vi ska höra av oss."),
        heading=True,
    )

    @classmethod
    def initial_from(cls, answers: ContactAnswers) -> dict[str, Any]:
        """The one who helps another has chosen that first."""
        return {"reply": ANOTHER if answers.for_another else answers.reply or Reply.CALL.value}

    def changed(self) -> ContactAnswers:
        """A new way to be in touch makes the old number or address useless."""
        chosen = self.cleaned_data["reply"]
        if chosen == ANOTHER:
            return replace(self.answers, for_another=True)
        contact = self.answers.contact if chosen == self.answers.reply else ""
        return replace(self.answers, for_another=False, other_person_knows=None, reply=chosen, contact=contact)


class AnotherForm(ContactForm):
    """On behalf of another: does the person know, and how do we reach the helper?"""

    other_person_knows = RadioField(
        label=_("Vet personen om att du frågar?"),
        choices=[(YES, _("Ja")), (NO, _("Nej"))],
        missing=_("Svara Ja eller Nej."),
    )
    reply = RadioField(
        label=_("Hur vill du att vi hör av oss till dig?"),
        choices=REPLIES,
        look=ChoiceLook(hints=REPLY_HINTS),
        missing=_("Välj hur vi ska höra av oss."),
    )

    @classmethod
    def initial_from(cls, answers: ContactAnswers) -> dict[str, Any]:
        """Nothing is taken for granted about whether the person knows."""
        knows = (
            {True: YES, False: NO}.get(answers.other_person_knows) if answers.other_person_knows is not None else None
        )
        return {"other_person_knows": knows, "reply": answers.reply or Reply.CALL.value}

    def changed(self) -> ContactAnswers:
        """Contact goes to the helper."""
        reply = self.cleaned_data["reply"]
        contact = self.answers.contact if reply == self.answers.reply else ""
        knows = self.cleaned_data["other_person_knows"] == YES
        return replace(self.answers, other_person_knows=knows, reply=reply, contact=contact)


class CallForm(ContactForm):
    """Where and when may we call, and what may we say?"""

    contact = PhoneField(label=_("Telefonnummer"))
    call_time = RadioField(label=_("När får vi ringa?"), choices=CALL_TIMES, initial=CallTime.ANY.value)
    may_say_who_calls = RadioField(
        label=_("Får vi säga var vi ringer från om någon annan svarar?"),
        choices=[(NO, _("Nej, säg inget")), (YES, _("Ja, det går bra"))],
        initial=NO,
    )

    @classmethod
    def initial_from(cls, answers: ContactAnswers) -> dict[str, Any]:
        """Silent unless the visitor says otherwise."""
        return {
            "contact": answers.contact,
            "call_time": answers.call_time or CallTime.ANY.value,
            "may_say_who_calls": YES if answers.may_say_who_calls else NO,
        }

    def changed(self) -> ContactAnswers:
        """As chosen."""
        values = self.cleaned_data
        return replace(
            self.answers,
            contact=values["contact"],
            call_time=values["call_time"],
            may_say_who_calls=values["may_say_who_calls"] == YES,
        )


class TextForm(ContactForm):
    """Where do we send a text message?"""

    contact = PhoneField(label=_("Mobilnummer"))


class MailForm(ContactForm):
    """Where do we send an e-mail?"""

    contact = EmailField(label=_("E-postadress"))


class DistrictForm(ContactForm):
    """Where do you live? Decides which unit answers."""

    district = RadioField(
        label=_("Var bor du?"),
        choices=(),
        hint=_("Då hamnar frågan hos rätt personer."),
        missing=_("Välj var du bor, eller Jag vet inte."),
        heading=True,
    )

    def prepare(self) -> None:
        """The municipality's own districts."""
        self.fields["district"].choices = district_choices(districts_of(self.municipality.code))  # type: ignore[attr-defined]


class MoreForm(ContactForm):
    """Everything else; all of it optional. What few need on a Swedish page is ``folded`` there."""

    folded = ("interpreter_language", "wants_support_contact")
    call_me = ShortTextField(
        label=_("Vad ska vi kalla dig?"),
        hint=_("Du kan hitta på ett namn."),
        max_length=CALL_ME_LIMIT,
        required=False,
    )
    needs = CheckboxesField(label=_("Vad vill du ha hjälp med?"), choices=(), required=False)
    interpreter_language = SelectField(label=_("Behöver du tolk?"), choices=INTERPRETER_LANGUAGES, required=False)
    remark = LongTextField(
        label=_("Något vi bör veta när vi hör av oss?"),
        hint=_("Skriv inte namn eller personnummer."),
        max_length=REMARK_LIMIT,
        required=False,
    )
    wants_support_contact = CheckboxField(
        label=_("Jag vill ha en egen stödkontakt"),
        hint=_("Det är en person som du kan vända dig till. Du kan alltid säga nej."),
        required=False,
    )

    def prepare(self) -> None:
        """The same wishes as in the guide, without the ones that say nothing."""
        alone = exclusive_keys(self.municipality, "needs")
        choices = [(key, words) for key, words in guide_choices(self.municipality, "needs") if key not in alone]
        self.fields["needs"].choices = choices  # type: ignore[attr-defined]

    @property
    def is_unfolded(self) -> bool:
        """Open for the one who has chosen something of it, and for those who read another language."""
        return get_language() != settings.LANGUAGE_CODE or any(self[name].value() for name in self.folded)

    def clean_call_me(self) -> str:
        """Refuse a personal number."""
        return kept(self.cleaned_data["call_me"])

    def clean_remark(self) -> str:
        """Refuse a personal number."""
        return kept(self.cleaned_data["remark"])

    def changed(self) -> ContactAnswers:
        """The page has been seen, even if nothing was written."""
        wish = self.answers.support_contact_wish if self.cleaned_data["wants_support_contact"] else ""
        return replace(super().changed(), told_more=True, support_contact_wish=wish)


class CodeMoreForm(MoreForm):
    """By code alone there is no talk in which to ask, so the question is written or ticked here."""

    field_order = ("remark", "needs")
    remark = LongTextField(
        label=_("Vad vill du fråga?"),
        hint=_("Skriv inte namn eller personnummer."),
        max_length=REMARK_LIMIT,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a request that nobody could answer."""
        values = super().clean() or self.cleaned_data
        if "remark" in values and not asks_something(replace(self.answers, **values)):
            self.add_error("remark", _("Skriv din fråga. Eller kryssa i något."))
        return values


def asks_something(answers: ContactAnswers) -> bool:
    """Is there a question, a tick or a wish to answer?"""
    return bool(answers.remark or answers.needs or answers.wants_support_contact)


class WishForm(ContactForm):
    """Whom would you rather talk to?"""

    support_contact_wish = RadioField(
        label=_("Vem vill du helst prata med?"),
        choices=[("", _("Det spelar ingen roll")), ("woman", _("En kvinna")), ("man", _("En man"))],
        hint=_("Vi försöker, men kan inte lova."),
        required=False,
        heading=True,
    )


class SendForm(Form):
    """Only a box that people never see; machines fill it in."""

    website = CharField(required=False, widget=TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}))

    def clean_website(self) -> str:
        """Tell a person whose browser filled it in what to do; a machine does not read it."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Ett dolt fält blev ifyllt. Gå tillbaka och skicka igen, eller ring oss."))
        return ""


DETAILS: dict[str, type[ContactForm]] = {
    Reply.CALL.value: CallForm,
    Reply.TEXT.value: TextForm,
    Reply.EMAIL.value: MailForm,
}
