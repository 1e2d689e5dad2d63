"""The form that a file is chosen in, and the choices of support form for each of their categories."""

import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.support_forms import support_forms
from anhoriglots.design.fields import CheckboxField, FileField, SelectField, TextField
from anhoriglots.design.forms import Form
from anhoriglots.organisations.models import Unit

from .importing.plan import LEAVE_OUT, SAYS_NOTHING
from .importing.told import RowFault
from .queries.import_preview import Category, sources

LONGEST_SOURCE = 80
ANSWERS = (("", "Inte valt än"), (SAYS_NOTHING, "Säger inget om stödform"), (LEAVE_OUT, "Hämta inte in"))


class ChooseFileForm(Form):
    """Whose file it is, who is to answer for what is new, and the file."""

    source = TextField(
        label="Vem har gjort filen?",
        hint="Skriv samma namn nästa gång, så minns vi dina val av stödform.",
        missing="Skriv vem som har gjort filen, till exempel föreningens namn.",
        max_length=LONGEST_SOURCE,
    )
    unit = SelectField(label="Vilken enhet ska ansvara för det nya?", choices=[], missing="Välj en enhet.")
    file = FileField(
        label="Fil",
        hint="JSON eller CSV enligt HSDS 3, eller en zip-fil med flera. Högst 5 megabyte.",
        missing="Välj en fil.",
        accept=".json,.csv,.zip",
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.filter(pk__in=actor.unit_ids, active=True).order_by("position").values_list("pk", "name")
        self.fields["unit"].choices = [(str(key), name) for key, name in units]  # type: ignore[attr-defined]
        known = sources(actor)
        if known:
            self.fields["source"].help_text += f" Hittills: {', '.join(known[:20])}."
        self.order_fields(["source", "unit", "file"])

    @property
    def unit_chosen(self) -> UUID:
        """The unit, when the form is valid."""
        return UUID(self.cleaned_data["unit"])

    def tell(self, fault: RowFault) -> None:
        """Say why the file cannot be used."""
        place = f" {fault.place[0].upper()}{fault.place[1:]}." if fault.place else ""
        self.add_error("file", f"{fault.what}{place} {fault.todo}")


class SaveForm(Form):
    """What is answered when some rows are faulty; also where a refusal is shown."""

    but_faulty = CheckboxField(label="Hämta in de andra, utan raderna med fel", required=False)


def field_of(category: Category) -> str:
    """The name of the choice of a category in a form: theirs may be anything."""
    return f"c-{hashlib.sha256(category.key.encode()).hexdigest()[:16]}"


def form_choices() -> list[tuple[str, str]]:
    """What may be chosen for a category."""
    forms = [(code, f"{row['name']} ({code})") for code, row in support_forms().items() if row["class"] != "none"]
    return [*ANSWERS, *forms]


def chosen_forms(categories: tuple[Category, ...], posted: Mapping[str, str]) -> dict[str, str]:
    """What was posted for each category that was on the page."""
    return {one.key: posted[field_of(one)] for one in categories if field_of(one) in posted}
