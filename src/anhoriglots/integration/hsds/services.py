"""An offer as a service, and the unit one turns to as the location that it is given at."""

from uuid import UUID

from anhoriglots.booking.queries.published_groups import ToldTime
from anhoriglots.catalogue.models import Offer
from anhoriglots.organisations.models import Unit

from ..answers import Asked
from ..offers import Reach
from .organizations import as_board
from .taxonomies import as_term, form_term_id, terms
from .times import meeting_schedule, opening_hours
from .words import SWEDISH, Thing, filled, municipality_id, part_id, twin

PLACE, ONLINE = "service-at-location", "virtual"
APPLIED_FOR = "Du ansöker, och din ansökan prövas."
ROUTES = {
    "without_assessment": "Du ansöker inte.",
    "assessed": APPLIED_FOR,
    "lss": APPLIED_FOR,
    "either": "Du kan få det utan att ansöka, eller ansöka om det.",
    "other_law": APPLIED_FOR,
}
CONSENT = {
    "cared_for": "Den som får hjälpen säger ja.",
    "guardian": "Vårdnadshavaren säger ja.",
}


def as_listed_service(offer: Offer, reach: Reach, asked: Asked) -> Thing:
    """What a list holds: each field that has one value, and the organisation."""
    return filled(
        {
            "id": str(offer.pk),
            "organization_id": str(offer.board_id),
            "name": _text(offer, "title"),
            "alternate_name": offer.support_form.name,
            "description": _description(offer),
            "url": asked.page("offer", offer.pk),
            "status": "active",
            "interpretation_services": "Tolk går att få." if offer.has_interpreter else "",
            "application_process": f"{ROUTES[offer.access_route]} {_text(offer, 'what_next')}".strip(),
            "fees_description": _text(offer, "cost"),
            "eligibility_description": _eligibility(offer, reach),
            "assured_date": offer.reviewed_on.isoformat(),
            "last_modified": f"{offer.reviewed_on.isoformat()}T00:00:00.000Z",
            "organization": as_board(offer.board, asked),
        }
    )


def as_minimal_service(offer: Offer) -> Thing:
    """Id and date; and the two fields that the standard's own schema asks of every service."""
    service = {"id": str(offer.pk), "name": _text(offer, "title"), "status": "active"}
    return service | {"last_modified": f"{offer.reviewed_on.isoformat()}T00:00:00.000Z"}


def as_service(offer: Offer, reach: Reach, times: list[ToldTime], asked: Asked) -> Thing:
    """Everything about it."""
    own = (offer.contact_id, offer.support_form_id)
    coming = [time for time in times if (time.meeting.group.unit_id, time.meeting.group.support_form_id) == own]
    more = {
        "phones": _phones(offer.contact, offer.pk, "service_id"),
        "schedules": [meeting_schedule(time, offer.pk, asked) for time in coming],
        "service_areas": _areas(offer, reach, asked),
        "service_at_locations": [as_place(offer)],
        "languages": [
            filled({"id": part_id(offer.pk, "language", code), "code": code, "name": SWEDISH.get(code)})
            for code in offer.languages
        ],
        "attributes": _attributes(offer, reach, asked),
    }
    return as_listed_service(offer, reach, asked) | filled(more)


def as_listed_place(offer: Offer, reach: Reach, asked: Asked) -> Thing:
    """The service at its location, as a list holds it."""
    place = as_place(offer)
    location = {name: value for name, value in place["location"].items() if not isinstance(value, list)}
    return {**place, "location": location, "service": as_listed_service(offer, reach, asked)}


def as_full_place(offer: Offer, reach: Reach, times: list[ToldTime], asked: Asked) -> Thing:
    """All about the service at its location. The standard's description of this answer is that of a service, and so
    asks for a name and a status too.
    """
    service = as_service(offer, reach, times, asked)
    del service["service_at_locations"]
    return {**as_place(offer), "name": service["name"], "status": service["status"], "service": service}


def as_place(offer: Offer) -> Thing:
    """The offer at its unit."""
    location = _location(offer)
    return {
        "id": str(twin(offer.pk, PLACE)),
        "service_id": str(offer.pk),
        "location_id": location["id"],
        "description": f"{_text(offer, 'title')}, {offer.contact.name}",
        "location": location,
    }


def offer_of_place(place: UUID) -> UUID:
    """The offer behind the id of a service at a location."""
    return twin(place, PLACE)


def _location(offer: Offer) -> Thing:
    """The unit, or the unit as it is met online when nobody is met in person."""
    unit, in_person = offer.contact, "in_person" in offer.ways
    key = unit.pk if in_person else twin(unit.pk, ONLINE)
    return filled(
        {
            "id": str(key),
            "location_type": "physical" if in_person else "virtual",
            "organization_id": str(unit.board_id),
            "name": unit.name,
            "description": ", ".join(unit.functions),
            "phones": _phones(unit, key, "location_id"),
            "schedules": opening_hours(unit, key),
        }
    )


def _phones(unit: Unit, of: UUID, name: str) -> list[Thing]:
    if not unit.phone:
        return []
    example = "Exempelnummer" if unit.phone_is_example else ""
    phone = {"id": part_id(of, "phone"), name: str(of), "number": unit.phone, "type": "voice", "description": example}
    return [filled(phone)]


def _description(offer: Offer) -> str:
    """The texts that say what it is, and where it lies when somebody else runs it."""
    link = offer.outside_link or {}
    outside = f"{link['name']}: {link['url']}" if link else ""
    return " ".join(filter(None, (*(_text(offer, name) for name in ("summary", "how", "time")), outside)))


def _eligibility(offer: Offer, reach: Reach) -> str:
    whom = "Alla anhöriga." if offer.for_everybody else f"{', '.join(row.label for row in reach.groups)}."
    together = "Ni bor tillsammans." if offer.requires_cohabitation else ""
    return " ".join(filter(None, (whom, together, CONSENT.get(offer.consent_by, ""))))


def _areas(offer: Offer, reach: Reach, asked: Asked) -> list[Thing]:
    """The districts, or the whole municipality by its code."""
    if not reach.districts:
        key = municipality_id(asked.code)
        return [_area(offer, key, asked.municipality.name, f"Kommunkod {asked.code}")]
    return [_area(offer, row.pk, row.name, f"{row.name}, kommunkod {asked.code}") for row in reach.districts]


def _area(offer: Offer, key: UUID, name: str, extent: str) -> Thing:
    area = {"id": part_id(offer.pk, "area", str(key)), "service_id": str(offer.pk), "name": name}
    return area | {"extent": extent, "extent_type": "text"}


def _attributes(offer: Offer, reach: Reach, asked: Asked) -> list[Thing]:
    known = terms(asked.code)
    own = [form_term_id(offer.support_form_id), *(row.pk for row in reach.groups)]
    return [
        {
            "id": part_id(offer.pk, "attribute", str(key)),
            "link_id": str(offer.pk),
            "link_entity": "service",
            "taxonomy_term": as_term(known[key], asked.code),
        }
        for key in own
        if key in known
    ]


def _text(offer: Offer, name: str) -> str:
    return str(offer.texts.get(name, {}).get("sv", ""))
