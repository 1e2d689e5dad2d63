"""One offer, as anybody may read it, and all that one unit answers for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from anhoriglots.organisations.models import District, TargetGroup, Unit

from ..models import Offer
from .reviews import whole_months

LATER_ON = ("search", "search_title", "search_text")


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """Who answers, and when. ``hours`` maps a weekday 0-6 to "09:00-15:00"."""

    id: UUID
    name: str
    phone: str
    phone_is_example: bool
    hours: dict[str, str]


@dataclass(frozen=True, slots=True)
class OtherOffer:
    """Another row to lead to: the same offer in other districts, or what gives the same off the net."""

    id: UUID
    texts: dict[str, dict[str, str]]
    places: str
    is_twin: bool


@dataclass(frozen=True, slots=True)
class OfferPage:
    """An offer with all that its page tells.

    Attributes:
        places: the districts that it reaches, in the profile's order; empty when it reaches everybody.
        lines: lines of the guide that it is for; empty when it is for everybody, or for those with their own entrance.
        for_everybody: it is for everybody who helps somebody.
        is_overdue: nobody has looked at it by the day they should have.
        months_unchecked: whole months since somebody looked at it.
    """

    id: UUID
    texts: dict[str, dict[str, str]]
    board: str
    support_class: str
    access_route: str
    consent_by: str
    requires_cohabitation: bool
    ways: tuple[str, ...]
    languages: tuple[str, ...]
    has_interpreter: bool
    outside_name: str
    outside_url: str
    places: tuple[str, ...]
    lines: tuple[str, ...]
    for_everybody: bool
    contact: AskedUnit
    owner: str
    reviewed_on: date
    next_review_on: date
    is_overdue: bool
    months_unchecked: int
    others: tuple[OtherOffer, ...]


def offer_page(municipality: str, offer: UUID, *, on: date) -> OfferPage | None:
    """The offer of the municipality, or None."""
    row = _rows(municipality).filter(pk=offer).first()
    if row is None:
        return None
    return _told(row, _others(row), on)


def unit_offers(municipality: str, unit: UUID, *, on: date) -> tuple[AskedUnit, list[OfferPage]] | None:
    """All that the unit answers for, direct support first; None when it answers for nothing here."""
    rows = list(_rows(municipality).filter(contact=unit).order_by("support_form__position", "position"))
    if not rows:
        return None
    return _unit(rows[0].contact), [_told(row, (), on) for row in rows]


def units_with_offers(municipality: str) -> list[tuple[UUID, str]]:
    """Key and name of the units that answer for some offer."""
    units = Unit.objects.filter(municipality=municipality, active=True, offers__active=True).distinct()
    return list(units.order_by("position").values_list("pk", "name"))


def _rows(municipality: str) -> QuerySet[Offer]:
    rows = Offer.objects.filter(municipality=municipality, active=True).defer(*LATER_ON)
    rows = rows.select_related("support_form", "contact", "owner", "board")
    return rows.prefetch_related(
        Prefetch("districts", District.objects.order_by("position")),
        Prefetch("target_groups", TargetGroup.objects.order_by("position")),
    )


def _others(row: Offer) -> tuple[OtherOffer, ...]:
    """What gives the same off the net, by the own board where it does; then the same offer elsewhere."""
    same = Q(offer_key=row.offer_key) & ~Q(pk=row.pk)
    wanted = same | Q(offer_key=row.twin) if row.twin else same
    found = list(_rows(row.municipality_id).filter(wanted).order_by("position"))
    twins = [one for one in found if row.twin and one.offer_key == row.twin]
    twins.sort(key=lambda one: one.board_id != row.board_id)
    elsewhere = [one for one in found if one.offer_key == row.offer_key]
    return (*(_other(one, is_twin=True) for one in twins[:1]), *(_other(one) for one in elsewhere))


def _other(row: Offer, *, is_twin: bool = False) -> OtherOffer:
    places = ", ".join(district.name for district in row.districts.all())
    return OtherOffer(row.pk, row.texts, places or row.board.name, is_twin=is_twin)


def _unit(row: Unit) -> AskedUnit:
    return AskedUnit(row.pk, row.name, row.phone, row.phone_is_example, row.hours)


def _told(row: Offer, others: tuple[OtherOffer, ...], on: date) -> OfferPage:
    outside = row.outside_link or {}
    lines = dict.fromkeys(line for group in row.target_groups.all() for line in group.guide_lines)
    return OfferPage(
        id=row.pk,
        texts=row.texts,
        board=row.board.name,
        support_class=row.support_form.support_class,
        access_route=row.access_route,
        consent_by=row.consent_by,
        requires_cohabitation=row.requires_cohabitation,
        ways=tuple(row.ways),
        languages=tuple(row.languages),
        has_interpreter=row.has_interpreter,
        outside_name=outside.get("name", ""),
        outside_url=outside.get("url", ""),
        places=() if row.everywhere else tuple(district.name for district in row.districts.all()),
        lines=tuple(lines),
        for_everybody=row.for_everybody,
        contact=_unit(row.contact),
        owner=row.owner.name,
        reviewed_on=row.reviewed_on,
        next_review_on=row.next_review_on,
        is_overdue=row.next_review_on < on,
        months_unchecked=whole_months(row.reviewed_on, on),
        others=others,
    )
