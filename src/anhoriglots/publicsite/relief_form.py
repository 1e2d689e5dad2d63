"""The page of a booking for those who need somebody to be with the one they help meanwhile."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from anhoriglots.design.fields import ChoiceLook, RadioField, SelectField
from anhoriglots.design.forms import Form
from anhoriglots.relief.actions.ask_relief import MOST_HOURS
from anhoriglots.relief.choices import Place
from anhoriglots.relief.queries.offered import Offered
from anhoriglots.relief.queries.own_words import hours_in_words

from .booking_answers import NO, YES, BookingAnswers

RATHER_NOT = "rather-not"
LIKELY_HOURS = 3


class ReliefForm(Form):
    """How long, where, and whether they live together where that matters."""

    needs = RadioField(label=_("Behöver du avlösning?"), choices=[(YES, _("Ja")), (NO, _("Nej"))], initial=YES)
    hours = SelectField(
        label=_("Hur många timmar behöver du?"),
        hint=_("För varje gång. Räkna med vägen fram och tillbaka."),
        choices=[],
    )
    place = RadioField(
        label=_("Var är den du hjälper under tiden?"),
        choices=[(Place.HOME.value, _("Hemma")), (Place.OUTSIDE.value, _("Någon annanstans"))],
        look=ChoiceLook(hints={Place.OUTSIDE.value: _("Till exempel på en träffpunkt.")}),
    )
    lives_together = RadioField(
        label=_("Bor ni ihop?"),
        choices=[(YES, _("Ja")), (NO, _("Nej")), (RATHER_NOT, _("Vill inte säga"))],
    )

    @classmethod
    def of(cls, offered: Offered, answers: BookingAnswers, data: Any = None) -> "ReliefForm":
        """The page, filled with what was answered before; only what can be had, and only what matters."""
        first = {
            "hours": str(answers.relief_hours or LIKELY_HOURS),
            "place": answers.relief_place or Place.HOME.value,
            "lives_together": answers.lives_together or RATHER_NOT,
        }
        form = cls(data, initial=first)
        hours = form.fields["hours"]
        hours.choices = [(str(each), hours_in_words(each)) for each in range(1, MOST_HOURS + 1)]  # type: ignore[attr-defined]  # a field of choices
        if not offered.outside_allowed:
            del form.fields["place"]
        if not offered.asks_lives_together:
            del form.fields["lives_together"]
        return form

    def changed(self, answers: BookingAnswers) -> BookingAnswers:
        """The answers with this page in them; whoever needs no relief has told nothing."""
        given = self.cleaned_data
        if given["needs"] == NO:
            return replace(answers, relief_hours=0, relief_place="", lives_together="")
        return replace(
            answers,
            relief_hours=int(given["hours"]),
            relief_place=given.get("place", ""),
            lives_together=given.get("lives_together", ""),
        )
