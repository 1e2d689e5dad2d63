"""The kinds of field. Each takes ``label``, ``hint``, ``missing`` and knows the template that renders it.

``missing`` is the sentence shown when a required field is empty: it says what to do ("Skriv ett telefonnummer. Eller
välj ett annat sätt."). No control carries ``required`` or ``maxlength``: a browser that refuses or cuts in silence
leaves a person alone with the fault, the server explains it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from anhoriglots.kernel.digits import to_ascii
from anhoriglots.kernel.identity import is_personal_number, looks_like_personal_number

from .folded_list import FoldedList

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Text = str | StrPromise
else:
    Text = str | Promise

Choices = Iterable[tuple[Any, Any]] | Callable[[], Iterable[tuple[Any, Any]]]

MISSING = _("Svara på frågan.")
MISSING_ONE = _("Välj ett av alternativen.")
MISSING_SOME = _("Välj minst ett av alternativen.")
MISSING_TICK = _("Kryssa i rutan.")
TEXT_LIMIT = 200
LONG_TEXT_LIMIT = 400
PHONE_DIGITS = range(6, 16)  # shortest area number in use; E.164 allows 15
# Fields whose name holds this are never repeated on an error page.
SECRET_NAME = "password"  # noqa: S105 - part of a name, no secret


@dataclass(frozen=True, slots=True)
class ChoiceLook:
    """How a group of choices is shown.

    Attributes:
        hints: a line under a choice, by its value.
        exclusive: the value that rules out the others, such as "Jag vill inte säga".
        values_are_languages: each value is a language code and its label is written in that language.
    """

    hints: Mapping[str, Text] = field(default_factory=dict)
    exclusive: str | None = None
    values_are_languages: bool = False


class TextField(forms.CharField):
    """One line of text. ``heading=True`` makes the label the heading of the page."""

    template_name_default = "design/forms/input.html"
    widget: type[forms.Widget] = forms.TextInput
    extra_attrs: Mapping[str, str] = {}

    def __init__(
        self,
        *,
        label: Text,
        hint: Text = "",
        missing: Text = MISSING,
        max_length: int = TEXT_LIMIT,
        autocomplete: str = "off",
        heading: bool = False,
        **kwargs: Any,
    ) -> None:
        self.heading = heading
        self.autocomplete = autocomplete
        kwargs.setdefault("template_name", self.template_name_default)
        super().__init__(label=label, help_text=hint, max_length=max_length, **kwargs)
        self.error_messages["required"] = missing
        self.error_messages["max_length"] = _(
            "Texten är %(show_value)s tecken. Korta den till högst %(limit_value)s tecken."
        )
        self.error_messages["null_characters_not_allowed"] = _("Ett tecken i texten går inte att läsa. Skriv igen.")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """What the control carries; deliberately neither maxlength nor required."""
        return {"class": "ds-input", "autocomplete": self.autocomplete, **self.extra_attrs}

    def to_python(self, value: str | None) -> str:
        """The text in one Unicode form, so that å written in two ways is the same å."""
        return unicodedata.normalize("NFC", super().to_python(value) or "")


class ShortTextField(TextField):
    """One line that tells its limit in the hint."""

    def __init__(self, *, hint: Text = "", max_length: int = TEXT_LIMIT, **kwargs: Any) -> None:
        super().__init__(hint=_told(hint, max_length), max_length=max_length, **kwargs)


class LongTextField(ShortTextField):
    """Several lines, at most 400 characters: long notes invite what should not be written."""

    widget = forms.Textarea
    extra_attrs = {"rows": "4"}

    def __init__(self, *, max_length: int = LONG_TEXT_LIMIT, **kwargs: Any) -> None:
        if max_length > LONG_TEXT_LIMIT:
            raise ValueError(f"a text box holds at most {LONG_TEXT_LIMIT} characters")
        super().__init__(max_length=max_length, **kwargs)


class EmailField(TextField):
    """An e-mail address."""

    widget = forms.EmailInput
    extra_attrs = {"inputmode": "email", "spellcheck": "false", "dir": "ltr"}

    def __init__(self, *, autocomplete: str = "email", **kwargs: Any) -> None:
        kwargs.setdefault("missing", _("Skriv en e-postadress. Eller välj ett annat sätt."))
        super().__init__(autocomplete=autocomplete, **kwargs)

    def clean(self, value: str | None) -> str:
        """The address without spaces around it.

        Raises:
            ValidationError: a sentence about what is missing in it, or that it holds a personal number.
        """
        address: str = super().clean(value)
        if not address:
            return address
        if "@" not in address:
            raise ValidationError(_("E-postadressen saknar @."), code="no_at")
        EmailValidator(_("E-postadressen ser inte hel ut. Kontrollera att den är som namn@exempel.se."))(address)
        if looks_like_personal_number(address):
            message = _("Det ser ut som ett personnummer i adressen. Skriv en annan adress eller välj ett annat sätt.")
            raise ValidationError(message, code="personal_number")
        return address


class FileField(forms.FileField):
    """One file, in a form of a page that takes one (design.uploads). Whoever reads it refuses an empty one."""

    template_name_default = "design/forms/input.html"
    heading = False

    def __init__(
        self, *, label: Text, hint: Text = "", missing: Text = MISSING, accept: str = "", **kwargs: Any
    ) -> None:
        kwargs.setdefault("template_name", self.template_name_default)
        self.accept = accept
        super().__init__(label=label, help_text=hint, allow_empty_file=True, **kwargs)
        self.error_messages["required"] = self.error_messages["missing"] = self.error_messages["invalid"] = missing

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """What the control carries."""
        return {"class": "ds-input", **({"accept": self.accept} if self.accept else {})}


class PhoneField(TextField):
    """A telephone number; cleaned to digits, with + first when it was written so."""

    widget = forms.TelInput
    extra_attrs = {"inputmode": "tel", "dir": "ltr"}

    def __init__(self, *, autocomplete: str = "tel", **kwargs: Any) -> None:
        kwargs.setdefault("missing", _("Skriv ett telefonnummer. Eller välj ett annat sätt."))
        kwargs.setdefault("hint", _("Till exempel 070 123 45 67"))
        super().__init__(autocomplete=autocomplete, **kwargs)

    def clean(self, value: str | None) -> str:
        """Digits only, in any script they were written.

        Raises:
            ValidationError: letters, too few or too many digits, or a personal number instead.
        """
        written: str = super().clean(value)
        if not written:
            return written
        number = re.sub(r"[\s\-./()]", "", to_ascii(written))
        if not re.fullmatch(r"\+?[0-9]+", number):
            raise ValidationError(_("Skriv numret med bara siffror."), code="letters")
        if number[0] not in "0+" and is_personal_number(number):
            message = _("Det ser ut som ett personnummer. Skriv ett telefonnummer.")
            raise ValidationError(message, code="personal_number")
        length = len(number.lstrip("+"))
        if length < PHONE_DIGITS.start:
            raise ValidationError(_("Numret är för kort. Kontrollera att alla siffror är med."), code="short")
        if length >= PHONE_DIGITS.stop:
            raise ValidationError(_("Numret är för långt. Kontrollera siffrorna."), code="long")
        return number


class PasswordField(TextField):
    """A password; never sent back to the page. Its name must hold "password" (see SECRET_NAME)."""

    widget = forms.PasswordInput

    def __init__(self, *, autocomplete: str = "current-password", **kwargs: Any) -> None:
        kwargs.setdefault("missing", _("Skriv ditt lösenord."))
        super().__init__(autocomplete=autocomplete, strip=False, max_length=1000, **kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """As any field.

        Raises:
            ValueError: the name would let an error page repeat the password.
        """
        if SECRET_NAME not in field_name:
            raise ValueError(f"a password field is named with {SECRET_NAME!r} in it, not {field_name!r}")
        return super().get_bound_field(form, field_name)

    def to_python(self, value: str | None) -> str:
        """Exactly what was typed."""
        return value or ""


class RadioField(forms.ChoiceField):
    """One of several, one to a row. ``initial`` marks the default; there is no empty choice."""

    template_name_default = "design/forms/choices.html"
    widget: type[forms.Widget] = forms.RadioSelect
    control_attrs: Mapping[str, str] = {"class": "ds-input"}

    def __init__(
        self,
        *,
        label: Text,
        choices: Choices,
        hint: Text = "",
        missing: Text = MISSING_ONE,
        look: ChoiceLook | None = None,
        heading: bool = False,
        **kwargs: Any,
    ) -> None:
        self.look = look or ChoiceLook()
        self.heading = heading
        kwargs.setdefault("template_name", self.template_name_default)
        super().__init__(label=label, choices=choices, help_text=hint, **kwargs)
        self.error_messages["required"] = missing
        self.error_messages["invalid_choice"] = _("Det valet finns inte längre. Välj igen.")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """The class of the design system."""
        return dict(self.control_attrs)


class RadioChipsField(RadioField):
    """One of several, as chips side by side: for short, well-known answers."""

    template_name_default = "design/forms/chips.html"


class SelectField(RadioField):
    """One of many in a folded list; only where radio buttons would be too many."""

    template_name_default = "design/forms/select.html"
    widget = FoldedList


class CheckboxesField(forms.MultipleChoiceField):
    """Any number of choices, one to a row; cleaned to a list of values.

    Where ``look.exclusive`` is ticked together with others it alone counts: the one who does not want to say has not
    said.
    """

    template_name_default = "design/forms/choices.html"
    widget = forms.CheckboxSelectMultiple

    def __init__(
        self,
        *,
        label: Text,
        choices: Choices,
        hint: Text = "",
        missing: Text = MISSING_SOME,
        look: ChoiceLook | None = None,
        heading: bool = False,
        **kwargs: Any,
    ) -> None:
        self.look = look or ChoiceLook()
        self.heading = heading
        kwargs.setdefault("template_name", self.template_name_default)
        super().__init__(label=label, choices=choices, help_text=hint, **kwargs)
        self.error_messages["required"] = missing
        self.error_messages["invalid_choice"] = _("Ett av valen finns inte längre. Välj igen.")
        self.error_messages["invalid_list"] = self.error_messages["invalid_choice"]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """The class of the design system."""
        return {"class": "ds-input"}

    def clean(self, value: Any) -> list[str]:
        """The chosen values; the exclusive one alone when it is among them."""
        chosen: list[str] = super().clean(value)
        return [self.look.exclusive] if self.look.exclusive in chosen and self.look.exclusive else chosen


class CheckboxChipsField(CheckboxesField):
    """Any number of choices, as chips side by side."""

    template_name_default = "design/forms/chips.html"


class CheckboxField(forms.BooleanField):
    """One box to tick; ``missing`` is shown when it must be ticked and is not."""

    def __init__(self, *, label: Text, hint: Text = "", missing: Text = MISSING_TICK, **kwargs: Any) -> None:
        kwargs.setdefault("template_name", "design/forms/checkbox.html")
        super().__init__(label=label, help_text=hint, **kwargs)
        self.error_messages["required"] = missing

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """The class of the design system."""
        return {"class": "ds-input"}


def _told(hint: Text, max_length: int) -> Text:
    limit = format_lazy(_("Högst {count} tecken."), count=max_length)
    return format_lazy("{hint} {limit}", hint=hint, limit=limit) if hint else limit
