"""What has changed between two texts of an offer, in words for those who work with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from anhoriglots.organisations.models import District, TargetGroup, Unit
from anhoriglots.organisations.queries import municipality_by_code

from ..models import Offer, OfferContent
from ..models.content import SWEDISH, TEXTS
from ..support_forms import support_forms
from .offer_labels import CONSENT_LABELS, LABELS, LANGUAGE_LABELS, ROUTE_LABELS, TEXT_LABELS, WAY_LABELS, days_in_words

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: what it is called, what stood there and what stands there now."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Names:
    """What the keys in a content are called."""

    units: Mapping[str, str]
    districts: Mapping[str, str]
    groups: Mapping[str, str]
    needs: Mapping[str, str]
    offers: Mapping[str, str]


def names_in(municipality: str) -> Names:
    """Every name that an offer of the municipality may use, also of what is no longer in use. Five statements."""
    page = municipality_by_code(municipality)
    needs = page.settings["guide"]["needs"] if page is not None else []
    rows = Offer.objects.filter(municipality=municipality).only("offer_key", "texts").order_by("-position")
    return Names(
        units=_named(Unit.objects.filter(municipality=municipality).values_list("pk", "name")),
        districts=_named(District.objects.filter(municipality=municipality).values_list("pk", "name")),
        groups=_named(TargetGroup.objects.filter(municipality=municipality).values_list("pk", "label")),
        needs={row["key"]: row["text"][SWEDISH] for row in needs},
        offers={row.offer_key: row.texts["title"][SWEDISH] for row in rows},
    )


def differences(before: OfferContent, after: OfferContent, names: Names) -> tuple[Change, ...]:
    """Everything that differs, in the order of the form."""
    return tuple(_changed(dict(_told(before, names)), dict(_told(after, names))))


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for label in dict.fromkeys((*before, *after)):
        was, is_now = before.get(label, ""), after.get(label, "")
        if was != is_now:
            yield Change(label, was or NOTHING, is_now or NOTHING)


def _told(content: OfferContent, names: Names) -> Iterator[tuple[str, str]]:
    form = support_forms().get(content.support_form, {})
    yield LABELS["support_form"], form.get("name", content.support_form)
    for language in sorted(_languages(content), key=lambda code: (code != SWEDISH, code)):
        yield from _texts(content, language)
    yield LABELS["access_route"], ROUTE_LABELS.get(content.access_route, "")
    yield LABELS["consent_by"], CONSENT_LABELS.get(content.consent_by, "")
    yield LABELS["requires_cohabitation"], _yes(content.requires_cohabitation)
    yield LABELS["target_groups"], _listed(content.target_groups, names.groups) or "alla"
    yield LABELS["needs"], _listed(content.needs, names.needs)
    yield LABELS["ways"], _listed(content.ways, WAY_LABELS)
    yield LABELS["twin"], names.offers.get(content.twin, content.twin)
    yield LABELS["districts"], _listed(content.districts, names.districts) or "hela kommunen"
    yield LABELS["languages"], _listed(content.languages, LANGUAGE_LABELS)
    yield LABELS["has_interpreter"], _yes(content.has_interpreter)
    yield LABELS["outside_url"], " ".join(filter(None, (content.outside_name, content.outside_url)))
    yield LABELS["contact"], names.units.get(content.contact, "")
    yield LABELS["owner"], names.units.get(content.owner, "")
    yield LABELS["evidence"], content.evidence
    yield LABELS["review_days"], days_in_words(content.review_days)


def _texts(content: OfferContent, language: str) -> Iterator[tuple[str, str]]:
    in_language = "" if language == SWEDISH else f", {LANGUAGE_LABELS.get(language, language).lower()}"
    for name in TEXTS:
        yield f"{TEXT_LABELS[name]}{in_language}", content.text(name, language)
    if in_language:
        yield f"Läst av en person{in_language}", _yes(language in content.read)


def _languages(content: OfferContent) -> set[str]:
    return {SWEDISH, *content.read, *(code for words in content.texts.values() for code in words)}


def _listed(keys: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(key, key) for key in keys)


def _named(rows: Iterable[tuple[UUID, str]]) -> dict[str, str]:
    return {str(key): name for key, name in rows}


def _yes(value: bool) -> str:
    return "ja" if value else "nej"
