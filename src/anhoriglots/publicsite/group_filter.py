"""The filter above the list of groups: a plain form whose answers stand in the address, so that it can be shared."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from anhoriglots.booking.queries.open_groups import AFTER_WORK, DAY, Filter
from anhoriglots.design.fields import SelectField
from anhoriglots.design.forms import Form
from anhoriglots.organisations.queries import MunicipalityPage, districts_of

from .choices import INTERPRETER_LANGUAGES, asks_district, exclusive_keys, guide_choices

ANY = ("", _("Spelar ingen roll"))
TIMES = [ANY, (DAY, _("Dagtid på vardagar")), (AFTER_WORK, _("Kvällar och helger"))]
WAYS = [ANY, ("place", _("På plats")), ("online", _("På nätet"))]
LANGUAGES = [
    ANY,
    ("sv", "Svenska"),
    *((code, name) for code, name in INTERPRETER_LANGUAGES if code not in ("", "other")),
]
# The names in the address, and what they are in the question to the database.
NAMES = {"vem": "line", "var": "district", "nar": "when", "sprak": "language", "hur": "way"}


class FilterForm(Form):
    """What one looks for; nothing has to be chosen."""

    vem = SelectField(label=_("Vem hjälper du?"), choices=(), required=False)
    var = SelectField(label=_("Var bor du?"), choices=(), required=False)
    nar = SelectField(label=_("När kan du?"), choices=TIMES, required=False)
    sprak = SelectField(label=_("Språk"), choices=LANGUAGES, required=False)
    hur = SelectField(label=_("På plats eller på nätet?"), choices=WAYS, required=False)

    @classmethod
    def of(cls, municipality: MunicipalityPage, data: Any) -> "FilterForm":
        """The form with the municipality's own words. What the address asks for and nobody offers is left out."""
        form = cls()
        alone = exclusive_keys(municipality, "lines")
        lines = [(key, words) for key, words in guide_choices(municipality, "lines") if key not in alone]
        form.fields["vem"].choices = [ANY, *lines]  # type: ignore[attr-defined]
        if asks_district(municipality):
            districts = [(row.key, row.name) for row in districts_of(municipality.code)]
            form.fields["var"].choices = [ANY, *districts]  # type: ignore[attr-defined]
        else:
            del form.fields["var"]
        asked = {name: data[name] for name in form.fields if name in data}
        form.initial = {name: value for name, value in asked.items() if form._offers(name, value)}
        return form

    @property
    def wanted(self) -> Filter:
        """As the list is asked."""
        return Filter(**{NAMES[name]: str(value) for name, value in self.initial.items()})

    def _offers(self, name: str, value: str) -> bool:
        return self.fields[name].valid_value(value)  # type: ignore[attr-defined, no-any-return]

    @property
    def chosen(self) -> list[tuple[str, str, str]]:
        """Name, value and words of each answer that leaves something out."""
        return [
            (name, str(value), str(dict(self.fields[name].choices)[value]))  # type: ignore[attr-defined]
            for name, value in self.initial.items()
            if value
        ]
