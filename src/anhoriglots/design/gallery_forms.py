"""Forms that the gallery shows."""

from .fields import (
    CheckboxChipsField,
    CheckboxesField,
    CheckboxField,
    ChoiceLook,
    EmailField,
    LongTextField,
    PasswordField,
    PhoneField,
    RadioChipsField,
    RadioField,
    SelectField,
    ShortTextField,
    TextField,
)
from .forms import Form


class QuestionForm(Form):
    """One question whose label is the heading of the page."""

    whom = CheckboxesField(
        label="Vem hjälper du?",
        hint="Välj det som passar bäst. Du kan välja flera.",
        heading=True,
        required=False,
        choices=[
            ("old", "Någon som är gammal"),
            ("ill", "Någon som har en sjukdom eller en skada"),
            ("mind", "Någon som mår dåligt psykiskt"),
            ("addiction", "Någon som dricker, tar droger eller spelar för mycket"),
            ("child", "Ett barn som behöver mer hjälp än andra barn"),
            ("quiet", "Jag vill inte säga"),
        ],
        look=ChoiceLook(exclusive="quiet"),
    )


class EveryFieldForm(Form):
    """One of each kind."""

    phone = PhoneField(label="Telefonnummer")
    email = EmailField(label="E-post", required=False)
    name = TextField(label="Vad ska vi kalla dig?", hint="Du kan hitta på ett namn.", required=False)
    line = ShortTextField(label="Något vi bör veta när vi ringer?", required=False)
    when = RadioField(
        label="När får vi ringa?",
        choices=[("any", "När som helst"), ("morning", "Bara förmiddag"), ("afternoon", "Bara eftermiddag")],
        look=ChoiceLook(hints={"any": "Vardagar 9–15"}),
        initial="any",
    )
    language = RadioField(
        label="Språk",
        choices=[("sv", "Svenska"), ("ar", "العربية"), ("fi", "Suomi")],
        look=ChoiceLook(values_are_languages=True),
        required=False,
    )
    how = RadioChipsField(label="Hur?", choices=[("phone", "Telefon"), ("visit", "Besök"), ("online", "Digitalt")])
    what = CheckboxChipsField(
        label="Vad gällde det?", choices=[("talk", "Samtal"), ("group", "Grupp"), ("relief", "Avlösning")]
    )
    district = SelectField(label="Distrikt", choices=[("north", "Norr"), ("south", "Söder")])
    note = LongTextField(label="Anteckning", hint="Skriv bara det som behövs. Inte namn på andra.", required=False)
    password = PasswordField(label="Lösenord")
    agreed = CheckboxField(label="Personen vet om att jag frågar")


class NoteForm(Form):
    """A contact noted by staff: chips with defaults, no text box."""

    how = RadioChipsField(
        label="Hur?",
        initial="phone",
        choices=[
            ("phone", "Telefon"),
            ("visit", "Besök"),
            ("online", "Digitalt möte"),
            ("mail", "E-post eller sms"),
            ("outreach", "Uppsökande"),
        ],
    )
    whom = RadioChipsField(
        label="Vilken grupp gäller det?",
        choices=[
            ("old", "Någon äldre"),
            ("ill", "Någon med funktionsnedsättning eller fysisk sjukdom"),
            ("mind", "Någon med psykisk ohälsa"),
            ("addiction", "Någon med missbruk eller beroende"),
            ("violence", "Dödligt våld"),
            ("child", "Barn som anhörig"),
            ("unknown", "Vet inte"),
        ],
    )
    what = CheckboxChipsField(
        label="Vad gällde det?",
        choices=[
            ("information", "Information"),
            ("talk", "Samtal"),
            ("group", "Grupp"),
            ("relief", "Avlösning"),
            ("money", "Ekonomi"),
            ("worry", "Oro för barn"),
        ],
    )
    length = RadioChipsField(
        label="Tid",
        initial="30",
        choices=[("15", "Under 15 min"), ("30", "15–30 min"), ("60", "30–60 min"), ("more", "Över 60 min")],
    )
    then = RadioChipsField(
        label="Vad hände sen?",
        initial="done",
        choices=[("done", "Klart"), ("guided", "Lotsad vidare"), ("booked", "Bokad i grupp"), ("later", "Ny tid")],
    )
