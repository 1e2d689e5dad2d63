"""The four questions of the guide. All may be skipped, so none can be answered wrongly."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from anhoriglots.design.fields import CheckboxesField, ChoiceLook, RadioField, Text
from anhoriglots.design.forms import Form
from anhoriglots.organisations.queries import MunicipalityPage, districts_of

from .answers import GuideAnswers
from .choices import asks_district, district_choices, exclusive_keys, guide_choices

SEVERAL = _("Välj det som passar. Du kan välja flera.")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the name of its answer, its place in the address, and why it is asked."""

    answer: str
    slug: str
    why: Text


LINES = Question("lines", "vem", _("Då kan vi visa det stöd som passar dig. Vi sparar inte dina svar."))
NEEDS = Question("needs", "behov", _("Då kan vi visa det som hjälper dig mest först. Vi sparar inte dina svar."))
DISTRICT = Question("district", "var", _("Stödet för egen del får du där du bor. Vi sparar inte dina svar."))
WAY = Question("way", "hur", _("Då ser du vad du kan få hemifrån. Vi sparar inte dina svar."))


def questions_of(municipality: MunicipalityPage) -> list[Question]:
    """The questions asked here, in order."""
    return [LINES, NEEDS, *([DISTRICT] if asks_district(municipality) else []), WAY]


def question_form(question: Question, municipality: MunicipalityPage, answers: GuideAnswers, data: Any = None) -> Form:
    """The question with the municipality's own words, and with what was answered before."""
    form = Form(data, initial={question.answer: getattr(answers, question.answer)})
    form.fields[question.answer] = _field(question, municipality)
    return form


def answered(question: Question, form: Form, answers: GuideAnswers) -> GuideAnswers:
    """The answers with this one in it; a skipped question is an empty answer."""
    value = form.cleaned_data[question.answer]
    return GuideAnswers.unpacked({**answers.packed(), question.answer: value})


def skipped(question: Question, answers: GuideAnswers) -> GuideAnswers:
    """The answers without this one."""
    return GuideAnswers.unpacked({name: value for name, value in answers.packed().items() if name != question.answer})


def _field(question: Question, municipality: MunicipalityPage) -> Any:
    common: dict[str, Any] = {"heading": True, "required": False}
    if question is DISTRICT:
        return RadioField(label=_("Var bor du?"), choices=district_choices(districts_of(municipality.code)), **common)
    if question is WAY:
        return RadioField(label=_("Hur vill du få hjälp?"), choices=guide_choices(municipality, "ways"), **common)
    label = _("Vem hjälper du?") if question is LINES else _("Vad skulle göra det lättare just nu?")
    alone = next(iter(exclusive_keys(municipality, question.answer)), None)
    return CheckboxesField(
        label=label,
        hint=SEVERAL,
        choices=guide_choices(municipality, question.answer),
        look=ChoiceLook(exclusive=alone),
        **common,
    )
