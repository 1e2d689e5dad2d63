"""The addresses of the standard. Lists ask three statements; what is nested asks for times and seats too."""

from collections.abc import Callable, Sequence

from django.db.models import QuerySet
from django.http import HttpRequest

from anhoriglots.booking.queries.published_groups import ToldTime, coming_times
from anhoriglots.catalogue.models import Offer
from anhoriglots.database.scope import scope

from ..answers import Asked, open_interface
from ..offers import Reach, Wanted, fitting, reach_of, some_of
from ..paging import Paging
from ..parameters import read_key, read_parameters
from ..problems import not_found
from . import parameters, services, taxonomies
from .organizations import organizations as all_organizations
from .words import OPENAPI, PROFILE, VERSION, Thing, municipality_id

# What one organisation shows of its services; the rest is found by /services?organization_id=.
MOST_SERVICES = 1000
Full = Callable[[Offer, Reach, list[ToldTime], Asked], Thing]


@open_interface
def about(asked: Asked, request: HttpRequest) -> Thing:
    """Which version and which description hold here."""
    return {"version": VERSION, "profile": PROFILE, "openapi_url": OPENAPI}


@open_interface
def service_list(asked: Asked, request: HttpRequest) -> Thing:
    """Offers as services."""
    given = read_parameters(parameters.Services, request.GET)
    rows = _fitting(asked, given)
    paging = given.paging(rows.count())
    offers = some_of(rows, paging.rows)
    if given.minimal:
        return _page(paging, [services.as_minimal_service(offer) for offer in offers])
    listed = _full(services.as_service, offers, asked) if given.full else _listed(offers, asked)
    return _page(paging, listed)


@open_interface
def service(asked: Asked, request: HttpRequest, service_id: str) -> Thing:
    """One offer and all about it."""
    what = "Tjänsten"
    offer = fitting(asked.code, Wanted()).filter(pk=read_key(service_id, what)).first()
    if offer is None:
        raise not_found(what)
    return _full(services.as_service, [offer], asked)[0]


@open_interface
def place_list(asked: Asked, request: HttpRequest) -> Thing:
    """Offers at their units."""
    given = read_parameters(parameters.Places, request.GET)
    rows = _fitting(asked, given)
    paging = given.paging(rows.count())
    offers = some_of(rows, paging.rows)
    if given.full:
        return _page(paging, _full(services.as_full_place, offers, asked))
    reach = reach_of(asked.code, offers)
    return _page(paging, [services.as_listed_place(offer, reach[offer.pk], asked) for offer in offers])


@open_interface
def place(asked: Asked, request: HttpRequest, place_id: str) -> Thing:
    """One offer at its unit."""
    what = "Tjänsten på platsen"
    key = services.offer_of_place(read_key(place_id, what))
    offer = fitting(asked.code, Wanted()).filter(pk=key).first()
    if offer is None:
        raise not_found(what)
    return _full(services.as_full_place, [offer], asked)[0]


@open_interface
def organization_list(asked: Asked, request: HttpRequest) -> Thing:
    """The municipality and its boards."""
    given = read_parameters(parameters.Organizations, request.GET)
    found = [thing for thing in all_organizations(asked) if given.holds(thing)]
    paging = given.paging(len(found))
    listed = found[paging.rows]
    if given.full or given.full_service:
        return _page(paging, _with_services(listed, asked, full=given.full_service))
    return _page(paging, [_one_to_one(thing) for thing in listed])


@open_interface
def organization(asked: Asked, request: HttpRequest, organization_id: str) -> Thing:
    """One of them, with what it gives."""
    given = read_parameters(parameters.OneOrganization, request.GET)
    what = "Organisationen"
    key = str(read_key(organization_id, what))
    found = next((thing for thing in all_organizations(asked) if thing["id"] == key), None)
    if found is None:
        raise not_found(what)
    return _with_services([found], asked, full=given.full_service)[0]


@open_interface
def taxonomy_list(asked: Asked, request: HttpRequest) -> Thing:
    """Both taxonomies."""
    given = read_parameters(parameters.Listed, request.GET)
    found = [thing for thing in taxonomies.taxonomies(asked.code).values() if given.holds(thing)]
    paging = given.paging(len(found))
    return _page(paging, found[paging.rows])


@open_interface
def taxonomy(asked: Asked, request: HttpRequest, taxonomy_id: str) -> Thing:
    """One taxonomy."""
    what = "Taxonomin"
    found = taxonomies.taxonomies(asked.code).get(read_key(taxonomy_id, what))
    if found is None:
        raise not_found(what)
    return found


@open_interface
def term_list(asked: Asked, request: HttpRequest) -> Thing:
    """Their terms. The standard's text on ``top_only`` says two things; here it is the terms that have no parent."""
    given = read_parameters(parameters.Terms, request.GET)
    fitting_terms = [
        taxonomies.as_term(term, asked.code)
        for term in taxonomies.terms(asked.code).values()
        if given.taxonomy_id in (None, term.taxonomy)
        and given.parent_id in (None, term.parent)
        and not (given.top_only and term.parent)
    ]
    found = [thing for thing in fitting_terms if given.holds(thing)]
    paging = given.paging(len(found))
    return _page(paging, found[paging.rows])


@open_interface
def term(asked: Asked, request: HttpRequest, term_id: str) -> Thing:
    """One term."""
    what = "Termen"
    found = taxonomies.terms(asked.code).get(read_key(term_id, what))
    if found is None:
        raise not_found(what)
    return taxonomies.as_term(found, asked.code)


def _fitting(asked: Asked, given: parameters.Services) -> QuerySet[Offer]:
    wanted = given.wanted(asked.code)
    return Offer.objects.none() if wanted is None else fitting(asked.code, wanted)


def _page(paging: Paging, contents: Sequence[Thing]) -> Thing:
    return {
        "total_items": paging.total,
        "total_pages": paging.pages,
        "page_number": paging.number,
        "size": len(contents),
        "first_page": paging.number == 1,
        "last_page": paging.is_last,
        "empty": not contents,
        "contents": contents,
    }


def _listed(offers: list[Offer], asked: Asked) -> list[Thing]:
    reach = reach_of(asked.code, offers)
    return [services.as_listed_service(offer, reach[offer.pk], asked) for offer in offers]


def _full(nested: Full, offers: list[Offer], asked: Asked) -> list[Thing]:
    """With times and seats, which stand behind row security."""
    reach = reach_of(asked.code, offers)
    units, forms = {offer.contact_id for offer in offers}, {offer.support_form_id for offer in offers}
    with scope(asked.code):
        times = coming_times(units, forms, at=asked.at)
    return [nested(offer, reach[offer.pk], times, asked) for offer in offers]


def _with_services(found: list[Thing], asked: Asked, *, full: bool) -> list[Thing]:
    """Each organisation with the services it gives itself; a municipality's are those of its boards."""
    whole = str(municipality_id(asked.code))
    asked_for = [thing["id"] for thing in found]
    rows = fitting(asked.code, Wanted())
    offers = some_of(rows if whole in asked_for else rows.filter(board__in=asked_for), slice(MOST_SERVICES))
    given = _full(services.as_service, offers, asked) if full else _listed(offers, asked)
    return [
        {**thing, "services": [one for one in given if thing["id"] in (whole, one["organization_id"])]}
        for thing in found
    ]


def _one_to_one(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if not isinstance(value, list)}
