"""The order of the contact request: which page comes next, which one before, and whether all is answered."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from anhoriglots.casework.choices import Reply
from anhoriglots.design.fields import Text
from anhoriglots.organisations.queries import MunicipalityPage

from .answers import ContactAnswers
from .choices import asks_district
from .contact_forms import (
    DETAILS,
    AnotherForm,
    CallForm,
    CodeMoreForm,
    ContactForm,
    DistrictForm,
    HowForm,
    MoreForm,
    WishForm,
    asks_something,
)

CHECK = "contact-check"
Applies = Callable[[MunicipalityPage, ContactAnswers], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One page.

    Attributes:
        name: of its address.
        form: made for the answers so far.
        applies: is the page part of this visitor's way?
        done: has it been answered?
        title: its heading, when no question on it is the heading.
    """

    name: str
    form: Callable[[ContactAnswers], type[ContactForm]]
    applies: Applies
    done: Callable[[ContactAnswers], bool]
    title: Callable[[ContactAnswers], Text] = lambda _answers: ""


def _details_title(answers: ContactAnswers) -> Text:
    titles = {
        Reply.CALL.value: _("Vart ska vi ringa?"),
        Reply.TEXT.value: _("Vart ska vi skicka sms?"),
        Reply.EMAIL.value: _("Vart ska vi skicka e-post?"),
    }
    return titles.get(answers.reply, "")


STEPS = (
    Step("contact", lambda _a: HowForm, lambda _m, _a: True, lambda a: bool(a.reply or a.for_another)),
    Step(
        "contact-another",
        lambda _a: AnotherForm,
        lambda _m, a: a.for_another,
        lambda a: a.other_person_knows is not None and bool(a.reply),
        lambda _a: _("Du hjälper någon annan"),
    ),
    Step(
        "contact-details",
        lambda a: DETAILS.get(a.reply, CallForm),
        lambda _m, a: a.reply != Reply.CODE.value,
        lambda a: bool(a.contact),
        _details_title,
    ),
    Step("contact-district", lambda _a: DistrictForm, lambda m, _a: asks_district(m), lambda a: bool(a.district)),
    Step(
        "contact-more",
        lambda a: CodeMoreForm if a.reply == Reply.CODE.value else MoreForm,
        lambda _m, _a: True,
        lambda a: a.told_more and (a.reply != Reply.CODE.value or asks_something(a)),
        lambda a: _("Din fråga") if a.reply == Reply.CODE.value else _("Vill du säga något mer?"),
    ),
    Step("contact-wish", lambda _a: WishForm, lambda _m, a: a.wants_support_contact, lambda _a: True),
)
BY_NAME = {step.name: step for step in STEPS}


def next_name(municipality: MunicipalityPage, answers: ContactAnswers, current: str) -> str:
    """The page after this one.

    The one who changes an answer on the last page comes back to it, past pages that the change left unanswered. Where
    one lives is not asked again when the guide has asked.
    """
    way = [step for step in STEPS if step.applies(municipality, answers) or step.name == current]
    later = way[next(place for place, step in enumerate(way) if step.name == current) + 1 :]
    if answers.checked:
        asks_wish = current == "contact-more" and answers.wants_support_contact and not answers.support_contact_wish
        later = [step for step in later if not step.done(answers) or (asks_wish and step.name == "contact-wish")]
    later = [step for step in later if not (step.name == "contact-district" and step.done(answers))]
    return later[0].name if later else CHECK


def name_before(municipality: MunicipalityPage, answers: ContactAnswers, current: str) -> str:
    """The page before this one; empty before the first."""
    names = [step.name for step in STEPS if step.applies(municipality, answers) or step.name == current]
    place = names.index(current) if current in names else len(names)
    return names[place - 1] if place else ""


def first_unanswered(municipality: MunicipalityPage, answers: ContactAnswers) -> str:
    """The first page that must be answered and is not; empty when the request can be sent."""
    way = (step for step in STEPS if step.applies(municipality, answers))
    return next((step.name for step in way if not step.done(answers)), "")
