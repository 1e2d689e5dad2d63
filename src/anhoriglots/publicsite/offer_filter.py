"""The search and filter above the catalogue: a plain form whose answers stand in the address, so that it can be shared.

What is written in the box is read once and kept nowhere: not in a log, not in a count, not in a cache.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from anhoriglots.catalogue.queries.open_catalogue import CatalogueFilter
from anhoriglots.design.fields import SelectField, TextField
from anhoriglots.design.forms import Form
from anhoriglots.organisations.queries import MunicipalityPage, districts_of

from .choices import asks_district, exclusive_keys, guide_choices
from .group_filter import ANY, LANGUAGES

WORDS = "ord"
LONGEST_SEARCH = 100
# The guide's way "it does not matter" is what an empty choice says here.
NO_WAY = "any"
# The names in the address, and what they are in the question to the database.
NAMES = {WORDS: "words", "vem": "line", "var": "district", "sprak": "language", "hur": "way"}


class CatalogueForm(Form):
    """What one looks for; nothing has to be chosen."""

    ord = TextField(label=_("Sök stöd"), hint=_("Till exempel paus, prata eller minnessjukdom"), required=False)
    vem = SelectField(label=_("Vem hjälper du?"), choices=(), required=False)
    var = SelectField(label=_("Var bor du?"), choices=(), required=False)
    sprak = SelectField(label=_("Språk, också med tolk"), choices=LANGUAGES, required=False)
    hur = SelectField(label=_("Hur vill du ha det?"), choices=(), required=False)

    @classmethod
    def of(cls, municipality: MunicipalityPage, data: Any) -> "CatalogueForm":
        """The form with the municipality's own words. What the address asks for and nobody offers is left out."""
        form = cls()
        alone = exclusive_keys(municipality, "lines")
        form._choose("vem", [row for row in guide_choices(municipality, "lines") if row[0] not in alone])
        form._choose("hur", [row for row in guide_choices(municipality, "ways") if row[0] != NO_WAY])
        if asks_district(municipality):
            form._choose("var", [(row.key, row.name) for row in districts_of(municipality.code)])
        else:
            del form.fields["var"]
        asked = {name: str(data[name]) for name in form.fields if name in data}
        form.initial = {name: value for name, value in asked.items() if form._offers(name, value)}
        if WORDS in form.initial:
            form.initial[WORDS] = " ".join(form.initial[WORDS].replace("\0", " ").split())[:LONGEST_SEARCH]
        return form

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [ANY, *choices]  # type: ignore[attr-defined]

    def _offers(self, name: str, value: str) -> bool:
        return name == WORDS or self.fields[name].valid_value(value)  # type: ignore[attr-defined]

    @property
    def wanted(self) -> CatalogueFilter:
        """As the list is asked."""
        return CatalogueFilter(**{NAMES[name]: value for name, value in self.initial.items()})

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Name and words of each answer that leaves something out, the search words first."""
        return [(name, self._said(name, value)) for name, value in self.initial.items() if value]

    def _said(self, name: str, value: str) -> str:
        return f"”{value}”" if name == WORDS else str(dict(self.fields[name].choices)[value])  # type: ignore[attr-defined]
