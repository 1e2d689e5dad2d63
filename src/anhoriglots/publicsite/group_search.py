"""The page of a group as search engines read it (schema.org Event): what stands on the page, and nothing more."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from anhoriglots.booking.choices import Way
from anhoriglots.booking.queries.group_page import GroupPage, GroupTime
from anhoriglots.booking.queries.words import text_of
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.organisations.queries import MunicipalityPage

MOST_TIMES = 10
MODES = {Way.PLACE: "Offline", Way.ONLINE: "Online", Way.HYBRID: "Mixed"}
# What could end the element or begin another one, written as JSON allows.
HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def search_data(group: GroupPage, municipality: MunicipalityPage, url: str) -> SafeString:
    """JSON-LD for a data block; the times that are left, at most ten."""
    times = [time for time in group.times if not time.is_over][:MOST_TIMES]
    data = {"@context": "https://schema.org", "@graph": [_event(group, time, municipality, url) for time in times]}
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(HARMLESS))  # noqa: S308 - cannot leave its element


def _event(group: GroupPage, time: GroupTime, municipality: MunicipalityPage, url: str) -> dict[str, Any]:
    event: dict[str, Any] = {
        "@type": "Event",
        "name": str(text_of(group.texts, "title")),
        "startDate": time.starts_at.astimezone(SWEDEN).isoformat(),
        "endDate": time.ends_at.astimezone(SWEDEN).isoformat(),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if time.is_cancelled else 'Scheduled'}",
        "eventAttendanceMode": f"https://schema.org/{MODES[Way(group.way)]}EventAttendanceMode",
        "location": _places(group, url),
        "organizer": {"@type": "Organization", "name": municipality.name},
        "inLanguage": list(group.languages),
        "isAccessibleForFree": group.fee == 0,
        "offers": {"@type": "Offer", "price": group.fee, "priceCurrency": "SEK", "url": url},
        "url": url,
    }
    if group.capacity:
        event["maximumAttendeeCapacity"] = group.capacity
    return event


def _places(group: GroupPage, url: str) -> list[dict[str, Any]]:
    place = str(text_of(group.texts, "place"))
    at_place = {"@type": "Place", "name": place, "address": place}
    online = {"@type": "VirtualLocation", "url": url}
    places = [at_place] if place and group.way != Way.ONLINE else []
    return [*places, online] if group.way != Way.PLACE else places
