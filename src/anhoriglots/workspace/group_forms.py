"""Input about groups: mostly taps with good defaults, so that a course of six times takes two minutes."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from anhoriglots.booking.actions.book import Wanted
from anhoriglots.booking.actions.plan_group import MOST_SEATS, MOST_TO_PAY, Described
from anhoriglots.booking.choices import Access, LeaderKind, Reach, Rhythm, Seating, Way
from anhoriglots.booking.queries.people import REACH_WORDS
from anhoriglots.booking.schedule import MOST_MEETINGS, Plan
from anhoriglots.design.date_field import DateField
from anhoriglots.design.fields import (
    CheckboxChipsField,
    CheckboxField,
    EmailField,
    LongTextField,
    PhoneField,
    RadioChipsField,
    RadioField,
    SelectField,
    TextField,
)
from anhoriglots.design.forms import Form, refuse_unless
from anhoriglots.design.number_fields import ClockField, NumberField
from anhoriglots.relief.actions.ask_relief import MOST_HOURS
from anhoriglots.visitors.policies import may_be_kept

Choices = Sequence[tuple[str, str]]
# Those who lead without being a colleague, as they stand below the colleagues.
OTHERS = (LeaderKind.VOLUNTEER, LeaderKind.PARTNER)
TEXTS = ("title", "for_whom", "first_time", "place", "access_note")
# Fields that are folded away, since most groups keep what is filled in.
MORE = frozenset(
    {
        *("skip_holidays", "seating", "has_queue", "trial_allowed", "leader", "leader_name", "fee", "languages"),
        *("access", "access_note", "support_form", "for_whom", "first_time"),
    }
)
# Which field a refusal belongs to, by the reason of its decision; the others belong to the whole form.
FIELD_OF = {
    "no-title": "title",
    "no-seats": "capacity",
    "fewer-than-taken": "capacity",
    "fee-out-of-reason": "fee",
    "impossible-times": "ends",
    "in-the-past": "first_day",
    "seating-is-used": "seating",
    "not-a-leader": "leader",
    "other-unit": "unit",
    "overlaps": "day",
    "name-needed": "call_me",
    "personal-number": "call_me",
    "too-many-seats": "seats",
}


class DescribedForm(Form):
    """What a group is, without its times."""

    title = TextField(
        label="Vad heter gruppen utåt?",
        hint="Det här läser alla. Nämn ingen sjukdom om gruppen ska vara lätt att komma till.",
        missing="Skriv vad gruppen heter utåt.",
        max_length=80,
    )
    target_groups = CheckboxChipsField(
        label="Vem är den för?", hint="Inget val betyder alla.", choices=[], required=False
    )
    way = RadioChipsField(label="Var ses ni?", choices=Way.choices, initial=Way.PLACE.value)
    place = TextField(label="Plats och adress", required=False)
    online_link = TextField(
        label="Länk (bara på nätet)", hint="Visas bara för dem som har bokat.", required=False, max_length=300
    )
    capacity = NumberField(label="Antal platser", least=1, most=MOST_SEATS, required=False, initial="8")
    seating = RadioField(label="Vad bokar man?", choices=Seating.choices, initial=Seating.COURSE.value)
    has_queue = CheckboxField(label="Kö när det är fullt", required=False, initial=True)
    trial_allowed = CheckboxField(label="Man får prova första gången", required=False)
    leader = SelectField(label="Vem leder?", choices=[], missing="Välj vem som leder.")
    leader_name = TextField(
        label="Namn utåt (frivilligt)", hint="Tomt betyder kollegans förnamn.", required=False, max_length=60
    )
    languages = CheckboxChipsField(label="Språk i gruppen", choices=[], initial=["sv"], missing="Välj minst ett språk.")
    access = CheckboxChipsField(label="Tillgänglighet", choices=Access.choices, required=False)
    access_note = TextField(label="Mer om tillgänglighet (frivilligt)", required=False)
    fee = NumberField(
        label="Kostnad i kronor", hint="För en person och alla gånger.", least=0, most=MOST_TO_PAY, initial="0"
    )
    support_form = SelectField(
        label="Stödform",
        hint="Nämndens beslut om stödformen avgör om den som bokar måste säga sitt namn.",
        choices=[],
        missing="Välj en stödform.",
    )
    for_whom = LongTextField(label="Mer om vem den är för (frivilligt)", max_length=300, required=False)
    first_time = LongTextField(label="Vad händer första gången? (frivilligt)", max_length=300, required=False)

    def offer(self, choices: Mapping[str, Choices]) -> None:
        """Fill in what there is to choose from, by the name of the field; what is missing is not asked."""
        for name, offered in choices.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = list(offered)

    @property
    def more_has_faults(self) -> bool:
        """Is something wrong among the choices that are folded away?"""
        return bool(MORE & self.errors.keys())

    def clean_online_link(self) -> str:
        """An address that can be opened."""
        link: str = self.cleaned_data["online_link"]
        if link:
            URLValidator(["https"], message="Skriv hela länken. Den börjar med https://")(link)
        return link

    def clean(self) -> dict[str, Any]:
        """A place where there is one, a link where there is one, seats where they are booked."""
        values = super().clean() or self.cleaned_data
        way, seating = values.get("way"), values.get("seating")
        if way in (Way.PLACE, Way.HYBRID) and not values.get("place", "-"):
            self.add_error("place", "Skriv plats och adress.")
        if way in (Way.ONLINE, Way.HYBRID) and not values.get("online_link", "-"):
            self.add_error("online_link", "Skriv länken till mötet.")
        if seating != Seating.OPEN and values.get("capacity", 0) is None:
            self.add_error("capacity", f"Skriv hur många platser det finns, från 1 till {MOST_SEATS}.")
        if values.get("leader") in OTHERS and not values.get("leader_name", "-"):
            self.add_error("leader_name", "Skriv vad den som leder kallas utåt.")
        return values

    def described(self, first_names: Mapping[str, str]) -> Described:
        """The answers; the form must be valid. ``first_names`` are those of the colleagues, by key."""
        given = self.cleaned_data
        leader = given["leader"]
        is_other = leader in OTHERS
        return Described(
            support_form=given["support_form"],
            texts={name: {"sv": given[name]} for name in TEXTS if given[name]},
            seating=Seating(given["seating"]),
            way=Way(given["way"]),
            languages=tuple(given["languages"]),
            target_groups=tuple(given["target_groups"]),
            capacity=given["capacity"] if given["seating"] != Seating.OPEN else None,
            has_queue=given["has_queue"],
            trial_allowed=given["trial_allowed"],
            fee=given["fee"],
            access=tuple(given["access"]),
            online_link=given["online_link"] if given["way"] != Way.PLACE else "",
            leader_kind=LeaderKind(leader) if is_other else LeaderKind.STAFF,
            leader_name=given["leader_name"] or first_names.get(leader, ""),
            leader_id=None if is_other else UUID(leader),
        )


class PlanForm(DescribedForm):
    """A new group, with its times."""

    unit = SelectField(label="Enhet", choices=[], missing="Välj en enhet.")
    first_day = DateField(
        label="Första gången", hint="Till exempel 2027-01-12.", missing="Skriv dagen för första gången.", max_length=10
    )
    times = NumberField(label="Antal gånger", least=1, most=MOST_MEETINGS, initial="6")
    rhythm = RadioChipsField(label="Hur ofta?", choices=Rhythm.choices, initial=Rhythm.FORTNIGHTLY.value)
    starts = ClockField(label="Börjar", initial="18.00")
    ends = ClockField(label="Slutar", initial="20.00")
    skip_holidays = CheckboxField(label="Hoppa över helgdagar", required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        """It must end after it starts."""
        values = super().clean()
        _check_clocks(self, values)
        return values

    def plan(self) -> Plan:
        """The times; the form must be valid."""
        given = self.cleaned_data
        return Plan(
            first=given["first_day"],
            starts=given["starts"],
            ends=given["ends"],
            times=given["times"],
            rhythm=Rhythm(given["rhythm"]),
            skip_holidays=given["skip_holidays"],
        )


class AddForm(Form):
    """One time more."""

    day = DateField(label="Dag", missing="Skriv dagen, till exempel 2027-01-12.", max_length=10)
    starts = ClockField(label="Börjar")
    ends = ClockField(label="Slutar")

    def clean(self) -> dict[str, Any]:
        """It must end after it starts."""
        values = super().clean() or self.cleaned_data
        _check_clocks(self, values)
        return values


class MoveForm(AddForm):
    """Another time for one meeting."""

    day = DateField(label="Ny dag", missing="Skriv dagen, till exempel 2027-01-12.", max_length=10)


def _check_clocks(form: Form, values: Mapping[str, Any]) -> None:
    starts, ends = values.get("starts"), values.get("ends")
    if isinstance(starts, time) and isinstance(ends, time) and ends <= starts:
        form.add_error("ends", "Sluttiden ska vara senare än starttiden.")


class PhoneBookingForm(Form):
    """A booking for somebody on the telephone: as little as the carer's own form asks for."""

    call_me = TextField(
        label="Vad ska vi kalla personen?", hint="Det får vara ett påhittat namn.", required=False, max_length=40
    )
    reach = RadioChipsField(
        label="Hur når vi personen?",
        choices=[(reach.value, words) for reach, words in REACH_WORDS.items()],
        initial=Reach.PHONE.value,
        missing="Välj hur vi når personen.",
    )
    contact = TextField(
        label="Nummer eller adress",
        hint="Telefonnummer, e-post eller brevadress. Tomt när personen tittar själv med koden.",
        required=False,
    )
    seats = RadioChipsField(label="Antal", choices=[("1", "En person"), ("2", "Två personer")], initial="1")
    companion = TextField(label="Vad ska vi kalla den andra? (frivilligt)", required=False, max_length=40)
    is_trial = CheckboxField(label="Provar första gången", required=False)
    or_queue = CheckboxField(label="Ställ i kö om det är fullt", required=False, initial=True)
    wants_reminder = CheckboxField(label="Vill ha en påminnelse", hint="Vardagen före varje gång.", required=False)
    relief_hours = NumberField(
        label="Timmar avlösning varje gång (frivilligt)",
        hint="Om någon behöver vara hos den närstående. Platsen hålls tills enheten har svarat.",
        least=1,
        most=MOST_HOURS,
        required=False,
    )

    def clean_call_me(self) -> str:
        """No personal number."""
        return _kept(self.cleaned_data["call_me"])

    def clean_companion(self) -> str:
        """No personal number."""
        return _kept(self.cleaned_data["companion"])

    def clean(self) -> dict[str, Any]:
        """A number that is one, an address that is one."""
        values = super().clean() or self.cleaned_data
        if "reach" in values and "contact" in values:
            try:
                values["contact"] = _contact(Reach(values["reach"]), values["contact"])
            except ValidationError as error:
                self.add_error("contact", error)
        if values.get("wants_reminder") and values.get("reach") in (Reach.LETTER, Reach.CODE):
            self.add_error("wants_reminder", "Den som vill ha brev eller tittar själv går inte att påminna.")
        return values

    def wanted(self) -> Wanted:
        """What is asked for; the form must be valid."""
        given = self.cleaned_data
        return Wanted(
            reach=Reach(given["reach"]),
            contact=given["contact"],
            call_me=given["call_me"],
            seats=int(given["seats"]),
            companion=given["companion"],
            is_trial=given.get("is_trial", False),
            wants_reminder=given["wants_reminder"],
            or_queue=given.get("or_queue", False),
        )


def _contact(reach: Reach, written: str) -> str:
    if reach is Reach.CODE:
        return ""
    letter = TextField(label="", missing="Skriv namn och adress, så att brevet kommer fram.")
    fields = {Reach.EMAIL: EmailField(label=""), Reach.LETTER: letter}
    cleaned: str = fields.get(reach, PhoneField(label="")).clean(written)
    return cleaned


def _kept(text: str) -> str:
    refuse_unless(may_be_kept(text))
    return text


class AttendanceForm(Form):
    """Who came: ticks, or one number."""

    came = CheckboxChipsField(label="Vilka kom?", choices=[], required=False)
    dropped_in = NumberField(
        label="Hur många kom?", hint="Räkna bara dem som du inte har kryssat för.", least=0, most=500, required=False
    )
