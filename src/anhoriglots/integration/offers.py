"""The catalogue's offers as both interfaces read them: public tables only."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from anhoriglots.catalogue.models import Offer
from anhoriglots.catalogue.queries.words import with_all_words
from anhoriglots.organisations.queries import DistrictChoice, TargetGroupChoice, districts_of, target_groups_of

# What an offer is found by is as long as its texts, and not told.
NOT_READ = ("search", "search_title", "search_text")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; what is None does not matter.

    Attributes:
        search: all of these words, as the search of the open pages understands them.
        form, form_class: code and class of the support form.
        group: key of a target group; what is for everybody is for that group too.
        any_group: only what has a target group, or is for everybody.
        district: key of a district; what reaches the whole municipality reaches it too.
        checked_from: only what was checked that day or later.
    """

    search: str = ""
    board: UUID | None = None
    form: str | None = None
    form_class: str | None = None
    group: UUID | None = None
    any_group: bool = False
    district: UUID | None = None
    checked_from: date | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom and where one offer reaches."""

    districts: tuple[DistrictChoice, ...]
    groups: tuple[TargetGroupChoice, ...]


def fitting(municipality: str, wanted: Wanted) -> QuerySet[Offer]:
    """The offers that fit, in the catalogue's order, with what belongs to each one."""
    rows = Offer.objects.filter(_fits(wanted), municipality=municipality, active=True)
    return _in_order(rows)


def some_of(rows: QuerySet[Offer], chosen: slice) -> list[Offer]:
    """Some of them, in one statement. It sorts keys: whole offers are long, and to sort them all takes long too."""
    keys = rows.select_related(None).values("pk")[chosen]
    return list(_in_order(Offer.objects.filter(pk__in=keys)))


def _in_order(rows: QuerySet[Offer]) -> QuerySet[Offer]:
    rows = rows.select_related("board", "contact", "support_form").defer(*NOT_READ)
    return rows.order_by("position", "key")


def _fits(wanted: Wanted) -> Q:
    exact = {
        "board": wanted.board,
        "support_form": wanted.form,
        "support_form__support_class": wanted.form_class,
        "reviewed_on__gte": wanted.checked_from,
    }
    fits = Q(**{name: value for name, value in exact.items() if value is not None}) & with_all_words(wanted.search)
    if wanted.group:
        fits &= Q(for_everybody=True) | _through(Offer.target_groups.through, targetgroup=wanted.group)
    if wanted.any_group:
        fits &= Q(for_everybody=True) | _through(Offer.target_groups.through)
    if wanted.district:
        fits &= Q(everywhere=True) | _through(Offer.districts.through, district=wanted.district)
    return fits


def _through(links: type, **limits: object) -> Q:
    """By a sub-select and no join, so that nothing is counted twice."""
    return Q(pk__in=links.objects.filter(**limits).values("offer"))  # type: ignore[attr-defined]


def reach_of(municipality: str, offers: Sequence[Offer]) -> dict[UUID, Reach]:
    """Whom and where each of them reaches; two statements, whatever their number."""
    districts = {row.pk: row for row in districts_of(municipality)}
    groups = {row.pk: row for row in target_groups_of(municipality)}
    where, whom = (
        _linked(Offer.districts.through, "district", offers),
        _linked(Offer.target_groups.through, "targetgroup", offers),
    )
    return {
        offer.pk: Reach(
            () if offer.everywhere else tuple(row for pk, row in districts.items() if pk in where[offer.pk]),
            tuple(row for pk, row in groups.items() if offer.for_everybody or pk in whom[offer.pk]),
        )
        for offer in offers
    }


def _linked(links: type, name: str, offers: Sequence[Offer]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    rows = links.objects.filter(offer__in=[offer.pk for offer in offers])  # type: ignore[attr-defined]
    for offer, other in rows.values_list("offer_id", f"{name}_id"):
        found[offer].add(other)
    return found
