"""The open list of everything the municipality offers: filtered, searched, and each offer once."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from anhoriglots.organisations.models import District, TargetGroup

from ..models import Offer
from ..search_words import asked

PAGE = 40
CLASSES = ("direct", "indirect", "other")
SHOWN = ("texts", "support_form__support_class", "access_route", "consent_by", "ways")


@dataclass(frozen=True, slots=True)
class CatalogueFilter:
    """What a visitor looks for; empty where it does not matter.

    Attributes:
        words: what was written in the search box. It is never kept.
        line: a line of the guide, such as "old".
        district: key of the own district.
        language: code of the language.
        way: "in_person", "phone" or "digital".
    """

    words: str = ""
    line: str = ""
    district: str = ""
    language: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class ListedOffer:
    """One row of the list; the same offer by several boards is shown once."""

    id: UUID
    texts: dict[str, dict[str, str]]
    support_class: str
    access_route: str
    consent_by: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedOffers:
    """One page of the list; ``loosely`` when no offer has all the words and these have some of them."""

    rows: tuple[ListedOffer, ...]
    more: bool
    loosely: bool = False


def listed_offers(municipality: str, wanted: CatalogueFilter, *, page: int = 1) -> ListedOffers:
    """The offers that fit: by class and the profile's order, or the best match first when words were written.

    One statement; two when nothing has all the words.
    """
    fitting = Offer.objects.filter(_fits(wanted), municipality=municipality, active=True)
    if not wanted.words.strip():
        return _page(_once(fitting).order_by(_class_order(), "position", "pk"), page)
    search = asked(wanted.words)
    if search is None:
        return ListedOffers((), more=False)
    found = _page(_matching(fitting, search.all_words), page)
    if found.rows or page > 1:
        return found
    loose = _page(_matching(fitting, search.something), page)
    return ListedOffers(loose.rows, loose.more, loosely=bool(loose.rows))


def _matching(fitting: QuerySet[Offer], search: str) -> QuerySet[Offer]:
    query = SearchQuery(search, config="simple", search_type="raw")
    found = _once(fitting.filter(search=query))
    return found.annotate(rank=SearchRank(F("search"), query)).order_by("-rank", "position", "pk")


def _once(fitting: QuerySet[Offer]) -> QuerySet[Offer]:
    first = fitting.order_by("offer_key", "position").distinct("offer_key")
    return Offer.objects.filter(pk__in=first.values("pk"))


def _class_order() -> Case:
    whens = [When(support_form__support_class=name, then=Value(place)) for place, name in enumerate(CLASSES)]
    return Case(*whens, default=Value(len(CLASSES)))


def _page(rows: QuerySet[Offer], page: int) -> ListedOffers:
    first = (page - 1) * PAGE
    found = list(rows.select_related("support_form").only(*SHOWN)[first : first + PAGE + 1])
    return ListedOffers(tuple(_listed(row) for row in found[:PAGE]), len(found) > PAGE)


def _listed(row: Offer) -> ListedOffer:
    return ListedOffer(
        id=row.pk,
        texts=row.texts,
        support_class=row.support_form.support_class,
        access_route=row.access_route,
        consent_by=row.consent_by,
        ways=tuple(row.ways),
    )


def _fits(wanted: CatalogueFilter) -> Q:
    fits = Q()
    if wanted.line:
        groups = TargetGroup.objects.filter(offers=OuterRef("pk"), guide_lines__contains=[wanted.line])
        fits &= Q(for_everybody=True) | Q(Exists(groups))
    if wanted.district:
        here = District.objects.filter(offers=OuterRef("pk"), key=wanted.district)
        fits &= Q(everywhere=True) | Q(Exists(here))
    if wanted.language:
        fits &= Q(languages__contains=[wanted.language]) | Q(has_interpreter=True)
    if wanted.way:
        fits &= Q(ways__contains=[wanted.way])
    return fits
