"""The catalogue: all that the municipality offers, one offer, and a leaflet for each unit."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.catalogue.queries.offer_page import offer_page, unit_offers, units_with_offers
from anhoriglots.catalogue.queries.open_catalogue import listed_offers
from anhoriglots.design.caching import public_page
from anhoriglots.organisations.queries import in_language

from ..offer_filter import WORDS, CatalogueForm
from ..offer_pages import (
    by_class,
    cards_of,
    checked_in_words,
    facts_of,
    hours_in_words,
    offer_url,
    short_facts,
    today_in_words,
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
    links = [(offer_url(one.id), in_language(one.texts["title"]), one) for one in shown.others]
    context = {
        "offer": shown,
        "title": in_language(shown.texts["title"]),
        "summary": in_language(shown.texts["summary"]),
        "facts": facts_of(request.municipality, shown),
        "hours": hours_in_words(shown.contact),
        "checked": checked_in_words(shown),
        "twins": [(href, title) for href, title, one in links if one.is_twin],
        "elsewhere": [(href, one.places) for href, _title, one in links if not one.is_twin],
    }
    return render(request, "publicsite/offer.html", context)


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
    today = timezone.localdate()
    found = unit_offers(request.municipality.code, unit_id, on=today)
    if found is None:
        raise Http404
    unit, rows = found
    told = [
        (in_language(row.texts["title"]), in_language(row.texts["summary"]), short_facts(request.municipality, row))
        for row in rows
    ]
    context = {
        "unit": unit,
        "hours": hours_in_words(unit),
        "offers": told,
        "printed": today_in_words(today),
        "host": request.get_host(),
        "path": reverse("catalogue"),
    }
    return render(request, "publicsite/leaflet.html", context)
