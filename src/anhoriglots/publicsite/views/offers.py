"""The catalogue: all that the municipality offers, one offer, and a leaflet for each unit."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.catalogue.queries.offer_page import OfferPage, offer_page, units_with_offers
from anhoriglots.catalogue.queries.open_catalogue import listed_offers
from anhoriglots.design.caching import public_page
from anhoriglots.design.foreign import spoken_language
from anhoriglots.design.pdf import NotPrintable, can_print
from anhoriglots.organisations.queries import MunicipalityPage, in_language

from ..leaflets import FILE_NAME, Leaflet, leaflet_of, sheet_of
from ..offer_filter import WORDS, CatalogueForm
from ..offer_pages import (
    by_class,
    cards_of,
    checked_in_words,
    facts_of,
    hours_in_words,
    offer_url,
)
from ..pages import OpenRequest, open_page
from .groups import PAGE, page_number


@open_page
def offers(request: OpenRequest) -> HttpResponse:
    """Everything, or what fits the words and the choices in the address."""
    form = CatalogueForm.of(request.municipality, request.GET)
    page = page_number(request.GET.get(PAGE, ""))
    found = listed_offers(request.municipality.code, form.wanted, page=page)
    chosen = dict(form.initial)
    searched = bool(chosen.get(WORDS))
    context = {
        "filter": form,
        "searched": searched,
        "loosely": found.loosely,
        "best": cards_of(request.municipality, found.rows) if searched else [],
        "classes": [] if searched else by_class(request.municipality, found.rows),
        "without": [(words, _address({**chosen, name: ""})) for name, words in form.chosen],
        "before_url": _address(chosen, page - 1) if page > 1 else "",
        "more_url": _address(chosen, page + 1) if found.more else "",
    }
    return render(request, "publicsite/offers.html", context)


# Not kept by any cache either: the words in the address may be about somebody.
offers.reads_only_public_tables = True  # type: ignore[attr-defined]


def _address(chosen: dict[str, str], page: int = 1) -> str:
    kept = {name: value for name, value in chosen.items() if value} | ({PAGE: str(page)} if page > 1 else {})
    return f"{reverse('catalogue')}?{urlencode(kept)}" if kept else reverse("catalogue")


@public_page
@open_page
def offer(request: OpenRequest, offer_id: UUID) -> HttpResponse:
    """One offer: what it is, who has to say yes, how it goes, and who keeps the text true."""
    shown = offer_page(request.municipality.code, offer_id, on=timezone.localdate())
    if shown is None:
        raise Http404
    return render(request, "publicsite/offer.html", told(request.municipality, shown))


def told(municipality: MunicipalityPage, shown: OfferPage) -> dict[str, Any]:
    """The context of an offer's page."""
    links = [(offer_url(one.id), in_language(one.texts["title"]), one) for one in shown.others]
    return {
        "offer": shown,
        "title": in_language(shown.texts["title"]),
        "summary": in_language(shown.texts["summary"]),
        "facts": facts_of(municipality, shown),
        "hours": hours_in_words(shown.contact),
        "checked": checked_in_words(shown),
        "has_pdf": can_print(spoken_language()),
        "twins": [(href, title) for href, title, one in links if one.is_twin],
        "elsewhere": [(href, one.places) for href, _title, one in links if not one.is_twin],
    }


@public_page
@open_page
def leaflets(request: OpenRequest) -> HttpResponse:
    """The units that there is a leaflet for."""
    rows = units_with_offers(request.municipality.code)
    return render(request, "publicsite/leaflets.html", {"units": rows})


@public_page
@open_page
def leaflet(request: OpenRequest, unit_id: UUID) -> HttpResponse:
    """All that a unit answers for, to print and hand over."""
    told = _leaflet(request, unit_id)
    context = {
        "unit": told.unit,
        "hours": told.hours,
        "offers": told.offers,
        "printed": told.printed,
        "host": request.get_host(),
        "path": reverse("catalogue"),
        "has_pdf": can_print(spoken_language()),
    }
    return render(request, "publicsite/leaflet.html", context)


@public_page
@open_page
def leaflet_pdf(request: OpenRequest, unit_id: UUID) -> HttpResponse:
    """The same as PDF; the page itself where it cannot be set, so that there is always something to print."""
    told = _leaflet(request, unit_id)
    address = request.build_absolute_uri(reverse("catalogue"))
    try:
        body = sheet_of(told, request.municipality, address=address, at=timezone.now())
    except NotPrintable:
        return HttpResponseRedirect(reverse("leaflet", args=[unit_id]))
    return HttpResponse(body, "application/pdf", headers={"Content-Disposition": f'inline; filename="{FILE_NAME}"'})


def _leaflet(request: OpenRequest, unit_id: UUID) -> Leaflet:
    told = leaflet_of(request.municipality, unit_id, on=timezone.localdate())
    if told is None:
        raise Http404
    return told
