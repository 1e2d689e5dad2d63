"""A form made from what a question of the law asks for. Nothing in it is about a person, and nothing of it is saved."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from anhoriglots import law
from anhoriglots.design.fields import CheckboxesField, ChoiceLook, RadioChipsField, RadioField, SelectField, TextField
from anhoriglots.design.forms import DesignField, Form
from anhoriglots.law.question import read_day

DAY = "dag"
UNKNOWN, NONE = "", "-"
DO_NOT_KNOW = (UNKNOWN, "Vet inte")
DAY_HINT = "Skriv dagen som 2026-03-20."
MANY = 12
LONGEST_NUMBER = 9


class DayField(TextField):
    """A day, written as year, month and day; cleaned to a date, or None when empty."""

    def __init__(self, *, hint: str = DAY_HINT, missing: str = "Skriv en dag.", **kwargs: Any) -> None:
        super().__init__(hint=hint, missing=missing, max_length=10, **kwargs)
        self.error_messages["max_length"] = DAY_HINT

    def clean(self, value: str | None) -> Any:
        """The day.

        Raises:
            ValidationError: it does not exist, or lies so far away that it must be a slip.
        """
        written = super().clean(value)
        if not written:
            return None
        try:
            day = read_day(written)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if not isinstance(day, date):
            raise ValidationError(DAY_HINT)
        return day


class NumberField(TextField):
    """A whole number; cleaned to an int, or None when empty."""

    extra_attrs = {"inputmode": "numeric"}

    def clean(self, value: str | None) -> Any:
        """The number, also when written in groups.

        Raises:
            ValidationError: it is none.
        """
        written = "".join(super().clean(value).split())
        if not written:
            return None
        if not (written.isascii() and written.isdecimal()) or len(written) > LONGEST_NUMBER:
            raise ValidationError("Skriv ett helt tal med siffror.")
        return int(written)


class LawForm(Form):
    """The day, and one field per fact; an empty field is a fact that is not known."""

    def __init__(self, question: str, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.inputs = law.inputs(question)
        self.fields[DAY] = DayField(label="Vilken dag gäller det?")
        for one in self.inputs:
            self.fields[one.name] = _field(one)

    @property
    def day(self) -> date:
        """The day whose law is asked; the form must be valid."""
        day: date = self.cleaned_data[DAY]
        return day

    @property
    def links(self) -> dict[str, str]:
        """Where on the page each fact is asked for, by its name."""
        return {field.name: f"#{field.first_control_id}" for field in self if isinstance(field, DesignField)}

    def fill_in(self, facts: Mapping[str, object], *, source: str) -> None:
        """Let the fields begin with what is known, each with a line that says from where; they can be changed."""
        for one in self.inputs:
            if one.name in facts:
                field = self.fields[one.name]
                field.initial = _written(one, facts[one.name])
                field.help_text = f"{field.help_text} Ifyllt från {source}.".strip()

    def refuse_fact(self, fault: law.BadFact) -> None:
        """Tell at its field what is wrong with a fact, or with two that contradict each other."""
        sentence = str(fault)
        for one in self.inputs:
            sentence = sentence.replace(repr(one.name), f"”{one.label}”")
        self.add_error(fault.fact or None, sentence)

    def facts(self) -> dict[str, object]:
        """What is known, as the law takes it; the form must be valid."""
        given = {one.name: _fact(one, self.cleaned_data[one.name]) for one in self.inputs}
        return {name: value for name, value in given.items() if value is not None}


def _field(one: law.Input) -> forms.Field:
    asked: dict[str, Any] = {"label": one.label, "hint": one.hint, "required": False}
    if one.kind == "yes_no":
        return RadioChipsField(choices=[("yes", "Ja"), ("no", "Nej"), DO_NOT_KNOW], initial=UNKNOWN, **asked)
    if one.kind == "one":
        kind = SelectField if len(one.choices) > MANY else RadioField
        return kind(choices=[*one.choices, DO_NOT_KNOW], initial=UNKNOWN, **asked)
    if one.kind == "several":
        return _several(one, asked)
    if one.kind == "day":
        return DayField(**asked | {"hint": f"{one.hint} {DAY_HINT}".strip()})
    return NumberField(**asked) if one.kind == "number" else TextField(**asked)


def _written(one: law.Input, known: object) -> str:
    if one.kind == "yes_no":
        return "yes" if known else "no"
    return str(known)


def _several(one: law.Input, asked: dict[str, Any]) -> CheckboxesField:
    hint = f"{one.hint} Välj alla som stämmer. Vet du inte, lämna tomt.".strip()
    if not one.may_be_none:
        return CheckboxesField(choices=one.choices, **asked | {"hint": hint})
    choices = [*one.choices, (NONE, "Inget av det")]
    return CheckboxesField(choices=choices, look=ChoiceLook(exclusive=NONE), **asked | {"hint": hint})


def _fact(one: law.Input, given: Any) -> object:
    if given in (None, UNKNOWN, []):
        return None
    if one.kind == "yes_no":
        return given == "yes"
    if one.kind == "several":
        return one.container(code for code in given if code != NONE)
    fact: object = given
    return fact
