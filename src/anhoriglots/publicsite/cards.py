"""What the guide found, as cards with the reason in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anhoriglots.booking.queries.next_times import NextTime, next_times
from anhoriglots.booking.queries.words import seats_in_words
from anhoriglots.catalogue.queries.offers import Found, ShownGap, ShownOffer
from anhoriglots.design.foreign import filled, listed
from anhoriglots.design.words import instant_in_words
from anhoriglots.organisations.queries import MunicipalityPage, in_language

from .answers import ContactAnswers, GuideAnswers, address
from .choices import exclusive_keys, guide_choices
from .help_lines import has_safety

WHO_SAYS_YES = {
    "carer": gettext_lazy("Bara du."),
    "cared_for": gettext_lazy("Den du hjälper."),
    "guardian": gettext_lazy("Barnets vårdnadshavare."),
}
NOT_THAT_WAY = {
    "in_person": gettext_lazy("Finns inte på plats."),
    "phone": gettext_lazy("Finns inte på telefon."),
    "digital": gettext_lazy("Finns inte på nätet."),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The guide's words: the lines and needs by key, and the way that was chosen."""

    lines: dict[str, str]
    needs: dict[str, str]
    way: str
    way_text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card, as the component of the design system takes it; ``link_href`` leads to the next group."""

    title: str
    title_href: str
    text: str
    facts: tuple[tuple[str, str], ...]
    link_href: str
    link_label: str
    note: str
    href: str
    label: str
    variant: str


def result_page(request: HttpRequest, found: Found, answers: GuideAnswers, *, at: datetime) -> dict[str, Any]:
    """The context of the result page."""
    municipality: MunicipalityPage = getattr(request, "municipality")  # noqa: B009
    words = _words(municipality, answers)
    contact = _contact_answers(answers, municipality)
    plain = address(request, "contact", contact, at=at)
    with_person = address(request, "contact", _wanting_a_person(contact), at=at)
    coming = next_times(municipality.code, {offer.support_form for offer in found.offers}, at=at)
    cards = [
        _card(
            offer,
            coming.get((offer.support_form, offer.unit)),
            _reason(offer, words),
            with_person if offer.is_support_contact else plain,
            first=not place,
        )
        for place, offer in enumerate(found.offers)
    ]
    return {
        "cards": cards,
        "gaps": [_gap_text(gap, words.needs) for gap in found.gaps],
        "contact_url": plain,
        "not_offered": list(_not_offered(municipality, answers)),
        "has_safety": has_safety(municipality),
    }


def _words(municipality: MunicipalityPage, answers: GuideAnswers) -> Words:
    lines, needs, ways = (dict(guide_choices(municipality, question)) for question in ("lines", "needs", "ways"))
    return Words(lines, needs, answers.way, ways.get(answers.way, ""))


def _not_offered(municipality: MunicipalityPage, answers: GuideAnswers) -> Iterator[tuple[str, str]]:
    """What the visitor may have hoped for, judged by the answers, and what there is instead."""
    for row in municipality.settings["not_offered"]:
        about = set(row["needs"]) & set(answers.needs)
        if about and (not row["guide_lines"] or set(row["guide_lines"]) & set(answers.lines)):
            yield in_language(row["text"]), in_language(row["instead"])


def _contact_answers(answers: GuideAnswers, municipality: MunicipalityPage) -> ContactAnswers:
    """What was answered in the guide is not asked again (WCAG 3.3.7)."""
    return ContactAnswers(
        lines=tuple(line for line in answers.lines if line not in exclusive_keys(municipality, "lines")),
        needs=tuple(need for need in answers.needs if need not in exclusive_keys(municipality, "needs")),
        district=answers.district,
    )


def _wanting_a_person(answers: ContactAnswers) -> ContactAnswers:
    return ContactAnswers.unpacked({**answers.packed(), "wants_support_contact": True})


def _card(offer: ShownOffer, coming: NextTime | None, reason: str, contact_url: str, *, first: bool) -> Card:
    outside = offer.outside_url
    return Card(
        title=offer.title,
        title_href=reverse("offer", args=[offer.id]),
        text=offer.summary,
        facts=(*_next_facts(coming), *_facts(offer)),
        link_href=reverse("group", args=[coming.group]) if coming else "",
        link_label=_("Se gruppen"),
        note=reason,
        href=outside or contact_url,
        label=_("Gå till %(name)s") % {"name": offer.outside_name} if outside else _contact_label(offer),
        variant="" if first else "secondary",
    )


def _contact_label(offer: ShownOffer) -> str:
    return _("Be om en stödkontakt") if offer.is_support_contact else _("Be er ringa upp mig")


def _next_facts(coming: NextTime | None) -> list[tuple[str, str]]:
    if coming is None:
        return []
    seats = seats_in_words(coming.seats, has_queue=coming.has_queue)
    return [(_("Nästa börjar"), f"{instant_in_words(coming.starts_at)}. {seats}.")]


def _facts(offer: ShownOffer) -> list[tuple[str, str]]:
    return [
        (_("Så går det till"), offer.how),
        (_("Tid"), offer.time),
        (_("Kostar"), offer.cost),
        (_("Vem behöver säga ja?"), str(WHO_SAYS_YES[offer.consent_by])),
        (_("Så blir det sen"), offer.what_next),
    ]


def _reason(offer: ShownOffer, words: Words) -> str:
    """Why the offer is shown, in the visitor's own choices, and whether it can be had as wished."""
    met = [words.lines[line] for line in offer.lines if line in words.lines]
    met += [words.needs[need] for need in offer.needs if need in words.needs]
    met += [words.way_text] if words.way_text and offer.right_way else []
    # What meets no choice is never for certain carers only (see catalogue.fitting).
    reason = filled(
        _("Du valde %(choices)s."), choices=listed(_(" och "), [filled("”%(each)s”", each=each) for each in met])
    )
    told: list[object] = [reason if met else _("Det finns för alla som hjälper någon.")]
    if words.way in NOT_THAT_WAY and not offer.right_way:
        told.append(NOT_THAT_WAY[words.way])
    return listed(" ", told)


def _gap_text(gap: ShownGap, words: dict[str, str]) -> str:
    need = words.get(gap.need, gap.need)
    if not gap.lines:
        return filled(_("”%(need)s” beror på vem du hjälper. Ring oss så berättar vi."), need=need)
    told = [filled(_("”%(need)s” finns inte hos dig än."), need=need)]
    if gap.elsewhere:
        # Districts have no distances in a profile, so they are named and not ranked.
        told.append(filled(_("Det finns i %(places)s."), places=", ".join(gap.elsewhere[:3])))
    return listed(" ", [*told, _("Vi noterar att det saknas.")])
