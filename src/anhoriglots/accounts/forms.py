"""Input on the pages for sign-in and accounts."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError

from anhoriglots.design.date_field import DateField
from anhoriglots.design.fields import PasswordField, SelectField, TextField
from anhoriglots.design.forms import Form
from anhoriglots.kernel.identity import looks_like_personal_number

NOT_THE_SAME = "Lösenorden är inte lika. Skriv samma en gång till."


class SignInForm(Form):
    """Name and password."""

    username = TextField(
        label="Användarnamn", missing="Skriv ditt användarnamn.", max_length=80, autocomplete="username"
    )
    password = PasswordField(label="Lösenord")


class NewPasswordForm(Form):
    """A password of one's own, twice."""

    new_password = PasswordField(
        label="Nytt lösenord",
        hint="Minst 12 tecken. Gärna några ord som bara du skulle sätta ihop.",
        missing="Skriv ett nytt lösenord.",
        autocomplete="new-password",
    )
    repeated_password = PasswordField(
        label="Nytt lösenord en gång till",
        missing="Skriv det nya lösenordet en gång till.",
        autocomplete="new-password",
    )

    def clean_repeated_password(self) -> str:
        """Refuse a slip of the finger."""
        repeated: str = self.cleaned_data["repeated_password"]
        if repeated != self.cleaned_data.get("new_password", repeated):
            raise ValidationError(NOT_THE_SAME)
        return repeated


class ChangePasswordForm(NewPasswordForm):
    """The present password and a new one."""

    current_password = PasswordField(label="Lösenord nu", missing="Skriv lösenordet du har nu.")
    field_order = ["current_password", "new_password", "repeated_password"]


class NewUserForm(Form):
    """A new colleague."""

    username = TextField(
        label="Användarnamn", hint="Till exempel eva.lind", missing="Skriv ett användarnamn.", max_length=80
    )
    first_name = TextField(label="Förnamn", hint="Visas för anhöriga.", missing="Skriv förnamnet.", max_length=40)
    last_name = TextField(label="Efternamn", missing="Skriv efternamnet.", max_length=60)
    phone = TextField(label="Telefon (frivilligt)", hint="Visas för anhöriga.", required=False, max_length=30)
    phone_hours = TextField(
        label="Telefontid (frivilligt)", hint="Till exempel vardagar 9–15", required=False, max_length=60
    )

    def clean_username(self) -> str:
        """A personal number is no user name: it would stand on screens and in logs."""
        username: str = self.cleaned_data["username"]
        if looks_like_personal_number(username):
            raise ValidationError("Använd inte personnummer som användarnamn.")
        return username


class AssignmentForm(Form):
    """A role in a unit, from a day until a day."""

    unit = SelectField(label="Enhet", choices=[], missing="Välj en enhet.")
    role = SelectField(label="Roll", choices=[], missing="Välj en roll.")
    starts_on = DateField(label="Första dag", missing="Skriv första dagen, till exempel 2026-03-01.", max_length=10)
    last_day = DateField(label="Sista dag (frivilligt)", required=False, max_length=10)

    def offer(self, units: Iterable[tuple[UUID, str]], roles: Iterable[tuple[str, str]]) -> None:
        """Fill the lists."""
        self.fields["unit"].choices = [("", "Välj"), *((str(key), name) for key, name in units)]  # type: ignore[attr-defined]
        self.fields["role"].choices = [("", "Välj"), *roles]  # type: ignore[attr-defined]


class LastDayForm(Form):
    """The last day of an assignment."""

    last_day = DateField(label="Sista dag", missing="Skriv sista dagen, till exempel 2026-03-01.", max_length=10)
