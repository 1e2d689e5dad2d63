"""The open list of everything the municipality offers: filtered, searched, and each offer once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection, transaction
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Left

from anhoriglots.organisations.models import District, TargetGroup

from ..models import Offer
from ..models.offers import CLASS_LETTERS, TITLE_WORDS
from ..search_words import asked

PAGE = 40
# To rank a row costs reading all its words. More offers with a word than this is no answer to page through, and then
# those with it in the title are taken first.
MOST_RANKED = 500
SCANS = "SELECT set_config('enable_seqscan', %s, true), set_config('enable_indexscan', %s, true)"
# The municipality, so that no index is used for it and the index of the words is.
HERE = Concat("municipality_id", Value(""), output_field=CharField())
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
        return _page(_firsts(fitting).order_by(Left("support_form", CLASS_LETTERS), "position", "pk"), page)
    search = asked(wanted.words)
    if search is None:
        return ListedOffers((), more=False)
    here = Offer.objects.alias(here=HERE).filter(_fits(wanted), here=municipality, active=True)
    with _words_by_index():
        found = _page(_matching(here, search.all_words), page)
        if found.rows or page > 1:
            return found
        loose = _page(_matching(here, search.something), page)
    return ListedOffers(loose.rows, loose.more, loosely=bool(loose.rows))


def _firsts(fitting: QuerySet[Offer]) -> QuerySet[Offer]:
    """Of the same offer by several boards the first in the profile's order, told row by row, so that a page of them is
    found without sorting them all.
    """
    before = Q(position__lt=OuterRef("position")) | Q(position=OuterRef("position"), pk__lt=OuterRef("pk"))
    same = fitting.filter(before, municipality=OuterRef("municipality"), offer_key=OuterRef("offer_key"))
    return fitting.filter(~Exists(same))


def _matching(fitting: QuerySet[Offer], search: str) -> QuerySet[Offer]:
    query = SearchQuery(search, config="simple", search_type="raw")
    titled = fitting.annotate(title_words=TITLE_WORDS).filter(title_words=query)
    ranked = _some(titled).union(_some(fitting.filter(search=query)), all=True)
    once = Offer.objects.filter(pk__in=ranked).order_by("offer_key", "position", "pk").distinct("offer_key")
    found = Offer.objects.filter(pk__in=once.values("pk"))
    return found.annotate(rank=SearchRank(F("search"), query)).order_by("-rank", "position", "pk")


def _some(matching: QuerySet[Offer]) -> QuerySet[Offer, Any]:
    # In no order: to sort them would be to read them all.
    return matching.order_by().values("pk")[:MOST_RANKED]


@contextmanager
def _words_by_index() -> Iterator[None]:
    """Let the database look words up in their index, whatever it guesses about how common they are.

    It guesses as if words came by chance and as if comparing them were cheap, and so reads every row for two common
    words that no offer has together.
    """
    nested = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SCANS, ["off", "off"])
        yield
        if nested:
            cursor.execute(SCANS, ["on", "on"])


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
