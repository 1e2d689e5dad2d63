"""Fields: what they accept, and the sentence they answer with."""

import pytest

from anhoriglots.design.fields import (
    CheckboxesField,
    ChoiceLook,
    EmailField,
    LongTextField,
    PasswordField,
    PhoneField,
    RadioField,
    TextField,
)
from anhoriglots.design.forms import Form


class Answers(Form):
    phone = PhoneField(label="Telefonnummer", required=False)
    email = EmailField(label="E-post", required=False)
    name = TextField(label="Namn", required=False, max_length=10)
    note = LongTextField(label="Anteckning", hint="Kort.", required=False)
    whom = CheckboxesField(
        label="Vem?",
        choices=[("a", "A"), ("b", "B"), ("none", "Vill inte säga")],
        look=ChoiceLook(exclusive="none"),
        required=False,
    )
    when = RadioField(label="När?", choices=[("any", "När som helst")], required=False)


def cleaned(field: str, value: object) -> object:
    form = Answers({field: value})
    assert form.is_valid(), form.errors
    return form.cleaned_data[field]


def complaint(field: str, value: object) -> str:
    form = Answers({field: value})
    assert not form.is_valid()
    return str(form[field].errors[0])


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("070 123 45 67", "0701234567"),
        ("0155-24 80 00", "0155248000"),
        ("+46 (0)70/123.45.67", "+460701234567"),
        ("٠٧٠١٢٣٤٥٦٧", "0701234567"),
        ("0002292399", "0002292399"),
        ("+46 8 123 45 67", "+4681234567"),
        ("", ""),
    ],
)
def test_a_number_may_be_written_as_people_write_it(written: str, number: str) -> None:
    assert cleaned("phone", written) == number


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("12", "Numret är för kort. Kontrollera att alla siffror är med."),
        ("1" * 16, "Numret är för långt. Kontrollera siffrorna."),
        ("1" * 1000, "Texten är 1000 tecken. Korta den till högst 200 tecken."),
        ("noll sju", "Skriv numret med bara siffror."),
        ("070+1234567", "Skriv numret med bara siffror."),
        ("900101-2385", "Det ser ut som ett personnummer. Skriv ett telefonnummer."),
        ("1990 01 01 2385", "Det ser ut som ett personnummer. Skriv ett telefonnummer."),
    ],
)
def test_a_number_that_cannot_be_called_gets_a_sentence(written: str, sentence: str) -> None:
    assert complaint("phone", written) == sentence


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("eva.exempel.se", "E-postadressen saknar @."),
        ("eva@", "E-postadressen ser inte hel ut. Kontrollera att den är som namn@exempel.se."),
        (
            "eva.900101-2385@exempel.se",
            "Det ser ut som ett personnummer i adressen. Skriv en annan adress eller välj ett annat sätt.",
        ),
    ],
)
def test_an_address_that_cannot_be_written_to_gets_a_sentence(written: str, sentence: str) -> None:
    assert complaint("email", written) == sentence


def test_text_is_kept_in_one_form_of_unicode() -> None:
    assert cleaned("name", " Asa\u030a ") == "Aså"


def test_too_long_a_text_says_how_long_it_is_and_may_be() -> None:
    assert complaint("name", "x" * 14) == "Texten är 14 tecken. Korta den till högst 10 tecken."


def test_a_sign_that_no_database_keeps_gets_a_sentence() -> None:
    assert complaint("name", "a\x00b") == "Ett tecken i texten går inte att läsa. Skriv igen."


def test_script_in_a_text_is_shown_as_text() -> None:
    shown = str(Answers({"name": "<script>alert(1)</script>"})["name"])
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_the_one_who_does_not_want_to_say_has_not_said() -> None:
    assert cleaned("whom", ["a", "none", "b"]) == ["none"]
    assert cleaned("whom", ["a", "b"]) == ["a", "b"]


def test_a_choice_that_is_gone_can_be_made_again() -> None:
    assert complaint("when", "yesterday") == "Det valet finns inte längre. Välj igen."
    assert complaint("whom", ["a", "z"]) == "Ett av valen finns inte längre. Välj igen."


def test_a_text_box_larger_than_four_hundred_characters_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="400"):
        LongTextField(label="Allt", max_length=401)


def test_a_password_field_without_password_in_its_name_cannot_be_used() -> None:
    class SignIn(Form):
        secret = PasswordField(label="Lösenord")

    with pytest.raises(ValueError, match="password"):
        SignIn()["secret"]


def test_a_password_is_neither_trimmed_nor_sent_back() -> None:
    class SignIn(Form):
        password = PasswordField(label="Lösenord")

    form = SignIn({"password": "  långt lösenord "})
    assert form.is_valid()
    assert form.cleaned_data["password"] == "  långt lösenord "
    assert "långt" not in str(form)
