"""What the guide found, as cards with the reason in plain words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anhoriglots.catalogue.queries.offers import Found, ShownGap, ShownOffer
from anhoriglots.organisations.queries import MunicipalityPage, in_language

from .answers import ContactAnswers, GuideAnswers, address
from .choices import exclusive_keys, guide_choices

WHO_SAYS_YES = {
    "carer": gettext_lazy("Bara du."),
    "cared_for": gettext_lazy("Den du hjälper."),
    "guardian": gettext_lazy("Barnets vårdnadshavare."),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One card, as the component of the design system takes it."""

    title: str
    text: str
    facts: tuple[tuple[str, str], ...]
    note: str
    href: str
    label: str
    variant: str


def result_page(request: HttpRequest, found: Found, answers: GuideAnswers, *, at: datetime) -> dict[str, Any]:
    """The context of the result page."""
    municipality: MunicipalityPage = getattr(request, "municipality")  # noqa: B009
    words = dict(guide_choices(municipality, "needs"))
    way = dict(guide_choices(municipality, "ways")).get(answers.way, "")
    contact = _contact_answers(answers, municipality)
    plain = address(request, "contact", contact, at=at)
    with_person = address(request, "contact", _wanting_a_person(contact), at=at)
    cards = [
        _card(offer, _reason(offer, words, way), with_person if offer.is_support_contact else plain, first=not place)
        for place, offer in enumerate(found.offers)
    ]
    return {
        "cards": cards,
        "gaps": [_gap_text(gap, words) for gap in found.gaps],
        "contact_url": plain,
        "not_offered": [
            (in_language(row["text"]), in_language(row["instead"])) for row in municipality.settings["not_offered"]
        ],
    }


def _contact_answers(answers: GuideAnswers, municipality: MunicipalityPage) -> ContactAnswers:
    """What was answered in the guide is not asked again (WCAG 3.3.7)."""
    return ContactAnswers(
        lines=tuple(line for line in answers.lines if line not in exclusive_keys(municipality, "lines")),
        needs=tuple(need for need in answers.needs if need not in exclusive_keys(municipality, "needs")),
        district=answers.district,
    )


def _wanting_a_person(answers: ContactAnswers) -> ContactAnswers:
    return ContactAnswers.unpacked({**answers.packed(), "wants_support_contact": True})


def _card(offer: ShownOffer, reason: str, contact_url: str, *, first: bool) -> Card:
    outside = offer.outside_url
    return Card(
        title=offer.title,
        text=offer.summary,
        facts=tuple(_facts(offer)),
        note=reason,
        href=outside or contact_url,
        label=_("Gå till %(name)s") % {"name": offer.outside_name} if outside else _contact_label(offer),
        variant="" if first else "secondary",
    )


def _contact_label(offer: ShownOffer) -> str:
    return _("Be om en stödkontakt") if offer.is_support_contact else _("Be er ringa upp mig")


def _facts(offer: ShownOffer) -> list[tuple[str, str]]:
    return [
        (_("Så går det till"), offer.how),
        (_("Tid"), offer.time),
        (_("Kostar"), offer.cost),
        (_("Vem behöver säga ja?"), str(WHO_SAYS_YES[offer.consent_by])),
        (_("Så blir det sen"), offer.what_next),
    ]


def _reason(offer: ShownOffer, words: dict[str, str], way: str) -> str:
    """Why the offer is shown, in the visitor's own choices."""
    met = [words[need] for need in offer.needs if need in words] + ([way] if way and offer.right_way else [])
    return _("Du valde %(choices)s.") % {"choices": _(" och ").join(f"”{each}”" for each in met)} if met else ""


def _gap_text(gap: ShownGap, words: dict[str, str]) -> str:
    told = [_("”%(need)s” finns inte hos dig än.") % {"need": words.get(gap.need, gap.need)}]
    if gap.elsewhere:
        # Districts have no distances in a profile, so they are named and not ranked.
        told.append(_("Det finns i %(places)s.") % {"places": ", ".join(gap.elsewhere[:3])})
    return " ".join([*told, _("Vi noterar att det saknas.")])
