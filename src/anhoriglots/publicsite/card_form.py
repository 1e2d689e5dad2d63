"""The three questions of the anonymous card. None has to be answered, but one of them must be."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from anhoriglots.booking.models.pulse import Worth
from anhoriglots.design.fields import RadioField, ShortTextField
from anhoriglots.design.forms import Form

from .kept import kept

ANSWERS = [(Worth.YES.value, _("Ja")), (Worth.PARTLY.value, _("Till en del")), (Worth.NO.value, _("Nej"))]


class CardForm(Form):
    """Three answers."""

    worth_it = RadioField(label=_("Var det värt tiden?"), choices=ANSWERS, required=False)
    missing = ShortTextField(
        label=_("Var det något som saknades?"), hint=_("Skriv inga namn."), max_length=100, required=False
    )
    would_recommend = RadioField(label=_("Skulle du säga åt en vän att gå?"), choices=ANSWERS, required=False)

    def clean_missing(self) -> str:
        """Refuse a personal number."""
        return kept(self.cleaned_data["missing"])

    def clean(self) -> dict[str, Any]:
        """An empty card says nothing."""
        values = super().clean() or self.cleaned_data
        if not self.errors and not any(values.values()):
            self.add_error("worth_it", _("Svara på minst en fråga."))
        return values
